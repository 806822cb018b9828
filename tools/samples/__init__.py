"""The sample reports: their facts as data, and the drawing that makes PDFs of them."""

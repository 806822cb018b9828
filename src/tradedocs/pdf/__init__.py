"""PDF files as neutral facts: words, rules, pictures. No object of a PDF library leaves this package."""

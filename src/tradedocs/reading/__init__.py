"""Pages of a PDF → one Report. Layouts are read, never issuers: what a column or a label means comes from the
vocabulary, from the content, and from the position."""

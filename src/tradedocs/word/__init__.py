"""Word files: templates, built contracts, what a contract file says of itself, and its PDF."""

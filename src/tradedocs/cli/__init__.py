"""The command line: commands translate, the functions below work."""

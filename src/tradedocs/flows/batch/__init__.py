"""`tradedocs contract batch`: many deals, from folders, CSV or JSON lines, one contract each."""

"""The facts of a deal as a contract says them, in each language: the one wording for its cover and its articles."""

"""Spec × reports → findings → verdict. Pure functions: no file is read and nothing is printed here."""

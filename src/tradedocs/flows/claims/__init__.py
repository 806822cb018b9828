"""The user's job "settle a complaint": one module for each step, over the rows of the ledger."""

"""Letters of credit: a bank's message is read, held against the contract, and what must change is asked for."""

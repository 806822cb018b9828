"""The letters of a claim, one module a kind: prompt, polite, facts first, no blame and no admission."""

"""What is made of a quality claim: deadlines, triage, remedies with their money, letters, settlement, prevention.

Pure: facts in, facts out. Where a report must be read or a contract opened, a module of flows.claims does it.
"""

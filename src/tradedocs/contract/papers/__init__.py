"""The documents of an inspection, derived from a contract: nothing in them is typed a second time.

job.py             which shipment, which lines, which body; the tables that several documents share
order.py           the order to the inspection body
certificate.py     what the certificate must say, word by word
checklist.py       the checklist for the floor, a page a goods line
verdict.py         what a notice rests on: judgement, hash, ledger row
release.py         release note
hold.py            hold notice
reject.py          notice of non-conformity and request for re-inspection
steps.py           what the rules of the check say to somebody who does not run it
"""

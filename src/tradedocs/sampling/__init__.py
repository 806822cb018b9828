"""Acceptance sampling by attributes: the single plans of ISO 2859-1 and ANSI/ASQ Z1.4, worked out by rule.

lots.py       lot size and inspection level → code letter
series.py     the preferred numbers: AQLs, sample sizes, code letters
tables.py     code letter and AQL → sample size, acceptance and rejection number
standards.py  which document, which edition, which tables
plans.py      the plan of a lot
decision.py   number found → accepted or not
curve.py      how often a lot of a given quality is accepted
switching.py  lots inspected so far → normal, tightened, reduced, or stop
"""

"""The text does not have the form of the bank's message.

What: a mandatory field is missing, a field stands twice, has another shape (`31D: 31 January`), belongs to no such
message, or a line stands in no field. Fields that are not known are kept and shown.

Why: what was lost between bank, advising bank and e-mail is not seen in the text; only the bank's own message counts.

Bad: `:32B:105200 USD`
Good: `:32B:USD105200,00`

Source: SWIFT Category 7, MT 700 and MT 710.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.credit.case import CreditCase
from tradedocs.credit.read import FORM, faults
from tradedocs.model.credit import CreditFinding

ID = FORM


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """One finding for each fault of the message's form."""
    yield from faults(case.message, case.credit.message)

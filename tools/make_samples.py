"""Makes the sample reports under samples/. Running it again gives the same bytes.

The facts of each report stand in tools/samples/, one module for each deal. Tests build variants of them:
`build_report("white-sugar/pass", drop_rows=frozenset({"Lead (Pb)"}))`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from samples import housings_claim, led_lamps, plastic_parts, white_sugar
from samples.blocks import called_for, varied
from samples.draw import pdf_of

TARGET = Path(__file__).parent.parent / "samples"
REPORTS = {**led_lamps.REPORTS, **white_sugar.REPORTS, **plastic_parts.REPORTS}
CLAIM_REPORTS = housings_claim.REPORTS
"""Reports that come with a sample claim; they lie beside it, under samples/claims/."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


def build_report(
    name: str, *, drop_rows: frozenset[str] = frozenset(), changes: Mapping[str, str] = _NOTHING
) -> bytes:
    """A sample report as a PDF, without some rows and with other values (see `samples.blocks.varied`).

    Args:
        name: the deal's folder and the file's stem (`white-sugar/pass`, `claims/reinspection`).
        drop_rows: names of rows of results or of the AQL table.
        changes: row or label → what is printed instead.

    Raises:
        KeyError: no such report, row or label.
    """
    return pdf_of(varied((REPORTS | CLAIM_REPORTS)[name], drop_rows, changes))


def rows_of(name: str) -> tuple[str, ...]:
    """The rows of a report that its deal calls for: characteristics and classes of the AQL table.

    Raises:
        KeyError: no such report.
    """
    return called_for(REPORTS[name])


def path_of(name: str, root: Path = TARGET) -> Path:
    """Where the report of that name lies."""
    if name in CLAIM_REPORTS:
        return root / f"{name}.pdf"
    deal, stem = name.split("/")
    return root / deal / "reports" / f"{stem}.pdf"


def main(root: Path) -> None:
    """Write every report below `root`."""
    for name in (*REPORTS, *CLAIM_REPORTS):
        path = path_of(name, root)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(build_report(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)

"""Runs every benchmark, prints its figures and writes them, by name, to bench/out.json.

Each figure is a ratio of two things measured in turn in the same run, or says its unit in its name.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from bench import contract as contract_cost  # noqa: E402
from bench import gate as gate_cost  # noqa: E402
from bench import help as help_cost  # noqa: E402
from bench import ledger as ledger_cost  # noqa: E402
from bench import read as read_cost  # noqa: E402
from bench import review as review_cost  # noqa: E402
from bench import whole as whole_cost  # noqa: E402

BENCHMARKS = (help_cost, read_cost, whole_cost, gate_cost, contract_cost, review_cost, ledger_cost)


def main() -> None:
    """All benchmarks in order."""
    figures: dict[str, float] = {}
    for benchmark in BENCHMARKS:
        figures |= benchmark.run()
    for name, figure in figures.items():
        print(f"{name:<32} {figure:.3f}")
    (HERE / "out.json").write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

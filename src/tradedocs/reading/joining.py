"""Limits in one table, results in another: put together by the parameter's name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from tradedocs.model.report import Result
from tradedocs.reading.doubts import COLUMN_INFERRED
from tradedocs.reading.limits import Requirement
from tradedocs.reading.notation import Notation
from tradedocs.reading.values import understood
from tradedocs.vocabulary import fold

SEVERAL = "several-requirements"
_ALIKE = 0.9


def joined_results(
    results: Sequence[Result],
    requirements: Sequence[Requirement],
    specimens: Mapping[str, str],
    notation: Notation,
) -> tuple[Result, ...]:
    """Results that have neither unit nor limit get them from the requirement of the same name.

    Of several requirements with one name (metal, non-metal) the one whose bracketed remark is the specimen's
    description is taken; else the result carries a doubt.
    """
    return tuple(_joined(result, requirements, specimens, notation) for result in results)


def _joined(
    result: Result, requirements: Sequence[Requirement], specimens: Mapping[str, str], notation: Notation
) -> Result:
    if result.limit or result.unit or result.mdl or not requirements:
        return result
    same = [item for item in requirements if _equal(item.parameter, result.parameter)]
    same = same or [item for item in requirements if _alike(item.parameter, result.parameter)]
    if not same:
        return result
    chosen = same if len(same) == 1 else _fitting(same, specimens.get(fold(result.specimen or ""), ""))
    if len(chosen) != 1:
        return result.model_copy(update={"doubt": (*result.doubt, SEVERAL)})
    item = chosen[0]
    value, doubt = understood(result.result, mdl=item.mdl, unit=item.unit, notation=notation)
    return result.model_copy(
        update={
            "unit": item.unit,
            "limit": item.limit,
            "mdl": item.mdl,
            "method": result.method or item.method,
            "value": value,
            "doubt": tuple(dict.fromkeys((*_confirmed(result.doubt), *doubt))),
        }
    )


def _confirmed(doubt: Sequence[str]) -> list[str]:
    """A requirement of the same name confirms what the column of the result was taken for."""
    return [code for code in doubt if code != COLUMN_INFERRED]


def _bare(name: str) -> str:
    """A name without its last bracketed remark that is no symbol: `PBBs (Next form)` is `PBBs`."""
    return fold(name).replace(" ", "")


def _core(name: str) -> str:
    return fold(re.sub(r"\([^()]*\)\s*$", "", name)).replace(" ", "")


def _equal(one: str, other: str) -> bool:
    return bool(({_bare(one), _core(one)} - {""}) & ({_bare(other), _core(other)} - {""}))


def _alike(one: str, other: str) -> bool:
    """Nearly one spelling (`Chrormium`), with the same figures and no other symbol: DBP is not DIBP."""
    symbols, wanted = _symbols(one), _symbols(other)
    if symbols and wanted and not symbols & wanted:
        return False
    return any(
        SequenceMatcher(None, a, b).ratio() >= _ALIKE and _figures(a) == _figures(b)
        for a in {_bare(one), _core(one)} - {""}
        for b in {_bare(other), _core(other)} - {""}
    )


def _symbols(name: str) -> set[str]:
    return {fold(part) for part in re.findall(r"\(([^()]*)\)", name)}


def _figures(name: str) -> str:
    return "".join(c for c in name if c.isdigit())


def _fitting(same: Sequence[Requirement], description: str) -> list[Requirement]:
    remarks = {
        item.parameter: fold((re.findall(r"\(([^()]*)\)\s*$", item.parameter) or [""])[0]) for item in same
    }
    wanted = fold(description)
    exact = [item for item in same if remarks[item.parameter] and remarks[item.parameter] == wanted]
    if exact or not wanted:
        return exact
    return [
        item
        for item in same
        if remarks[item.parameter].startswith("non")
        and remarks[item.parameter].removeprefix("non").strip() != wanted
    ]

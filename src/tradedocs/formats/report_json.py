"""A report as JSON, version 1, spelled by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tradedocs.formats.plain import plain
from tradedocs.model.base import Place
from tradedocs.model.report import (
    AqlRow,
    ChecklistLine,
    Cited,
    Defect,
    Part,
    Report,
    Result,
    Stated,
    StatedCount,
    StatedDate,
    Value,
    Witness,
)
from tradedocs.model.reportfile import Revision, Signature

VERSION = 1


def report_json(report: Report, *, indent: int | None = 1) -> str:
    """One JSON object; strings as printed in the report, less control characters."""
    return json.dumps(as_dict(report), ensure_ascii=False, indent=indent)


def as_dict(report: Report) -> dict[str, Any]:
    """The JSON object as Python values."""
    return {
        "version": VERSION,
        "source": {
            "file": plain(report.source.file),
            "sha256": report.source.sha256,
            "pages": report.source.pages,
            "encrypted": report.source.encrypted,
            "reading": report.source.reading,
            "producer": _plain_or_none(report.source.producer),
            "creator": _plain_or_none(report.source.creator),
            "created": report.source.created.isoformat() if report.source.created else None,
            "modified": report.source.modified.isoformat() if report.source.modified else None,
            "title": _plain_or_none(report.source.title),
            "subject": _plain_or_none(report.source.subject),
            "signed": report.source.signed,
            "signed_whole": report.source.signed_whole,
            "revisions": report.source.revisions,
        },
        "family": report.family,
        "sample_by": report.sample_by,
        "issuer": _text(report.issuer),
        "report_no": _text(report.report_no),
        "issue_date": report.issue_date.value.isoformat() if report.issue_date else None,
        "client": _text(report.client),
        "goods": _text(report.goods),
        "lots": [plain(lot.text) for lot in report.lots],
        "identity": {name: _text(stated) for name, stated in _identity(report)},
        "dates": {name: stated.value.isoformat() if stated else None for name, stated in report.dates},
        "conclusion": report.conclusion,
        "status": _text(report.status),
        "outside_accreditation": [
            {"text": plain(one.said.text), "mark": one.mark, "page": one.said.place.page}
            for one in report.outside_accreditation
        ],
        "supersedes": [_cited(other) for other in report.supersedes],
        "reinspects": [_cited(other) for other in report.reinspects],
        "rework": _text(report.rework),
        "sampling_standards": [plain(one.text) for one in report.sampling_standards],
        "results": [_result(result) for result in report.results],
        "aql": [_aql(row) for row in report.aql],
        "defects": [_defect(row) for row in report.defects],
        "checklist": [_line(row) for row in report.checklist],
        "quantities": {name: _number(count.number) if count else None for name, count in _counts(report)},
        "pages_stated": [{"page": at.page, "number": at.number, "of": at.of} for at in report.pages_stated],
        "numbers_stated": [
            {**_place(stated.place), "printed": plain(stated.text)} for stated in report.numbers_stated
        ],
        "reports": [_part(part) for part in report.parts],
        "revisions": [_revision(revision) for revision in report.revisions],
        "signatures": [signature_dict(signature) for signature in report.signatures],
        "unread": [{"page": item.page, "code": item.code, "why": plain(item.why)} for item in report.unread],
        "facts": _facts(report),
    }


def signature_dict(signature: Signature) -> dict[str, Any]:
    """One digital signature and what came of verifying it."""
    return {
        "field": plain(signature.field),
        "kind": signature.kind,
        "covers": signature.covers,
        "intact": signature.intact,
        "changes": signature.changes,
        "permitted": signature.permitted,
        "signer": _plain_or_none(signature.signer),
        "issuer": _plain_or_none(signature.issuer),
        "signed_at": signature.signed_at.isoformat() if signature.signed_at else None,
        "time_by": signature.time_by,
        "trust": signature.trust,
        "problem": _plain_or_none(signature.problem),
    }


def _identity(report: Report) -> Sequence[tuple[str, Stated | None]]:
    return list(report.identity)


def _counts(report: Report) -> Sequence[tuple[str, StatedCount | None]]:
    stated = report.quantities
    return (
        ("ordered", stated.ordered),
        ("finished", stated.finished),
        ("inspected", stated.inspected),
        ("lot", stated.lot),
        ("packed", stated.packed),
    )


def _facts(report: Report) -> dict[str, Any]:
    header: list[tuple[str, Stated | StatedDate | StatedCount | None]] = [
        ("issuer", report.issuer),
        ("report_no", report.report_no),
        ("issue_date", report.issue_date),
        ("client", report.client),
        ("goods", report.goods),
        ("conclusion", report.conclusion_stated),
        ("status", report.status),
        *_identity(report),
        *list(report.dates),
        *_counts(report),
        *((f"lot_{k}", lot) for k, lot in enumerate(report.lots, 1)),
    ]
    return {
        name: {**_place(fact.place), "printed": plain(fact.text), "doubt": list(fact.doubt)}
        for name, fact in header
        if fact is not None
    }


def _cited(other: Cited) -> dict[str, Any]:
    return {
        **_place(other.place),
        "number": plain(other.number),
        "date": other.on.isoformat() if other.on else None,
        "printed": plain(other.text),
        "doubt": list(other.doubt),
    }


def _text(stated: Stated | None) -> str | None:
    return plain(stated.text) if stated else None


def _place(place: Place) -> dict[str, Any]:
    return {"page": place.page, "box": list(place.box) if place.box else None}


def _result(result: Result) -> dict[str, Any]:
    printed = (
        "parameter",
        "specimen",
        "unit",
        "method",
        "mdl",
        "limit",
        "result",
        "verdict",
        "section",
        "basis",
    )
    return {
        **_place(result.place),
        **{name: _plain_or_none(getattr(result, name)) for name in printed},
        "value": _value(result.value),
        "witness": [witness_dict(witness) for witness in result.witnesses],
        "doubt": list(result.doubt),
    }


def witness_dict(witness: Witness) -> dict[str, Any]:
    """One other reading of a value."""
    text = _plain_or_none(witness.text)
    return {"by": witness.by, "text": text, "agrees": witness.agrees, "dpi": witness.dpi}


def _defect(row: Defect) -> dict[str, Any]:
    return {
        "class": row.defect_class,
        "text": plain(row.text),
        "count": row.count,
        **_place(row.place),
        "doubt": list(row.doubt),
    }


def _line(row: ChecklistLine) -> dict[str, Any]:
    return {
        "section": _plain_or_none(row.section),
        "item": plain(row.item),
        "verdict": _plain_or_none(row.verdict),
        "meaning": row.meaning,
        "remark": _plain_or_none(row.remark),
        **_place(row.place),
        "doubt": list(row.doubt),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "pages": [part.first_page, part.last_page],
        "report_no": _text(part.report_no),
        "issue_date": part.issue_date.value.isoformat() if part.issue_date else None,
        "conclusion": part.conclusion,
    }


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "producer": _plain_or_none(revision.producer),
        "change": revision.change,
        "words": [
            {**_place(item.place), "before": _plain_or_none(item.before), "after": _plain_or_none(item.after)}
            for item in revision.words
        ],
    }


def _plain_or_none(text: str | None) -> str | None:
    return plain(text) if text is not None else None


def _value(value: Value) -> dict[str, Any]:
    return {
        "kind": value.kind,
        "low": _decimal(value.low),
        "high": _decimal(value.high),
        "text": _plain_or_none(value.text),
        "not_detected": value.not_detected,
        "uncertainty": _decimal(value.uncertainty),
    }


def _decimal(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _number(number: Decimal) -> int | str:
    return int(number) if number == number.to_integral_value() else f"{number:f}"


def _aql(row: AqlRow) -> dict[str, Any]:
    return {
        "class": row.defect_class,
        "aql": row.aql,
        "sample_size": row.sample_size,
        "accept": row.accept,
        "reject": row.reject,
        "found": row.found,
        **_place(row.place),
        "doubt": list(row.doubt),
    }

"""The digital signatures of a report verified, in a worker with limits and without any network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tradedocs.errors import InputError, Problem
from tradedocs.files import read_bytes
from tradedocs.model.report import Report
from tradedocs.model.reportfile import Signature
from tradedocs.pdf.document import content_of
from tradedocs.pdf.sandbox import Limits, can_fork, supervised
from tradedocs.pdf.signature import EXTRA, Signed, installed, signatures_of
from tradedocs.ui import say

__all__ = ["EXTRA", "installed", "with_signatures"]

_LIMITS = Limits(memory=1 << 30, cpu=30, wall=90.0)
_LARGEST_ROOT = 1_000_000


def with_signatures(path: Path, report: Report, roots: Sequence[Path]) -> Report:
    """The report with what its signatures prove; as it was where it has none or the extra `sign` is missing.

    A worker that is lost, or a file that is another one by now, is a signature with a `problem`.

    Raises:
        InputError: a file of `roots` holds no certificate.
    """
    if not report.source.signed or not installed():
        return report
    trusted = tuple(der for root in roots for der in certificates_in(root))
    content = content_of(path)
    if hashlib.sha256(content).hexdigest() != report.source.sha256:
        return report.model_copy(update={"signatures": (Signature(field="", problem="FileChanged"),)})
    return report.model_copy(update={"signatures": _verified(content, trusted)})


def certificates_in(root: Path) -> tuple[bytes, ...]:
    """The certificates in a PEM or DER file, as DER.

    Raises:
        InputError: there is none in it.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    content = read_bytes(root, limit=_LARGEST_ROOT)
    try:
        found = (
            x509.load_pem_x509_certificates(content)
            if b"-----BEGIN" in content
            else [x509.load_der_x509_certificate(content)]
        )
    except ValueError:
        raise InputError(
            [Problem(str(root), say("the file holds no certificate (PEM or DER)"))], file=str(root)
        ) from None
    return tuple(one.public_bytes(Encoding.DER) for one in found)


def _verified(content: bytes, roots: tuple[bytes, ...]) -> tuple[Signature, ...]:
    if not can_fork():
        return tuple(map(_fact, signatures_of(content, roots)))
    ended = supervised(lambda _: _job(content, roots), _LIMITS)
    if ended.outcome != "done":
        return (Signature(field="", problem=f"worker-{ended.outcome}"),)
    return tuple(Signature.model_validate(fields) for fields in json.loads(ended.answer))


def _job(content: bytes, roots: tuple[bytes, ...]) -> bytes:
    found = map(_fact, signatures_of(content, roots))
    return json.dumps([fact.model_dump(mode="json") for fact in found]).encode()


def _fact(signed: Signed) -> Signature:
    fields = asdict(signed)
    at, by_token = fields.pop("at"), fields.pop("by_token")
    time_by = None if at is None else "timestamp" if by_token else "stated"
    return Signature(**fields, signed_at=at, time_by=time_by)

"""What the digital signatures of a file prove: what each covers, whether that is unchanged, who signed and when.

pyHanko takes them apart, without any network: certificates and revocation lists that are not in the file are not
fetched. A signature is looked at for the time when it was made, so a certificate that has run out since then is no
fault. Who signed counts as proved only where the chain of certificates ends in a root that the user named. Callers
run this in a worker of `tradedocs.pdf.sandbox`.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from typing import Any, Literal

from tradedocs.pdf.structure import is_own_gap

Kind = Literal["approval", "certification", "timestamp"]
Coverage = Literal["file", "revision", "part"]
Change = Literal["none", "upkeep", "forms", "notes", "other"]
Trust = Literal["trusted", "no-roots", "unknown", "not-valid-then", "revoked", "weak"]
EXTRA = "pip install 'tradedocs[sign]'"
MOST = 20  # signatures of one file that are looked at
_LONGEST = 200
_CHANGES: dict[str, Change] = {
    "NONE": "none", "LTA_UPDATES": "upkeep", "FORM_FILLING": "forms", "ANNOTATIONS": "notes", "OTHER": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature of the file.

    Attributes:
        kind: `approval`; `certification` (it allows only certain changes); `timestamp` (of a whole file).
        covers: the whole `file`; the whole `revision` that it closed, behind which the file goes on; or a `part`.
        intact: what it covers is what was signed, and the signature fits the certificate's key.
        changes: what was done to the file after it: `upkeep` is of the signature itself.
        permitted: whether the signature allows those changes.
        signer, issuer: whom the signing certificate names, and who issued it.
        at: when it was made; `by_token`: a timestamp in it says so, and not the signer's own clock.
        trust: whether the chain of certificates ends in a root of the user's.
        problem: the kind of error that kept it from being verified; everything else is then unknown.
    """

    field: str
    kind: Kind = "approval"
    covers: Coverage | None = None
    intact: bool = False
    changes: Change | None = None
    permitted: bool = False
    signer: str | None = None
    issuer: str | None = None
    at: datetime | None = None
    by_token: bool = False
    trust: Trust = "no-roots"
    problem: str | None = None


def installed() -> bool:
    """Whether signatures can be verified here: the extra `sign` is installed."""
    return find_spec("pyhanko") is not None


def signatures_of(content: bytes, roots: Sequence[bytes] = ()) -> tuple[Signed, ...]:
    """The file's signatures in the order in which they were made; one with a `problem` where none can be taken out.

    Args:
        content: the file.
        roots: the certificates (DER) whose word the user takes.
    """
    for name in ("pyhanko", "pyhanko_certvalidator"):  # its complaints are facts here, not messages
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        found = list(_embedded(content))
    except Exception as error:
        return (Signed("", problem=type(error).__name__),)
    if not found:
        return (Signed("", problem="NoSignature"),)
    rest = (Signed("", problem="TooManySignatures"),) if len(found) > MOST else ()
    return (*(_looked_at(one, content, roots) for one in found[:MOST]), *rest)


def _embedded(content: bytes) -> Iterator[Any]:
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(content), strict=False)
    if reader.encrypted:
        reader.decrypt("")
    yield from reader.embedded_signatures


def _looked_at(embedded: Any, content: bytes, roots: Sequence[bytes]) -> Signed:
    """pyHanko raises errors of many kinds on broken signatures, its own and built-in ones; all mean the same here."""
    field = " ".join(str(embedded.field_name).split())[:_LONGEST]
    try:
        if str(embedded.sig_object_type) == "/DocTimeStamp":
            return _timestamp(embedded, field, content, roots)
        return _signature(embedded, field, content, roots)
    except Exception as error:
        return Signed(field, problem=type(error).__name__)


def _signature(embedded: Any, field: str, content: bytes, roots: Sequence[bytes]) -> Signed:
    from pyhanko.sign.validation import validate_pdf_signature

    usage = _usage()
    stated = _aware(embedded.self_reported_timestamp)
    status = validate_pdf_signature(embedded, _context(roots, stated), key_usage_settings=usage)
    token = status.timestamp_validity
    proved = token is not None and token.intact and token.valid
    at = token.timestamp if proved else stated
    if proved and at != stated:
        status = validate_pdf_signature(embedded, _context(roots, at), key_usage_settings=usage)
    kind: Kind = "approval" if embedded.docmdp_level is None else "certification"
    return _facts(embedded, status, field, kind, content, roots, at, by_token=proved)


def _timestamp(embedded: Any, field: str, content: bytes, roots: Sequence[bytes]) -> Signed:
    from pyhanko.sign.validation import validate_pdf_timestamp

    status = validate_pdf_timestamp(embedded, _context(roots, None))
    at = status.timestamp
    status = validate_pdf_timestamp(embedded, _context(roots, at))
    return _facts(embedded, status, field, "timestamp", content, roots, at, by_token=True)


def _facts(
    embedded: Any, status: Any, field: str, kind: Kind, content: bytes, roots: Sequence[bytes], at: datetime | None,
    *, by_token: bool,
) -> Signed:  # fmt: skip
    return Signed(
        field=field,
        kind=kind,
        covers=_coverage(embedded, status, content),
        intact=bool(status.intact and status.valid),
        changes=_CHANGES.get(getattr(status.modification_level, "name", ""), "other"),
        permitted=bool(status.docmdp_ok),
        signer=_named(status.signing_cert.subject),
        issuer=_named(status.signing_cert.issuer),
        at=at,
        by_token=by_token,
        trust=_trust(status, at, roots),
    )


def _coverage(embedded: Any, status: Any, content: bytes) -> Coverage:
    """What is left out must be the signature's own digits and nothing else."""
    from pyhanko.sign.validation import SignatureCoverageLevel as Level

    numbers = [int(number) for number in embedded.byte_range]
    if len(numbers) != 4 or not is_own_gap(content, numbers[1], numbers[2]):
        return "part"
    if status.coverage == Level.ENTIRE_FILE:
        return "file"
    return "revision" if status.coverage == Level.ENTIRE_REVISION else "part"


def _trust(status: Any, at: datetime | None, roots: Sequence[bytes]) -> Trust:
    if status.revoked:
        return "revoked"
    if status.trusted:
        return "trusted"
    if getattr(status.trust_problem_indic, "name", "") == "CRYPTO_CONSTRAINTS_FAILURE":
        return "weak"
    own = status.signing_cert
    if at is not None and not own.not_valid_before <= at <= own.not_valid_after:
        return "not-valid-then"
    return "unknown" if roots else "no-roots"


def _context(roots: Sequence[bytes], at: datetime | None) -> Any:
    """What the certificates are held against: the user's roots at that time, and nothing from outside."""
    from asn1crypto.x509 import Certificate
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_roots=[Certificate.load(root) for root in roots],
        moment=at or datetime.now(UTC),
        allow_fetching=False,
        time_tolerance=timedelta(seconds=1),
    )


def _usage() -> Any:
    """Laboratories sign with keys that are made for either of the two uses."""
    from pyhanko.sign.validation import KeyUsageConstraints

    return KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)


def _named(name: Any) -> str | None:
    """The common name and the organisation, else everything that the certificate says."""
    parts = name.native
    words = [parts[key] for key in ("common_name", "organization_name") if isinstance(parts.get(key), str)]
    said = ", ".join(dict.fromkeys(words)) or str(name.human_friendly)
    return " ".join(said.split())[:_LONGEST] or None


def _aware(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at

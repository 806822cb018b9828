"""What a file's digital signatures prove, in a line of words; a file without any is not signed, and never genuine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradedocs.formats.plain import plain
from tradedocs.model.report import Report
from tradedocs.model.reportfile import Signature
from tradedocs.ui import say


def signed_in_words(report: Report) -> str:
    """The line for a report that was read."""
    return in_words(report.source.signed, report.signatures)


def in_words(signed: bool, signatures: Sequence[Signature]) -> str:
    """The line for a file: `not signed`, or what each of its signatures proves."""
    if not signed:
        return say("not signed")
    if not signatures:
        return say("signed; the signature was not verified: pip install 'tradedocs[sign]'")
    return "; ".join(map(_one, signatures))


def _one(signature: Signature) -> str:
    if signature.problem is not None:
        return say("signed; the signature could not be verified ({kind})", kind=plain(signature.problem))
    return ", ".join(_parts(signature))


def _parts(signature: Signature) -> Iterator[str]:
    yield say("time-stamped") if signature.kind == "timestamp" else say("signed")
    yield say("intact") if signature.intact else say("BROKEN")
    yield {
        "file": say("covers the whole file"),
        "revision": say("the file goes on behind what it covers"),
        "part": say("covers only a part of the file"),
        None: "",
    }[signature.covers]
    if signature.covers == "revision":
        yield say("changed afterwards as it allows") if signature.permitted else say("CHANGED AFTERWARDS")
    yield say("signer {name}", name=plain(signature.signer or "?"))
    yield _trusted(signature)
    if signature.signed_at is not None:
        on = f"{signature.signed_at:%Y-%m-%d}"
        yield (
            say("on {on} by its timestamp", on=on)
            if signature.time_by == "timestamp"
            else say("on {on} as the signer says", on=on)
        )


def _trusted(signature: Signature) -> str:
    return {
        "trusted": say("trusted by your roots"),
        "no-roots": say("signer not verified: no root certificates are set"),
        "unknown": say("signer not verified: not one of your roots"),
        "not-valid-then": say("signer not verified: the certificate was not valid then"),
        "revoked": say("the certificate was REVOKED"),
        "weak": say("signer not verified: by a method that is not safe any more"),
    }[signature.trust]

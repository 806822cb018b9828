"""The file's digital signature does not prove that the file is as it was signed.

What: where a report is signed, one of its signatures must cover the file to its last byte, what each covers must be
unchanged, what came after it must be what it allows, and its certificate must not be revoked. Nothing is fetched: the
certificates and revocation lists in the file are what there is. It is looked at for the time of signing, so a
certificate that has run out since is no fault. A signature that cannot be verified holds; where the extra `sign` is
not installed, that is a note. Who signed is a note too: proved only where the certificates end in a root that is
named in tradedocs.toml (`[sign]`, `roots = ["issuer-root.pem"]`). A report without a signature is not signed, which
is no finding, and never genuine.

Why: a file that was saved again after signing can say anything, and still shows the signature's stamp.

Bad: the file goes on behind what its only signature covers.
Bad: one byte of a signed page differs from what was signed.
Good: signed, intact, covers the whole file, and the signer's root is one of the user's.

Source: ISO 32000-2:2020, 12.8 (digital signatures), 12.8.2.2 (DocMDP); ETSI EN 319 102-1 (validation).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.model.reportfile import Signature
from tradedocs.ui import say

ID = "report-signature"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each signed report whose signature fails; a note where it holds or was not looked at."""
    for report in case.reports:
        if report.source.signed:
            reasons = list(dict.fromkeys(_reasons(report)))
            yield _held(report, reasons) if reasons else _noted(report)


def _reasons(report: Report) -> Iterator[str]:
    if not report.source.signed_whole:
        yield say("it was saved again after it was signed: no signature in it covers the whole file")
    for one in report.signatures:
        yield from _wrong(one)
    verified = [one for one in report.signatures if one.problem is None]
    if report.source.signed_whole and verified and not any(one.covers == "file" for one in verified):
        yield say("no signature in it covers the whole file")


def _wrong(one: Signature) -> Iterator[str]:
    if one.problem is not None:
        yield say("a signature could not be verified ({kind})", kind=one.problem)
        return
    if not one.intact:
        yield say("what {who} signed is not what the file says now: the signature is broken", who=_who(one))
    elif one.covers == "part":
        yield say("the signature of {who} leaves out parts of the file", who=_who(one))
    elif not one.permitted:
        yield say("the file was changed after {who} signed it, in a way that the signature does not allow",
                  who=_who(one))  # fmt: skip
    if one.trust == "revoked":
        yield say("the certificate of {who} was revoked", who=_who(one))


def _who(one: Signature) -> str:
    return one.signer or say("somebody")


def _held(report: Report, reasons: list[str]) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: {reasons}", file=report.source.file, reasons="; ".join(reasons)),
        way_out=say(
            "Ask the issuer, by the address that you know and not by the sender's, for the file as it signed it."
        ),
    )


def _noted(report: Report) -> Finding:
    if not report.signatures:
        message = say("{file} is signed; its signature was not verified", file=report.source.file)
        way_out = say("Install what verifies it, and check again: pip install 'tradedocs[sign]'")
    elif any(one.trust == "trusted" for one in report.signatures):
        message = say("{file} is signed and intact, by {who}: trusted by your roots", file=report.source.file,
                      who=_who(report.signatures[-1]))  # fmt: skip
        way_out = say("Nothing is to be done.")
    else:
        message = say("{file} is signed and intact; that the signer is {who} is not verified",
                      file=report.source.file, who=_who(report.signatures[-1]))  # fmt: skip
        way_out = say(
            "Name the root certificate of the signer in tradedocs.toml, under [sign], once you have it from the issuer."
        )
    return Finding(rule=ID, severity=Verdict.RELEASE, message=message, way_out=way_out)

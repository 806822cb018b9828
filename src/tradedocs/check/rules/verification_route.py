"""How to ask the issuer itself whether it issued this report, and whether the report's QR code leads there.

What: for an issuer in the register (registers/data/issuers.yaml, and the workspace's own issuers.yaml) its own
channels are named: that is a step for a person, and a note. Where QR codes on the report hold web addresses, one of
them must be of the issuer's own domains; where none is, the report is held. Where the issuer is not in the register,
or the register knows no domain of it, that is a note. Nothing is opened: an address is only text, and is shown so that
nobody follows it by accident.

Why: a forged report is best found by asking its issuer; and a forged code leads to a page of the forger's own that
says that all is well.

Bad: the report is of a body whose domain is `orbis.example`, and its code leads to `orbis-verify.example`.
Good: the code leads to `check.orbis.example`.

Source: the issuers' own pages, as the register names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from tradedocs.check.case import Case, at
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.model.reportfile import Code
from tradedocs.registers.bodies import body_of
from tradedocs.registers.issuers import Issuer
from tradedocs.ui import say

ID = "verification-route"
RESTS_ON: tuple[str, ...] = ("inspection.report",)
_BARE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?=[/:?#]|$)")
_LONGEST = 100


def check(case: Case) -> Iterator[Finding]:
    """HOLD where the codes lead elsewhere than to the issuer; a note that says how to ask it."""
    for report in case.reports:
        if report.issuer is None:
            continue
        body = body_of(report.issuer.text)
        own = _domains(body) if body is not None else ()
        links = [(code, host) for code in report.codes if (host := host_of(code.text)) is not None]
        if links and own and not any(_is_of(host, own) for _, host in links):
            yield _elsewhere(report, links, own)
        yield from _step(report, body, own, links)


def host_of(text: str) -> str | None:
    """The host of a web address, as a browser takes it; None where the text is none."""
    flat = "".join(text.split()).replace("\\", "/")
    if not flat.casefold().startswith(("http://", "https://")):
        if not _BARE.match(flat):
            return None
        flat = f"http://{flat}"
    try:
        host = urlsplit(flat).hostname
    except ValueError:
        return None
    return host.rstrip(".").casefold() if host else None


def defanged(text: str) -> str:
    """A web address as text that no program makes a link of."""
    flat = "".join(text.split())[:_LONGEST]
    return re.sub(r"(?i)^http", "hxxp", flat).replace(".", "[.]").replace("@", "[at]")


def _domains(body: Issuer) -> tuple[str, ...]:
    routes = (host_of(route.target) for route in body.verify if route.kind in ("web", "qr"))
    return tuple(
        dict.fromkeys((*(name.casefold() for name in body.domains), *(host for host in routes if host)))
    )


def _is_of(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def _elsewhere(report: Report, links: list[tuple[Code, str]], own: tuple[str, ...]) -> Finding:
    code, _ = links[0]
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: its QR code leads to {link}, and the register knows the issuer under {own} only",
                    file=report.source.file, link=defanged(code.text), own=", ".join(own)),
        way_out=say("Do not open the code. Ask the issuer by an address that you know; where the domain is its own, "
                    "add it to the issuer in issuers.yaml."),
        places=tuple(at(report, one.place) for one, _ in links),
    )  # fmt: skip


def _step(
    report: Report, body: Issuer | None, own: tuple[str, ...], links: list[tuple[Code, str]]
) -> Iterator[Finding]:
    routes = (
        [say("{kind} {target}", kind=route.kind, target=route.target) for route in body.verify]
        if body
        else []
    )
    led = [defanged(code.text) for code, host in links if own and _is_of(host, own)]
    strange = [defanged(code.text) for code, _ in links] if not own else []
    if routes or led:
        said = "; ".join((*routes, *(say("its QR code {link}", link=link) for link in dict.fromkeys(led))))
        message = say(
            "{file}: the issuer itself verifies its reports: {routes}", file=report.source.file, routes=said
        )
    elif strange:
        message = say("{file}: its QR code leads to {links}; the register knows no domain of this issuer",
                      file=report.source.file, links=", ".join(dict.fromkeys(strange)))  # fmt: skip
    else:
        return
    number = report.report_no.text if report.report_no is not None else say("without a number")
    yield Finding(
        rule=ID,
        severity=Verdict.RELEASE,
        message=message,
        way_out=say("Ask there, by an address that you know and not by the sender's, whether report {number} was "
                    "issued with these values.", number=number),
        places=tuple(at(report, code.place) for code, _ in links) if strange and not routes else (),
    )  # fmt: skip

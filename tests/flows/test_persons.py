"""What persons put on record, through the command line and a real ledger."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from reportlab.pdfgen import canvas

from tests.conftest import Ran
from tradedocs.contract.papers import hold, job, reject, release, steps, verdict
from tradedocs.ledger import Ledger
from tradedocs.word.package import read_parts
from tradedocs.word.text import visible_text

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[2] / "samples"
PLASTIC, SUGAR = SAMPLES / "plastic-parts", SAMPLES / "white-sugar"
PASSING = (PLASTIC / "reports" / "pass-rohs.pdf", PLASTIC / "reports" / "pass-psi.pdf")
WEIGHT = "require: 142 ± 5 g, class: minor, aliases: [Unit weight]"
TERMS = {
    "contract": "WL-PO-55108", "shipment": "1", "line": "1", "report": "LA-26-110937", "quantity": "3000 pcs",
    "items": [{"characteristic": "Weight", "measured": "142.3 g"}], "price_effect": "1 % off", "expires": "2099-12-31",
    "signed": {"party": "Adler & Kessel Schaltgeräte GmbH", "by": "J. Doe", "on": "2026-11-20"}, "end_buyer": "none",
}  # fmt: skip


def deal_with(weight: str) -> Path:
    """The sample deal with another requirement for the weight."""
    text = (PLASTIC / "deal.yaml").read_text(encoding="utf-8")
    assert WEIGHT in text
    path = Path("deal.yaml")
    path.write_text(text.replace(WEIGHT, weight), encoding="utf-8")
    return path


def paper(name: str, *lines: str) -> Path:
    page = canvas.Canvas(name, invariant=1)
    for row, text in enumerate(lines):
        page.drawString(60, 780 - 20 * row, text)
    page.save()
    return Path(name)


def terms(**more: object) -> Path:
    path = Path("concession.yaml")
    path.write_text(yaml.safe_dump({**TERMS, **more}, allow_unicode=True), encoding="utf-8")
    return path


def signed() -> Path:
    return paper("signed.pdf", "Contract WL-PO-55108", "Report LA-26-110937", "Adler & Kessel Schaltgeräte GmbH",
                 "Weight: measured 142.3 g")  # fmt: skip


def last_row() -> dict[str, object]:
    facts: dict[str, object] = json.loads(Path("ledger.jsonl").read_text(encoding="utf-8").splitlines()[-1])[
        "facts"
    ]
    return facts


def check(run: Run, deal: Path, *options: str) -> Ran:
    return run("check", deal, *PASSING, "--unsigned", *options)


def mark(ran: Ran, rule: str) -> str:
    found = re.search(rf"hold\[{rule}\] #([0-9a-f]+)", ran.out)
    assert found is not None
    return found[1]


def test_a_concession_from_reject_to_release_under_concession(run: Run, workspace: Path) -> None:
    deal = deal_with("require: 141.0 ± 0.5 g, class: minor, aliases: [Unit weight]")
    before = check(run, deal)
    assert before.code == 20
    limit = mark(before, "limit-differs")
    ran = run("concession", "record", deal, "--file", signed(), "--from", terms(), "--by", "B. Person")
    assert ran.code == 0, ran.err
    assert "the paper shows contract, report, party and values" in ran.out
    assert check(run, deal).code == 10  # the report was judged by another limit, and nobody has looked
    resolve = ("resolve", limit, "--by", "B. Person", "--reason", "the contract's own limit was used")
    refused = run(*resolve)
    assert refused.code == 2
    assert "--crop-seen" in refused.err
    assert run(*resolve, "--crop-seen").code == 0
    ran = check(run, deal, "--out", "verdict", "--notice", "notice")
    assert ran.code == 0, ran.out
    assert ran.out.startswith("RELEASE UNDER CONCESSION (rests on")
    assert "conceded[outside-limit]" in ran.out
    assert f"note[limit-differs] #{limit}" in ran.out
    assert "as attested by B. Person, who looked at the page: the contract's own limit was used" in ran.out
    assert last_row()["verdict"] == "RELEASE UNDER CONCESSION"
    data = json.loads(Path("verdict/verdict.json").read_text(encoding="utf-8"))
    assert data["verdict"] == data["lines"][0]["verdict"] == "RELEASE UNDER CONCESSION"
    assert data["concessions"][0]["terms"]["signed"]["by"] == "J. Doe"
    assert [one["resolved"]["by"] for one in data["findings"] if one["resolved"]] == ["B. Person"]
    page = Path("verdict/verdict.html").read_text(encoding="utf-8")
    assert "<h1>RELEASE UNDER CONCESSION</h1>" in page
    assert "Every characteristic that the contract calls for was found and meets it" not in page
    assert sorted(path.name for path in Path("notice").iterdir()) == [
        "release-under-concession.docx",
        "verdict.json",
    ]
    text = visible_text(read_parts(Path("notice/release-under-concession.docx").read_bytes(), name="n"))
    for words in ("RELEASE NOTE UNDER CONCESSION", "do not meet the contract", "J. Doe, 2026-11-20", "1 % off",
                  "Resolved on the word of B. Person"):  # fmt: skip
        assert words in text
    assert "show that each meets its requirement" not in text
    # what was conceded once is a use of the report, and taking either word back holds or rejects again
    assert run("resolve", limit, "--withdraw", "--by", "C. Person", "--reason", "looked again").code == 0
    assert check(run, deal).code == 10
    (conceded,) = [one.row for one in Ledger(Path("ledger.jsonl")).rows() if one.kind == "concession"]
    assert (
        run("concession", "withdraw", conceded, "--by", "C. Person", "--reason", "agreed otherwise").code == 0
    )
    assert check(run, deal).code == 20
    assert run("ledger", "verify").code == 0


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        ({"contract": "C-2"}, 2, "the terms are of contract C-2"),
        ({"shipment": "2"}, 2, "no shipment 2 with line 1"),
        ({"items": [{"characteristic": "Mass", "measured": "142.3 g"}]}, 2, "no characteristic 'Mass'"),
        ({"items": [{"characteristic": "Lead", "measured": "1100 mg/kg"}]}, 10, "is not conceded"),
        ({"items": [{"defects": "critical", "found": "1"}]}, 20, "none of major, minor"),
        ({"signed": {"party": "Somebody GmbH", "by": "J. Doe", "on": "2026-11-20"}}, 2, "is not the other side"),
        ({"signed": {**TERMS["signed"], "by": "b. PERSON"}}, 2, "cannot sign for"),  # type: ignore[dict-item]
        ({"signed": {**TERMS["signed"], "on": "2099-01-01"}}, 2, "still to come"),  # type: ignore[dict-item]
        ({"expires": "2026-11-01"}, 2, "expired"),
        ({"end_buyer": {"party": "Far plc", "by": "E. End", "on": "2026-11-21", "file": "signed.pdf"}}, 2,
         "two of the papers"),
    ],
)  # fmt: skip
def test_what_cannot_be_conceded_is_refused_at_once(
    run: Run, workspace: Path, more: dict[str, object], code: int, said: str
) -> None:
    deal = deal_with(WEIGHT)
    ran = run("concession", "record", deal, "--file", signed(), "--from", terms(**more), "--by", "B. Person")
    assert ran.code == code, ran.err
    assert said in ran.err
    assert not Path("ledger.jsonl").exists()


def test_a_paper_that_does_not_show_it_is_told(run: Run, workspace: Path) -> None:
    deal = deal_with("require: 141.0 ± 0.5 g, class: minor, aliases: [Unit weight]")
    other = paper("signed.pdf", "We agree.")
    ran = run("concession", "record", deal, "--file", other, "--from", terms(), "--by", "B. Person")
    assert ran.code == 0
    assert "the paper's words do not show: contract number" in ran.out
    assert "which the words of the paper do not show" in check(run, deal).out


def test_only_what_a_check_showed_with_a_mark_is_resolved(run: Run, workspace: Path) -> None:
    deal = deal_with("require: 141.0 ± 0.5 g, class: minor, aliases: [Unit weight]")
    assert check(run, deal).code == 20
    said = ("--by", "B. Person", "--reason", "fine", "--crop-seen")
    for given, code in (("outside-limit:000000", 10), ("#123456", 10), ("no mark", 2)):
        assert run("resolve", given, *said).code == code
    limit = mark(check(run, deal), "limit-differs")
    assert run("resolve", limit, "--by", " ", "--reason", "fine", "--crop-seen").code == 2
    assert run("resolve", limit, "--by", "B. Person", "--reason", "", "--crop-seen").code == 2
    assert run("resolve", limit, *said, "--value", "3 g").code == 2
    assert run("resolve", limit, *said, "--withdraw").code == 10


def test_without_a_workspace_there_is_nothing_to_resolve(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("resolve", "123456", "--by", "B. Person", "--reason", "fine").code == 10


def renamed(aliases: str) -> Path:
    """The sample deal with a characteristic that its reports call otherwise."""
    text = (PLASTIC / "deal.yaml").read_text(encoding="utf-8")
    assert "name: Overall length" in text
    path = Path("deal.yaml")
    path.write_text(text.replace("name: Overall length", f"name: {aliases}"), encoding="utf-8")
    return path


def test_a_name_is_proposed_confirmed_and_shown(run: Run, workspace: Path) -> None:
    deal = renamed("Length overall")
    before = check(run, deal)
    assert before.code == 10
    assert "Does the report mean it by" in before.out or "does the report mean it by" in before.out
    asked = check(run, deal, "--map")
    assert asked.code == 10
    assert '--map --as "Overall length=Length overall" --by NAME' in asked.err
    assert not Path("mappings.yaml").exists()
    assert check(run, deal, "--map", "--as", "Overall length=Length overall").code == 2
    ran = check(run, deal, "--map", "--as", "Overall length=Length overall", "--by", "B. Person")
    assert ran.code == 0, ran.out
    assert "note[name-mapped]" in ran.out
    assert "by a mapping that B. Person confirmed" in ran.out
    assert check(run, deal).code == 0
    names = yaml.safe_load(Path("mappings.yaml").read_text(encoding="utf-8"))["names"]
    assert [(one["parameter"], one["by"]) for one in names] == [("Overall length", "B. Person")]
    Path("mappings.yaml").write_text(
        yaml.safe_dump({"names": [{**names[0], "by": "A. Boss"}]}), encoding="utf-8"
    )
    forged = check(run, deal)
    assert forged.code == 10
    assert "is not confirmed" in forged.err
    Path("mappings.yaml").unlink()
    assert check(run, deal).code == 10


@pytest.mark.parametrize("spoken", ["Cadmium (Cd)=Lead", "Overall width=Length overall"])
def test_known_differences_are_never_joined(run: Run, workspace: Path, spoken: str) -> None:
    ran = check(run, renamed("Length overall"), "--map", "--as", spoken, "--by", "B. Person")
    assert ran.code in (2, 10)
    assert ran.out == ""
    assert not Path("mappings.yaml").exists()


INDEMNITY = re.compile(r"indemn|backdat|antedat|clean bill|保函|倒签|预借", re.I)


def test_no_paper_offers_an_indemnity_for_a_document() -> None:
    said = [text for module in (hold, job, reject, release, steps, verdict)
            for text in re.findall(r'"([^"]+)"', Path(module.__file__ or "").read_text(encoding="utf-8"))]  # fmt: skip
    found = [text for text in said if INDEMNITY.search(text)]
    assert all(text in "".join(verdict.NO_SUBSTITUTE) or text in verdict.NO_SUBSTITUTE for text in found), (
        found
    )
    for template in (SAMPLES.parent / "templates").glob("*.docx"):
        text = visible_text(read_parts(template.read_bytes(), name=template.name))
        assert not INDEMNITY.search(text), template.name

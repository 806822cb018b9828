"""Contracts per CPU second against docxtpl's own render of the same text, one command against a script, and memory.

Everything is measured in turn in the same run, CPU time of user and system. Ours is measured from a validated deal to
the bytes of the file, read-back included, with the ledger's rows written a group at a time.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from bench.child import as_installed, cpu_of
from bench.peer import peer_context, peer_render, peer_template
from tradedocs.flows.batch.press import Press
from tradedocs.flows.batch.run import Batch
from tradedocs.flows.batch.run import run as run_batch
from tradedocs.flows.batch.sources import Job
from tradedocs.flows.receipt import facts_of
from tradedocs.ledger import Ledger
from tradedocs.model.deal import Deal
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.text import paragraph_texts
from tradedocs.word.xml import parse
from tradedocs.workspace import find
from tradedocs.yamlfile import load

ROUNDS, OURS, PEERS = 5, 200, 12
"""Rounds in turn; contracts of each kind in one."""

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SCRIPT = """
import sys, json
import click, pydantic
from docxtpl import DocxTemplate, RichText
data = json.load(open(sys.argv[2], encoding="utf-8"))
def rich(runs):
    out = RichText()
    for text, style in runs: out.add(text, style=style)
    return out
from markupsafe import Markup
context = data["context"]
for one in context["paragraphs"]:
    one["en"], one["zh"] = rich(one["en"]), rich(one["zh"])
for way in data["markup"]:
    here = context
    for step in way[:-1]: here = here[step]
    here[way[-1]] = Markup(here[way[-1]])
document = DocxTemplate(sys.argv[1])
document.render(context, autoescape=True)
document.save(sys.argv[3])
"""


def run() -> dict[str, float]:
    """The figures by name; `contract_*` are ratios, `batch_peak_mb_*` megabytes of resident memory."""
    os.environ["TRADEDOCS_CACHE"] = ""  # nothing of another run counts
    workspace = find(start=Path(__file__).parent)
    press = Press.of(workspace, DAY, template=None, language=None)
    deals = list(_deals(load(workspace.samples / "led-lamps" / "deal.yaml", Deal), OURS))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        peer = peer_template(press.template, scratch / "peer.docx")
        contexts = [peer_context(press.contract(deal)[0]) for deal in deals[:PEERS]]
        _same_text(press, deals[0], peer, contexts[0])
        figures = _ratios(press, deals, peer, contexts, scratch)
        figures |= _command(workspace.samples, peer, contexts[0], scratch)
        figures |= {f"batch_peak_mb_{count}": _peak(count, scratch) for count in (100, 10_000)}
    return figures


def _deals(base: Deal, count: int) -> Iterator[Deal]:
    """Deals that differ in number, buyer and price, as those of one trader do."""
    for number in range(count):
        buyer = base.buyer.model_copy(update={"name": f"Harrow & Finch <{number}> Ltd"})
        yield base.model_copy(update={"contract_no": f"NSL-{number:06d}", "buyer": buyer})


def _same_text(press: Press, deal: Deal, peer: Path, context: dict[str, object]) -> None:
    """Word for word, or the comparison means nothing."""
    ours = press.frames.build(press.contract(deal)[0], deal_sha256="0" * 64).data
    texts = [
        list(paragraph_texts(parse(read_parts(data, name="-")[DOCUMENT], DOCUMENT)))
        for data in (ours, peer_render(peer, context))
    ]
    if texts[0] != texts[1]:
        raise SystemExit("the peer's document has another text")


def _press_all(press: Press, deals: list[Deal], ledger: Ledger) -> None:
    """Validated deals to bytes, read back, with the ledger's rows in groups."""
    facts = []
    for deal in deals:
        contract = press.assembled(deal)
        facts.append(facts_of(press.frames.build(contract, deal_sha256="0" * 64), contract, None))
        if len(facts) == 50:
            ledger.append_all("contract-built", facts, at=NOW)
            facts = []


def _ratios(
    press: Press, deals: list[Deal], peer: Path, contexts: list[dict[str, object]], scratch: Path
) -> dict[str, float]:
    ledger = Ledger(scratch / "ledger.jsonl")

    def ours() -> None:
        _press_all(press, deals, ledger)

    def theirs() -> None:
        for context in contexts:
            peer_render(peer, context)

    ours()
    theirs()
    one, two = [], []
    for _ in range(ROUNDS):
        one.append((_cpu(theirs) / PEERS) / (_cpu(ours) / OURS))
    for _ in range(ROUNDS):
        two.append((_cpu_of_two(theirs) / PEERS) / (_cpu_of_two(ours) / OURS))
    return {
        "contract_batch_vs_docxtpl": statistics.median(one),
        "contract_two_processes_vs_docxtpl": statistics.median(two),
    }


def _cpu(work: Callable[[], None]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _cpu_of_two(work: Callable[[], None]) -> float:
    """CPU of the same work in each of two processes at once, for one of them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    children = []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            work()
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) / 2


def _command(samples: Path, peer: Path, context: dict[str, object], scratch: Path) -> dict[str, float]:
    """CPU of `contract build`, with its cache and without, over that of a script which renders the same contract."""
    (scratch / "script.py").write_text(SCRIPT, encoding="utf-8")
    (scratch / "context.json").write_text(_plain(context), encoding="utf-8")
    script = [
        str(scratch / "script.py"),
        str(peer),
        str(scratch / "context.json"),
        str(scratch / "their.docx"),
    ]
    deal = samples / "led-lamps" / "deal.yaml"
    command = ["-c", "from tradedocs.cli.main import main; main()", "contract", "build", str(deal), "-o",
               str(scratch / "our.docx")]  # fmt: skip
    filled = as_installed(scratch)
    empty = {**filled, "TRADEDOCS_CACHE": ""}
    cpu_of(command, filled), cpu_of(script, filled)
    later, first = [], []
    for _ in range(2 * ROUNDS):
        theirs = cpu_of(script, filled)
        later.append(cpu_of(command, filled) / theirs)
        first.append(cpu_of(command, empty) / theirs)
    return {
        "contract_command_vs_script": statistics.median(later),
        "contract_uncached_command_vs_script": statistics.median(first),
    }


def _plain(context: dict[str, object]) -> str:
    """The context as JSON: runs for the script's RichText, and the ways to what is XML already."""
    from markupsafe import Markup

    markup: list[list[object]] = []

    def plain(value: object, way: list[object]) -> object:
        if isinstance(value, Markup):
            markup.append(way)
            return str(value)
        if isinstance(value, dict):
            return {key: plain(inner, [*way, key]) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [plain(inner, [*way, index]) for index, inner in enumerate(value)]
        return value if isinstance(value, str | bool | int | None) else value.runs  # type: ignore[attr-defined]

    return json.dumps({"context": plain(context, []), "markup": markup}, ensure_ascii=False)


def _peak(count: int, scratch: Path) -> float:
    """The highest resident memory in MB of a fresh process that runs a batch of so many deals."""
    code = f"from bench.contract import batch_of; batch_of({count}, {str(scratch / f'out{count}')!r})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent.parent,
        env=as_installed(scratch),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def _job(number: int, deal: Deal) -> Job:
    def read() -> Deal:
        return deal

    return Job(f"deal:{number}", f"{number:064d}", read)


def batch_of(count: int, out: str) -> None:
    """Run a batch of `count` deals, each file taken away once it is told of; print the peak memory in MB."""
    workspace = find(start=Path(__file__).parent)
    base = load(workspace.samples / "led-lamps" / "deal.yaml", Deal)
    jobs = (_job(number, deal) for number, deal in enumerate(_deals(base, count)))
    batch = Batch(
        Press.of(workspace, DAY, template=None, language=None), Path(out), NOW, Ledger(Path(f"{out}.jsonl"))
    )
    for outcome in run_batch(jobs, batch):
        assert outcome.file is not None
        outcome.file.unlink()
        outcome.file.with_suffix(".receipt.json").unlink()
    # The kernel's own figure for this program; what getrusage says may be that of the process which started it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)

"""What can be said of a report's file: how it was read, its revisions, signatures and codes, and what was not read."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from tradedocs.model.base import Fact, Place


class Rewording(Fact):
    """What stood in a place before the file was saved again, and what stands there now; None for nothing."""

    place: Place
    before: str | None = None
    after: str | None = None


class Revision(Fact):
    """An earlier revision that is still in the file, and how what is shown now differs from it.

    Attributes:
        number: counted from 1, the file as it was first written.
        producer: the program that wrote it, as its metadata say.
        change: `none`; `text`: other words; `picture`: the same words, and a page looks otherwise; `pages`: another
            number of pages; `unknown`: it cannot be opened, or the file has too many revisions.
        words: the places with other words.
    """

    number: int
    producer: str | None = None
    change: Literal["none", "text", "picture", "pages", "unknown"]
    words: tuple[Rewording, ...] = ()


class Unread(Fact):
    """A page (0 for the whole file) that was not read, and why: a reason code, then words for a person."""

    page: int
    code: str
    why: str


class Signature(Fact):
    """A digital signature of the file, and what came of verifying it (offline, for the time when it was made).

    Attributes:
        field: the name of its form field.
        kind: `approval`; `certification`: it allows certain changes only; `timestamp`: of the whole file.
        covers: `file`: all of it; `revision`: all that there was then, and the file goes on; `part`: not even that.
        intact: what it covers is what was signed.
        changes: what was done to the file afterwards: `upkeep` is of the signature itself (revocation data).
        permitted: whether the signature allows those changes.
        signer, issuer: whom the certificate names, and who issued it. Proved only where `trust` is `trusted`.
        signed_at: when; by a `timestamp` in it, or as the signer's own clock `stated`.
        trust: `trusted`: the certificates end in a root that the user named; `no-roots`: the user named none;
            `unknown`: they end elsewhere; `not-valid-then`; `revoked`; `weak`: by a method that is not safe any more.
        problem: the kind of error that kept it from being verified; then nothing else here is known.
    """

    field: str
    kind: Literal["approval", "certification", "timestamp"] = "approval"
    covers: Literal["file", "revision", "part"] | None = None
    intact: bool = False
    changes: Literal["none", "upkeep", "forms", "notes", "other"] | None = None
    permitted: bool = False
    signer: str | None = None
    issuer: str | None = None
    signed_at: datetime | None = None
    time_by: Literal["timestamp", "stated"] | None = None
    trust: Literal["trusted", "no-roots", "unknown", "not-valid-then", "revoked", "weak"] = "no-roots"
    problem: str | None = None


class Code(Fact):
    """A machine-readable code (QR) that is printed on a page, and the text in it."""

    text: str
    place: Place


class ReportSource(Fact):
    """The file that was read.

    Attributes:
        reading: how it was read: from its text layer, by OCR, or both.
        producer, creator: the program that wrote the file, and the one that its pages were made with, as its metadata
            say; None where they say nothing.
        created, modified: when it was made and last changed, as its metadata say.
        title, subject: what its metadata say.
        signed: it holds a signature; what came of verifying it stands in the report's `signatures`.
        signed_whole: one of its signatures says that it covers the whole file; True where there is none.
        revisions: how many times the file was closed: 1 plus the updates that were appended.
    """

    file: str
    sha256: str
    pages: int
    encrypted: bool = False
    reading: Literal["text", "ocr", "mixed"] = "text"
    producer: str | None = None
    creator: str | None = None
    created: datetime | None = None
    modified: datetime | None = None
    title: str | None = None
    subject: str | None = None
    signed: bool = False
    signed_whole: bool = True
    revisions: int = 1

"""Unsent e-mails: a person reads the draft, completes it and sends it.

The same content gives the same bytes: no date and no message number, which the mail program sets when it is sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from email import policy
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

DOCX = "vnd.openxmlformats-officedocument.wordprocessingml.document"
Attachment = tuple[bytes, str, str]
"""Content, subtype of `application/`, and file name."""


def unsent(to: str, subject: str, body: str, attachments: Sequence[Attachment]) -> bytes:
    """The e-mail's bytes, to be opened in a mail program as a draft (`X-Unsent`). `to` may be empty."""
    digest = hashlib.sha256(b"".join(data for data, _, _ in attachments) + body.encode()).hexdigest()
    mail = MIMEMultipart("mixed", boundary=f"=_tradedocs_{digest[:24]}", policy=policy.SMTP)
    mail["X-Unsent"] = "1"
    mail["To"] = to
    mail["Subject"] = subject
    mail.attach(MIMEText(body, "plain", "utf-8", policy=policy.SMTP))
    for data, kind, name in attachments:
        part = MIMEApplication(data, kind, policy=policy.SMTP)
        part.add_header("Content-Disposition", "attachment", filename=name)
        mail.attach(part)
    return mail.as_bytes()

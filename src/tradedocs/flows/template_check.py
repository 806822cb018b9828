"""What a Word template lacks or misuses."""

from __future__ import annotations

from pathlib import Path

from tradedocs.files import read_bytes
from tradedocs.model.template import TemplateFault
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.template_check import check_template


def checked(template: Path) -> tuple[TemplateFault, ...]:
    """Every fault of a template.

    Raises:
        UsageError: the file cannot be read.
        RefusedInput: it is no DOCX, or is damaged.
    """
    return check_template(read_bytes(template, limit=FILE_LIMIT), template.name)

"""A second opinion on a file's structure, by another engine than the one that reads the pages.

A file that two engines take apart differently can show one of them pages that the other never sees.
"""

from __future__ import annotations

import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Structure:
    """How many pages the file has, and whether it is encrypted (an empty password opens it)."""

    pages: int
    encrypted: bool


def structure_of(content: bytes) -> Structure | None:
    """The structure as pypdf sees it; None when pypdf cannot take the file apart.

    pypdf raises errors of many kinds on broken files, its own and built-in ones, and all mean the same here.
    """
    from pypdf import PasswordType, PdfReader

    try:
        reader = PdfReader(io.BytesIO(content))
        encrypted = reader.is_encrypted
        if encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            return None
        return Structure(len(reader.pages), encrypted)
    except Exception:
        return None

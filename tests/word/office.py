"""A file that a person works on in a real LibreOffice: opened, edited by its own interface, and saved as DOCX."""

from __future__ import annotations

import subprocess
from html import escape
from pathlib import Path

_LAWYER = """
Sub Edit(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
{works}
  kind(0).Name = "FilterName" : kind(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, kind())
  doc.close(True)
End Sub
Function Place(doc, words As String)
  search = doc.createSearchDescriptor()
  search.SearchString = words
  Place = doc.findFirst(search)
End Function
Sub Remark(doc, words As String, said As String)
  found = Place(doc, words)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "B. Lawyer"
  note.Content = said
  found.getText().insertTextContent(found.getEnd(), note, False)
End Sub
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{code}
</script:module>
"""


def worked_in_office(data: bytes, folder: Path, *works: str) -> bytes:
    """The file after LibreOffice opened it, did the works (lines of Basic, `doc` is the document), and saved it."""
    (folder / "sent.docx").write_bytes(data)
    start = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    # The first start puts its own macros into the profile; ours go in afterwards.
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    code = _LAWYER.replace("{works}", "\n".join(f"  {work}" for work in works))
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(_MODULE.replace("{code}", escape(code)))
    source, target = ((folder / name).as_uri() for name in ("sent.docx", "back.docx"))
    macro = f'macro:///Standard.Module1.Edit("{source}","{target}")'
    subprocess.run([*start, macro], check=True, capture_output=True, timeout=120)
    return (folder / "back.docx").read_bytes()

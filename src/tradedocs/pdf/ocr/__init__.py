"""Reading pictures of pages. Needs the extra `ocr`; its libraries are imported only when a picture is read."""

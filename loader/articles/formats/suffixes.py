"""Which format a file is of: by its suffix, or by how its bytes begin."""

from __future__ import annotations

import re
from pathlib import PurePath

#: Suffixes of files that hold one article.
OF_ONE = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht")
#: Suffixes of files that hold many.
OF_MANY = (
    ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".warc", ".warc.gz", ".rss", ".atom", ".xml",
)  # fmt: skip
SUFFIXES = (*OF_ONE, *OF_MANY)
_BEGINNINGS = (
    (rb"\{", ".jsonl"),
    (rb"WARC/|\x1f\x8b", ".warc"),
    (rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:rdf)\b", ".xml"),
    (rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b", ".html"),
)


def suffix_of(name: str) -> str:
    """Give the suffix that says a file's format, in small letters; both for what is packed.

    >>> suffix_of("Crawl-7.WARC.gz"), suffix_of("pact.txt")
    ('.warc.gz', '.txt')
    """
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    return "".join(suffixes[-2:]) if suffixes[-1:] == [".gz"] else "".join(suffixes[-1:])


def suffix_by_beginning(head: bytes) -> str:
    """Tell the format by how the bytes begin; what is nothing else is text.

    >>> suffix_by_beginning(b'<!DOCTYPE html><html>'), suffix_by_beginning(b'The ministers met.')
    ('.html', '.txt')
    """
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, suffix in _BEGINNINGS:
        if re.match(pattern, head, re.IGNORECASE | re.DOTALL):
            return suffix
    return ".txt"

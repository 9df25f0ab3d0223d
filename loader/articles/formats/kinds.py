"""Which format reads what."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO, cast

from ...errors import ArticleError
from ..found import Found
from ..known import Known
from .feed import feed_articles
from .json_lines import json_lines_articles
from .page import encoding_on_the_web, page_article, saved_page
from .saved import archived_page
from .text import markdown_article, plain_article
from .web_archive import web_archive_articles

One = Callable[[bytes, str, Known], Found]
Many = Callable[[BinaryIO, str, Known, int], Iterator[Found | ArticleError]]
#: A page carries much that is no text, so that more of it is read than of a text.
PAGE_FACTOR = 5


def _feed(
    stream: BinaryIO, source: str, known: Known, max_bytes: int
) -> Iterator[Found | ArticleError]:
    content = limited(stream, source, max_bytes * PAGE_FACTOR)
    yield from feed_articles(content, source, known, max_bytes)


def _crawl(
    stream: BinaryIO, source: str, known: Known, max_bytes: int
) -> Iterator[Found | ArticleError]:
    return web_archive_articles(stream, source, known, max_bytes * PAGE_FACTOR)


def _packed_lines(
    stream: BinaryIO, source: str, known: Known, max_bytes: int
) -> Iterator[Found | ArticleError]:
    unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    return json_lines_articles(unpacked, source, known, max_bytes)


#: Files that hold one article.
ONE: dict[str, One] = {
    ".txt": plain_article,
    ".md": markdown_article,
    ".markdown": markdown_article,
    ".html": saved_page,
    ".htm": saved_page,
    ".xhtml": saved_page,
    ".mhtml": archived_page,
    ".mht": archived_page,
}
#: Files that hold many.
MANY: dict[str, Many] = {
    ".jsonl": json_lines_articles,
    ".ndjson": json_lines_articles,
    ".jsonl.gz": _packed_lines,
    ".ndjson.gz": _packed_lines,
    ".warc": _crawl,
    ".warc.gz": _crawl,
    ".rss": _feed,
    ".atom": _feed,
    ".xml": _feed,
}
_PAGES = {saved_page, archived_page}
#: Media types of text that are read from an address.
TYPES: dict[str, str] = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/x-jsonlines": ".jsonl",
}


def found_in(
    stream: BinaryIO, suffix: str, source: str, known: Known, max_bytes: int
) -> Iterator[Found | ArticleError]:
    """Read the articles of a stream, one at a time; what is wrong comes in its place.

    Args:
        stream: The bytes.
        suffix: One of ``suffixes.SUFFIXES``.
        source: Where they come from, for messages.
        known: What the sidecar says.
        max_bytes: Largest text that is read; of pages and feeds ``PAGE_FACTOR`` times as much.
    """
    try:
        if reader := ONE.get(suffix):
            largest = max_bytes * PAGE_FACTOR if reader in _PAGES else max_bytes
            yield reader(limited(stream, source, largest), source, known)
        else:
            yield from MANY[suffix](stream, source, known, max_bytes)
    except ArticleError as error:
        yield error
    except (OSError, EOFError, zlib.error) as error:
        yield ArticleError(source, f"it cannot be read from here on: {error}; mend or replace it")


def fetched_articles(
    content: bytes, media_type: str, charset: str | None, address: str, max_bytes: int
) -> Iterator[Found | ArticleError]:
    """Read the articles of what an address gave; a page's own address is where it was got from."""
    suffix, encoding = TYPES[media_type], encoding_on_the_web(charset)
    known = Known(encoding=encoding if suffix != ".xml" else None)
    try:
        if suffix == ".html":
            yield page_article(content, address, Known(), address=address, charset=charset)
        elif reader := ONE.get(suffix):
            found = reader(content, address, known)
            yield replace(found, name=None, known=Known(address=address).over(found.known))
        else:
            yield from MANY[suffix](BytesIO(content), address, known, max_bytes)
    except ArticleError as error:
        yield error


def limited(stream: BinaryIO, source: str, max_bytes: int) -> bytes:
    """Read a stream whole.

    Raises:
        ArticleError: When it holds more than ``max_bytes``.
    """
    content = stream.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise ArticleError(
            source, f"it is larger than {max_bytes} bytes; split it, or raise the limit"
        )
    return content

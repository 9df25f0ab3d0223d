"""WARC files (ISO 28500): the pages that a crawl kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from ...errors import ArticleError
from ..found import Found
from ..known import Known, is_web_address
from .page import page_article
from .types import charset_of, type_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = ("text/html", "application/xhtml+xml")


def web_archive_articles(
    stream: BinaryIO, source: str, known: Known, max_bytes: int
) -> Iterator[Found | ArticleError]:
    """Read the pages of a WARC file, compressed or not, record by record.

    Read are responses with status 200 and a type of page; all other records are passed over. A page
    that cannot be read costs itself only; where the file itself is damaged, its rest is lost, which
    is said.

    Args:
        stream: The bytes of the file.
        source: Where they come from; messages add the page's address.
        known: What the sidecar says of all of them; a page's own word goes over it.
        max_bytes: Largest page that is read.
    """
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(stream, no_record_parse=False)
    empty = True
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            empty = False
            if not _is_page(record):
                continue
            content = record.content_stream().read(max_bytes + 1)
        except Exception as error:  # a damaged file; the library raises what it likes
            yield ArticleError(source, f"it is damaged from here on, and its rest is lost: {error}")
            return
        yield _outcome(record, content, source, known, max_bytes)
    if empty:
        yield ArticleError(source, "it is no WARC file, or has no record; remove it")


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    return (
        record.rec_type == "response"
        and headers is not None
        and headers.get_statuscode() == "200"
        and type_of(headers.get_header("Content-Type")) in _PAGES
    )


def _outcome(
    record: ArcWarcRecord, content: bytes, source: str, known: Known, max_bytes: int
) -> Found | ArticleError:
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    place = f"{source}: {address}"
    if len(content) > max_bytes:
        return ArticleError(place, f"the page is larger than {max_bytes} bytes; raise the limit")
    charset = charset_of(record.http_headers.get_header("Content-Type"))
    own = address if is_web_address(address) else None
    try:
        return page_article(content, place, known, address=own, charset=charset)
    except ArticleError as error:
        return error

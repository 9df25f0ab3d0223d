"""RSS and Atom files: entries that carry their article whole."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ...errors import ArticleError
from ..days import day_of
from ..found import Found, digest_of
from ..known import Known, is_web_address
from .front_matter import known_of_keys
from .markup import fragment_text

_DATES = (("published", "the feed's date of publication", True),
          ("updated", "the feed's date of the last change", False))  # fmt: skip


def feed_articles(
    content: bytes, source: str, known: Known, max_bytes: int
) -> Iterator[Found | ArticleError]:
    """Read the entries of a feed that have their content; one with a summary only is rejected.

    Content is Atom's ``content`` and RSS's ``content:encoded``; RSS's ``description`` is a synopsis
    by its specification, whatever is put into it.

    Args:
        content: The bytes of the feed.
        source: Where they come from; messages add the entry's number.
        known: What the sidecar says of all entries; an entry's own word goes over it.
        max_bytes: Largest content of an entry that is read.
    """
    feed = _parsed(content)
    if not feed.get("version"):
        yield ArticleError(
            source, "it is neither RSS nor Atom; save the page as .html, or its text"
        )
        return
    if not feed.entries:
        yield ArticleError(source, "the feed has no entries; remove it")
    publisher = str(feed.feed.get("title") or "")
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{source}: entry {number}"
        try:
            yield _article(entry, place, known, publisher, max_bytes)
        except ArticleError as error:
            yield error


def _parsed(content: bytes) -> Any:
    """Parse a feed; what goes wrong in the parsing is as if it were none."""
    import feedparser

    try:
        return feedparser.parse(BytesIO(content), resolve_relative_uris=False)
    except Exception:  # any bytes may come, and the library raises what it likes
        return {}


def _article(entry: Any, place: str, known: Known, publisher: str, max_bytes: int) -> Found:
    text, content = _content(entry, place)
    if len(content) > max_bytes:
        raise ArticleError(place, f"the entry is larger than {max_bytes} bytes; raise the limit")
    said = known_of_keys(
        {
            "title": _line(entry.get("title")),
            "address": _address(entry),
            "publisher": _line(entry.get("source", {}).get("title")) or _line(publisher),
            **_dates(entry),
        },
        place,
    )
    return Found(place, text, digest_of(content), said.over(known))


def _content(entry: Any, place: str) -> tuple[str, bytes]:
    """Give the text of the entry's content, and the content itself in UTF-8.

    Raises:
        ArticleError: When it has none.
    """
    for content in entry.get("content", ()):
        value = str(content.get("value") or "")
        text = value if content.get("type") == "text/plain" else fragment_text(value)
        if text.strip():
            return text, value.encode("utf-8", "replace")
    what = "a summary only" if entry.get("summary") else "no content"
    raise ArticleError(place, f"the entry has {what}; give the address of its page instead")


def _dates(entry: Any) -> dict[str, object]:
    for key, basis, sure in _DATES:
        if day := day_of(str(entry.get(key, ""))):
            return {"published": day, "published_basis": basis, "published_approximate": not sure}
    return {}


def _address(entry: Any) -> str:
    link = str(entry.get("link") or "").strip()
    return link if is_web_address(link) else ""


def _line(value: object) -> str:
    return " ".join(str(value or "").split())

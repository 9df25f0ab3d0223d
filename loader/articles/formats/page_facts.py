"""What a page says of itself: title, publisher, address, and its date with what it rests on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..days import day_of
from ..known import Known, is_web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

#: Names of meta elements that give the day of publication, the surest first.
_DATES_SAID = """
    article:published_time og:article:published_time datepublished citation_publication_date
    dcterms.issued dc.date.issued dcterms.date dc.date dcterms.created parsely-pub-date
    sailthru.date publication_date publication-date publish_date publish-date publishdate pubdate
    date
"""
_DATES = tuple(_DATES_SAID.split())
_PUBLISHERS = ("og:site_name", "dcterms.publisher", "dc.publisher", "application-name")
_LONGEST = 300
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def facts_of(page: HtmlElement | None, found: Document) -> Known:
    """Read what a page says of itself; what it does not say is None.

    Args:
        page: The whole page.
        found: What trafilatura found in it.
    """
    if page is None:
        return Known()
    meta, linked = _meta(page), list(_linked(page))
    day, basis, sure = _published(page, meta, linked, found)
    return Known(
        title=_line(found.title),
        publisher=_first(meta, _PUBLISHERS) or _publisher(linked),
        address=_address(page, meta),
        published=day,
        published_basis=basis,
        published_approximate=not sure,
    )


def _published(
    page: HtmlElement, meta: dict[str, str], linked: list[dict[str, object]], found: Document
) -> tuple[str | None, str | None, bool]:
    """Give the day, what it rests on, and whether the page itself says that it is the day."""
    for row in linked:
        if day := day_of(str(row.get("datePublished", ""))):
            return day, "the page's JSON-LD, datePublished", True
    for name in _DATES:
        if day := day_of(meta.get(name, "")):
            return day, f"the page's metadata, {name}", True
    marked = page.xpath(".//*[@itemprop='datePublished']|.//time[@pubdate]")
    for element in marked:
        said = element.get("content") or element.get("datetime") or element.text_content()
        if day := day_of(said):
            return day, "a date that the page marks as that of publication", True
    if day := day_of(found.date or ""):
        return day, "a date in the page that looks like that of publication", False
    return None, None, True


def _meta(page: HtmlElement) -> dict[str, str]:
    """Give the meta elements' contents by name in small letters, the first of each name."""
    meta: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _line(element.get("content"))
        if name and content:
            meta.setdefault(name.strip().lower(), content)
    return meta


def _linked(page: HtmlElement) -> Iterator[dict[str, object]]:
    """Give the objects of the page's JSON-LD; what is no JSON is passed over."""
    for script in page.xpath(".//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, dict):
                yield value
                value = [value["@graph"]] if "@graph" in value else []
            waiting += value if isinstance(value, list) else []


def _publisher(linked: list[dict[str, object]]) -> str | None:
    for row in linked:
        publisher = row.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and (line := _line(name)):
            return line
    return None


def _address(page: HtmlElement, meta: dict[str, str]) -> str | None:
    said = [link.get("href") for link in page.xpath(".//link[@rel='canonical']")]
    for address in (*said, meta.get("og:url")):
        if address and is_web_address(address.strip()):
            return str(address).strip()
    return None


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _line(text: str | None) -> str | None:
    """Give a text as one line of a length that a title has, None where nothing is left."""
    return " ".join(_CONTROL.sub(" ", text or "").split())[:_LONGEST].strip() or None

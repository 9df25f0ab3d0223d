"""Pages of the web: the article in them, without what stands around it."""

from __future__ import annotations

import logging
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from ...errors import ArticleError
from ..decode import marked_encoding
from ..found import Found, decoded, digest_of
from ..known import Known
from .markup import parsed, text_of
from .page_facts import facts_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

#: The day after which a date in a page is a mistake; fixed, so that a page is read the same always.
_LAST_DAY = "2099-12-31"
_DATES = {"original_date": True, "extensive_search": False, "max_date": _LAST_DAY}
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_HEAD = 4096
#: Fewer words than this are what is left of a page without an article.
_FEWEST_WORDS = 20
#: What these names mean on the web (WHATWG Encoding Standard, section 4.2).
_LATIN = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "ansi_x3.4-1968"}


def page_article(
    content: bytes,
    source: str,
    known: Known,
    *,
    address: str | None = None,
    charset: str | None = None,
    name: str | None = None,
) -> Found:
    """Read the article in a page: its text as ``markup`` defines it, its date with its basis.

    Args:
        content: The bytes of the page.
        source: Where it comes from, for messages.
        known: What the sidecar says; its word goes over the page's.
        address: Where it was got from; None for a file, whose own word is taken.
        charset: The encoding that the server names.
        name: What the slug is made of; None takes title or address.

    Raises:
        ArticleError: When it cannot be decoded, or no article is found in it.
    """
    told, told_by = _encoding(content, known.encoding, charset)
    page = decoded(content, source, told, told_by)
    tree = parsed(page)
    found = None if tree is None else _extracted(tree, address)
    text = "" if found is None else text_of(found.body)
    if found is None or len(text.split()) < _FEWEST_WORDS:
        raise ArticleError(source, "no article is found in the page; save its text as a .txt file")
    said = Known(address=address).over(facts_of(parsed(page), found))
    return Found(source, text, digest_of(content), known.over(said), name)


def saved_page(content: bytes, source: str, known: Known) -> Found:
    """Read a page that was saved as a file; its slug is made of the file's name.

    Raises:
        ArticleError: As ``page_article`` does.
    """
    return page_article(content, source, known, name=PurePath(source).stem)


def _extracted(tree: HtmlElement, address: str | None) -> Document | None:
    """Find the article; what goes wrong in the finding is as if there were none."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            tree,
            url=address,
            output_format="xml",
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception:  # any page may come, and the library raises what it likes
        return None
    return None if found is None or isinstance(found, dict) else found


def _encoding(content: bytes, sidecar: str | None, server: str | None) -> tuple[str | None, str]:
    """Give the encoding of a page and who says so, in the order of the HTML standard (13.2.3)."""
    if sidecar:
        return sidecar, "sidecar"
    if marked_encoding(content):
        return None, ""
    head = content[:_HEAD]
    inside = _CHARSET.search(head) or _XML.match(head)
    for told, teller in ((server, "server"), (inside and inside[1].decode("ascii"), "own head")):
        if name := encoding_on_the_web(told):
            return name, teller
    return None, ""


def encoding_on_the_web(name: str | None) -> str | None:
    """Give the encoding that browsers take for a name, None for one that means nothing."""
    low = (name or "").strip().lower()
    if low in _LATIN:
        return "cp1252"
    try:
        return low if "x".encode(low).decode(low) == "x" else None
    except (LookupError, ValueError):
        return None

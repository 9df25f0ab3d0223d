"""Marked-up text to text: the one definition of what the text of a page is.

The text of a page is its blocks in order, a blank line between two. Within a block white space is
single, a line break of the page is a line break, and no other character is changed. An item of a
list begins with ``• ``, the cells of a table's row are joined by `` | ``. A block that the page
sets apart as a quotation, without marks of its own, gets the marks that print would give it: each
paragraph opens with one, the last one closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .quoting import is_repeated, with_marks

if TYPE_CHECKING:
    from lxml import etree, html

BULLET = "• "
CELL = " | "
_BREAKS = {"br", "lb"}
_QUOTES = {"blockquote", "quote"}
_ITEMS = {"li", "item"}
_ROWS = {"tr", "row"}
_CELLS = {"td", "th", "cell"}
_UNSEEN = {
    "audio", "button", "canvas", "figure", "form", "graphic", "iframe", "img", "input", "math",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "video",
}  # fmt: skip
_BLOCKS = _QUOTES | _ITEMS | _ROWS | {
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "list", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "ul",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\x1e *")
_INLINE_QUOTE = ("“", "”")


@dataclass(slots=True)
class _Walk:
    """The blocks written so far, and the one that is being written.

    Attributes:
        quote: Number of the block quotation that the walk is in, 0 outside.
        quotes: Number of block quotations so far.
        bullet: What the next block begins with.
    """

    blocks: list[tuple[int, str]] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    quote: int = 0
    quotes: int = 0
    bullet: str = ""

    def write(self, text: str | None) -> None:
        self.line.append(_SPACE.sub(" ", text or ""))

    def end(self) -> None:
        """End the block; an empty one leaves nothing."""
        text = _AROUND_BREAK.sub("\n", _SPACE.sub(" ", "".join(self.line))).strip()
        if text:
            bullet = "" if text.startswith(BULLET[0]) else self.bullet
            self.blocks.append((self.quote, bullet + text))
            self.bullet = ""
        self.line.clear()


def parsed(page: str) -> html.HtmlElement | None:
    """Parse a page as browsers do, None where there is no element in it."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def fragment_text(fragment: str) -> str:
    """Give the text of a piece of HTML that is all article, as ``text_of`` does."""
    tree = parsed(f"<div>{fragment}</div>") if fragment.strip() else None
    return "" if tree is None else text_of(tree)


def text_of(tree: etree._Element) -> str:
    """Give the text of an element of HTML, or of the vocabulary of trafilatura's XML."""
    walk = _Walk()
    _visit(tree, walk)
    walk.end()
    return "\n\n".join(_quoted(walk.blocks))


def _visit(element: etree._Element, walk: _Walk) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN:
        return
    if tag in _BREAKS:
        walk.line.append("\x1e")
    elif tag in _ROWS and not _is_layout(element):
        _row(element, walk)
    elif tag == "q" or (tag in _QUOTES and _is_inline(element)):
        _between_marks(element, walk)
    elif tag in _BLOCKS or tag in _CELLS:
        _block(element, walk)
    else:
        _inside(element, walk)


def _inside(element: etree._Element, walk: _Walk) -> None:
    walk.write(element.text)
    for child in element:
        _visit(child, walk)
        walk.write(child.tail)


def _block(element: etree._Element, walk: _Walk) -> None:
    walk.end()
    before = walk.quote
    if element.tag in _QUOTES and not before:
        walk.quotes += 1
        walk.quote = walk.quotes
    if element.tag in _ITEMS:
        walk.bullet = BULLET
    _inside(element, walk)
    walk.end()
    walk.quote = before


def _row(row: etree._Element, walk: _Walk) -> None:
    walk.end()
    cells = [cell for child in row if (cell := _cell(child))]
    walk.line.append(CELL.join(cells))
    walk.end()


def _cell(element: etree._Element) -> str:
    inner = _Walk()
    _inside(element, inner)
    inner.end()
    return " ".join(text for _, text in inner.blocks)


def _between_marks(element: etree._Element, walk: _Walk) -> None:
    inner = _Walk()
    _inside(element, inner)
    inner.end()
    text = " ".join(text for _, text in inner.blocks)
    bare = text and text[0] not in "“\"‘'«"
    walk.line.append(text.join(_INLINE_QUOTE) if bare else text)


def _is_inline(quote: etree._Element) -> bool:
    """Tell a quotation within a line of text from one that is set apart."""
    parent = quote.getparent()
    if parent is None or parent.tag not in ("p", "head", *_ITEMS, *_CELLS):
        return False
    around = (parent.text or "") + "".join(child.tail or "" for child in parent)
    return bool(around.strip()) and not _holds_blocks(quote)


def _holds_blocks(element: etree._Element, besides: str = "") -> bool:
    return any(child.tag in _BLOCKS and child.tag != besides for child in element.iterdescendants())


def _is_layout(row: etree._Element) -> bool:
    """Tell a row that only places blocks side by side from one that holds a record."""
    paragraphs = sum(child.tag == "p" for child in row.iterdescendants())
    return _holds_blocks(row, besides="p") or paragraphs > len(row)


def _quoted(blocks: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Give the blocks' texts, those of block quotations with marks, without those that repeat."""
    plain = [text for quote, text in blocks if not quote]
    groups: dict[int, list[str]] = {}
    for quote, text in blocks:
        groups.setdefault(quote, []).append(text)
    marks = _much(plain, groups)
    for quote, text in blocks:
        if not quote:
            yield text
        elif groups[quote] and not is_repeated(groups[quote], plain):
            yield from with_marks(groups[quote]) if marks else groups[quote]
            groups[quote] = []


def _much(plain: Sequence[str], groups: dict[int, list[str]]) -> bool:
    """Tell whether quotations are part of the text, and not a frame that the text stands in."""
    within = sum(len(text) for quote, texts in groups.items() if quote for text in texts)
    return within <= 2 * sum(map(len, plain))

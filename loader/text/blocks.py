"""Blocks of a text: paragraphs, headings, and credits that state nothing about the world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from .credits import is_credit
from .model import Block
from .spans import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|[\n\r\x85\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\x85\u2028\u2029])")
_ENDS = re.compile(r"(?:[.!?;:,…—–-]|[.!?…,]\s?[”’\"')\]»]+)\Z")
_OPENS_QUOTE = re.compile(r"[“\"‘«„]")
_BULLET = re.compile(r"[•·●▪*–—-]\s")
_SMALL = """
    a an and as at but by for from in into nor of off on onto or out over per the to under up via vs
    with within without amid against after
"""
_SMALL_WORDS = frozenset(_SMALL.split())
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40
_SHORT_LINE = 0.6
_HEADING_WORDS = 16
_TITLE_CASE = 0.7


def blocks_of(clean: str) -> tuple[Block, ...]:
    """Give the blocks in order, trimmed of space, each with its kind.

    One line is one block, unless blank lines set paragraphs apart and the lines within them are
    wrapped: then the lines of a paragraph are one block.
    """
    spans = [block for group in _groups(clean) for block in _paragraphs(clean, group)]
    texts = [span.of(clean) for span in spans]
    kinds = [_first_kind(text) for text in texts]
    last = max((at for at, kind in enumerate(kinds) if kind == "paragraph"), default=-1)
    return tuple(
        Block(
            "paragraph" if kind == "heading" and not _heads(kinds, texts, at, last) else kind, span
        )
        for at, (kind, span) in enumerate(zip(kinds, spans, strict=True))
    )


def _groups(clean: str) -> Iterator[list[Span]]:
    """Give the non-empty lines between blank lines."""
    group: list[Span] = []
    for line in _lines(clean):
        if group and _BLANK.search(clean, group[-1].end, line.start):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _lines(clean: str) -> Iterator[Span]:
    for match in _LINE.finditer(clean):
        text = match[0].strip()
        if text:
            start = match.start() + match[0].index(text)
            yield Span(start, start + len(text))


def _paragraphs(clean: str, lines: list[Span]) -> Iterator[Span]:
    """Join the wrapped lines of a group; lines that are not wrapped stay alone."""
    if not _is_wrapped(clean, lines):
        yield from lines
        return
    width = max(line.end - line.start for line in lines)
    first = lines[0]
    for line, following in pairwise(lines):
        if _breaks(line.of(clean), following.of(clean), width):
            yield Span(first.start, line.end)
            first = following
    yield Span(first.start, lines[-1].end)


def _is_wrapped(clean: str, lines: list[Span]) -> bool:
    """Tell lines that were broken at a width from lines that are paragraphs or items."""
    if len(lines) < 2:
        return False
    lengths = [line.end - line.start for line in lines[:-1]]
    if max(lengths) > _WIDEST_WRAP or median(lengths) < _NARROWEST_WRAP:
        return False
    return any(
        following.of(clean)[0].islower() and not _ENDS.search(line.of(clean))
        for line, following in pairwise(lines)
    )


def _breaks(line: str, following: str, width: int) -> bool:
    """Tell whether a paragraph ends within a wrapped group: after a line that has room left."""
    if _BULLET.match(following):
        return True
    has_room = len(line) + len(following.split()[0]) < width * _SHORT_LINE
    return has_room and not following[0].islower()


def _first_kind(text: str) -> str:
    """Give the kind as far as the block alone tells."""
    if is_credit(text):
        return "credit"
    if _BULLET.match(text) or _ENDS.search(text):
        return "paragraph"
    return "heading" if len(text.split()) <= _HEADING_WORDS else "paragraph"


def _heads(kinds: list[str], texts: list[str], index: int, last: int) -> bool:
    """Tell whether a short line stands above a paragraph, or is written like a title.

    Args:
        kinds: The kind of each block as far as it tells by itself.
        texts: The text of each block.
        index: The line.
        last: The index of the last paragraph; what comes after it heads nothing.
    """
    titled = _is_title(texts[index])
    if index > last or (index > 0 and not titled and _OPENS_QUOTE.match(texts[index])):
        return False
    return titled or kinds[index + 1] == "paragraph"


def _is_title(text: str) -> bool:
    """Tell whether most words that could be small begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word not in _SMALL_WORDS]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals >= _TITLE_CASE * len(words)

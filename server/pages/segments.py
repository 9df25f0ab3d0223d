"""An article's text cut so that passages may overlap: each piece knows all passages over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text with the same passages over it.

    Attributes:
        start: Raw offset of the first character.
        end: Raw offset after the last.
        over: Places of the passages over it in the list of passages, from 0, in order.
    """

    start: int
    end: int
    over: tuple[int, ...]


def cut(line: Span, passages: list[Span], further: Iterable[int] = ()) -> list[Segment]:
    """Cut a line of text at every passage boundary, and at further offsets.

    >>> [(one.start, one.end, one.over) for one in cut((0, 9), [(0, 6), (4, 9)])]
    [(0, 4, (0,)), (4, 6, (0, 1)), (6, 9, (1,))]
    """
    start, end = line
    edges = {edge for passage in passages for edge in passage} | set(further)
    points = sorted({start, end} | {edge for edge in edges if start < edge < end})
    return [
        Segment(a, b, tuple(i for i, (c, d) in enumerate(passages) if c < b and a < d))
        for a, b in pairwise(points)
    ]


def lines_of(text: str) -> list[Span]:
    r"""List the lines of a text that are not blank, as offsets without surrounding space.

    >>> lines_of("ab\n\n cd ")
    [(0, 2), (5, 7)]
    """
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            spans.append((start, start + len(words)))
        at += len(line)
    return spans


@dataclass(frozen=True, slots=True)
class Mended:
    """A repair: raw offsets, end exclusive, and what stands there once repaired."""

    start: int
    end: int
    text: str


def shown(text: str, segment: Span, mended: list[Mended]) -> list[tuple[str, bool]]:
    """Give a segment's text once repaired, in runs with whether each was mended.

    >>> shown("At Tromsų now", (0, 9), [Mended(8, 9, "ø")])
    [('At Troms', False), ('ø', True)]
    """
    start, end = segment
    runs, at = [], start
    for repair in mended:
        if start <= repair.start and repair.end <= end:
            runs += [(text[at : repair.start], False), (repair.text, True)]
            at = repair.end
    return [run for run in [*runs, (text[at:end], False)] if run[0]]

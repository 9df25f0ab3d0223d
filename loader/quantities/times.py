"""Times in a sentence: dates, and times told from another time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..text.model import Sentence
from .anchor import Anchor, anchor_of
from .dates import Written
from .direction import Tenses, direction_at, tenses_of
from .model import When
from .relative import Told, find_relative
from .resolve import Resolved, resolve_written
from .spelling import Line, line_of
from .years import is_no_year

_RELATIONS = {
    "on": "on", "in": "in", "until": "until", "till": "until", "til": "until", "through": "until",
    "to": "until", "since": "since", "from": "from", "starting": "from", "beginning": "from",
    "by": "by", "during": "during", "throughout": "during", "within": "during", "over": "during",
    "after": "after", "following": "after", "before": "before", "between": "from",
}  # fmt: skip
_PHRASES = {"prior to": "before", "ahead of": "before", "no later than": "by", "as from": "from"}
_LEAD = re.compile(rf"({'|'.join(_PHRASES)}|[a-z]+)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s(?:to|until|till|through|and)\s", re.IGNORECASE)


def find_times(sentence: Sentence, dateline: str | None, basis: str | None) -> tuple[When, ...]:
    """Find the time expressions of a sentence, in order.

    Args:
        sentence: A sentence with tags: its tenses tell which Tuesday is meant.
        dateline: ISO 8601 date of the article, possibly partial; None where unknown.
        basis: What the dateline rests on, in words.

    Dates are given at the precision of the words, never finer: the end of a year is its December, a
    season or half of a year is the year. What neither the words nor the dateline tell has None as
    start; its words are kept all the same.
    """
    return times_of_line(line_of(sentence), dateline, basis)


def times_of_line(line: Line, dateline: str | None, basis: str | None) -> tuple[When, ...]:
    """Find the time expressions of a sentence that is spelled out; as ``find_times``."""
    found = _items(line)
    if not found:
        return ()
    anchor = anchor_of(dateline, basis)
    tenses = tenses_of(line.tokens)
    return tuple(_when(line, tenses, items, anchor) for items in _spans(line, found))


_Item = Written | Told


def _items(line: Line) -> list[_Item]:
    """Find expressions, the longest of those that overlap, in order."""
    found: list[_Item] = [item for item in line.dates if not is_no_year(line, item)]
    found += find_relative(line.text)
    found.sort(key=lambda item: (item.start, -item.end))
    chosen: list[_Item] = []
    for item in found:
        if not chosen or item.start >= chosen[-1].end:
            chosen.append(item)
    return chosen


def _spans(line: Line, items: list[_Item]) -> Iterator[tuple[_Item, _Item | None]]:
    """Join "from X to Y" and "between X and Y"; leave other expressions alone."""
    index = 0
    while index < len(items):
        item = items[index]
        other = items[index + 1] if index + 1 < len(items) else None
        joined = (
            other is not None
            and _relation(line, item) == "from"
            and _BETWEEN.fullmatch(line.text[item.end : other.start]) is not None
        )
        yield (item, other) if joined else (item, None)
        index += 2 if joined else 1


def _when(
    line: Line, tenses: Tenses, items: tuple[_Item, _Item | None], anchor: Anchor | None
) -> When:
    item, other = items
    first, last = line.tokens_of(item.start, (other or item).end)
    direction = direction_at(tenses, first)
    resolved = [_resolve(part, anchor, direction) for part in _with_common_year(item, other)]
    whole = _join(resolved)
    return When(
        first,
        last,
        line.text_of(first, last),
        _relation(line, item),
        whole.start,
        whole.end,
        anchor.basis if anchor and whole.counted else None,
    )


def _with_common_year(item: _Item, other: _Item | None) -> Iterable[_Item]:
    """Give the first of two dates the year of the second: "from 3 May to 5 June 2031"."""
    if other is None:
        return (item,)
    if isinstance(item, Written) and isinstance(other, Written) and item.year is None:
        item = replace(item, year=other.year)
    return (item, other)


def _resolve(item: _Item, anchor: Anchor | None, direction: str | None) -> Resolved:
    if isinstance(item, Written):
        return resolve_written(item, anchor, direction)
    return item.resolve(anchor, direction)


def _join(parts: list[Resolved]) -> Resolved:
    """Make one span of both ends; an end without a start says nothing of when it began."""
    if len(parts) == 1:
        return parts[0]
    start, end = parts
    ordered = start.start is None or end.start is None or start.start[:4] <= end.start[:4]
    if not ordered:
        return Resolved()
    return Resolved(start.start, end.end or end.start, start.counted or end.counted)


def _relation(line: Line, item: _Item) -> str:
    """Name the preposition before an expression, ``at`` where none says how it stands."""
    lead = _LEAD.search(line.before(item.start))
    if lead is None:
        return "at"
    words = re.sub(r"\s+", " ", lead[1].lower())
    return _PHRASES.get(words) or _RELATIONS.get(words, "at")

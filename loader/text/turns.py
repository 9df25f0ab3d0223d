"""Turns of a transcript: who speaks stands before a colon, what is said runs to the next label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Block
from .spans import Span

_LABEL = re.compile(r"[^\W\d_][^\n:“”\"]{0,70}?:(?=\s|\Z)")
_BRACKET = re.compile(r"\s*\([^()]*\)\Z")
_SMALL = frozenset(
    [
        "of",
        "and",
        "the",
        "for",
        "de",
        "da",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "al",
        "bin",
        "to",
    ]
)
_ASKED = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer)\s?[.:](?=\s|\Z)")
_NO_SPEAKER = re.compile(
    r"(?:SUBJECTS?|TOPICS?|E ?& ?O ?E|NOTES?|CONTACTS?|DATE|TIME|LOCATION|VENUE|SOURCE|UPDATED?"
    r"|PHOTOS?|VIDEO|CAPTION|IMAGES?|TRANSCRIPT|RELATED|TAGS?|LOT|LOTS|PART|ANNEX|ARTICLE|STEP"
    r"|MEDIA CONTACTS?|PRESS CONTACTS?|FOR IMMEDIATE RELEASE|TO|FROM|CC|RE)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST_WORDS, _MOST_PLAIN = 2, 10, 6


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go.

    Attributes:
        label: The words before the colon, clean offsets.
        spans: The words said, one span a block.
    """

    label: Span
    spans: tuple[Span, ...]


def turns_of(clean: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """Give the turns of a transcript in order; none where the text is no transcript.

    A text is one when its blocks begin with labels of at least two speakers, one of whom speaks
    again, or whose labels are written in capitals. The last turn is its block alone, for what
    follows may be the editor's.
    """
    labels = [_label(clean, block) for block in blocks]
    names = Counter(label.of(clean).casefold() for label in labels if label)
    shouted = sum(label.of(clean).isupper() for label in labels if label)
    again = any(count > 1 for count in names.values())
    if len(names) < _FEWEST or not (again or shouted >= _FEWEST):
        return ()
    kept = [label if label and (again or label.of(clean).isupper()) else None for label in labels]
    return tuple(_turns(clean, blocks, kept))


def outside(stretches: Sequence[tuple[Span, ...]], turns: Sequence[Turn]) -> list[tuple[Span, ...]]:
    """Give the stretches between marks that no turn holds: what is quoted in one is part of it."""
    held = [span for turn in turns for span in turn.spans]
    return [run for run in stretches if not any(h.covers(run[0]) for h in held)]


def _label(clean: str, block: Block) -> Span | None:
    """Give the label that a block begins with, colon left out."""
    start, end = block.span
    if block.kind != "paragraph" or _NO_SPEAKER.match(clean, start, end):
        return None
    asked = _ASKED.match(clean, start, end)
    found = asked or _LABEL.match(clean, start, end)
    if found is None or not (asked or _is_named(found[0])):
        return None
    return Span(start, start + len(found[0].rstrip(":. ")))


def _is_named(label: str) -> bool:
    """Tell whether the words before a colon have the shape of names and titles."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", _BRACKET.sub("", label.rstrip(": ")))
    if label.isupper() or not words:
        return 0 < len(words) <= _MOST_WORDS
    return len(words) <= _MOST_PLAIN and all(w[0].isupper() or w in _SMALL for w in words)


def _turns(clean: str, blocks: Sequence[Block], labels: Sequence[Span | None]) -> list[Turn]:
    found: list[Turn] = []
    places = [index for index, label in enumerate(labels) if label]
    for place, following in zip(places, [*places[1:], places[-1] + 1], strict=True):
        label = labels[place]
        if label is None:
            continue
        begin = _after_colon(clean, label.end, blocks[place].span.end)
        spans = [Span(begin, blocks[place].span.end)] if begin < blocks[place].span.end else []
        spans += [b.span for b in blocks[place + 1 : following] if b.kind == "paragraph"]
        if spans:
            found.append(Turn(label, tuple(spans)))
    return found


def _after_colon(clean: str, start: int, end: int) -> int:
    found = re.compile(r"\s?[.:]\s*").match(clean, start, end)
    return found.end() if found else start

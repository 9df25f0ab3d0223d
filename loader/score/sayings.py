"""Quotations as flat facts: who says it, and how it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..claims import Quoted, Reading
from .literals import QUOTED
from .model import Fact
from .types import type_of


def sayings_of(reading: Reading, text: str) -> Iterator[Fact]:
    """Give one fact a quotation whose speaker is known.

    Pieces of one speaker in one paragraph are one quotation, interrupted by "he said".
    """
    for quoted in _joined(reading.quotations, text):
        thing = reading.things.get(quoted.speaker or "")
        if thing is not None and type_of(thing) is not None:
            yield _fact(quoted, reading, text, thing.slug)


def _joined(quotations: Iterable[Quoted], text: str) -> Iterator[Quoted]:
    before: Quoted | None = None
    for quoted in quotations:
        follows = (
            before is not None
            and before.speaker == quoted.speaker
            and "\n" not in text[before.spans[-1][1] : quoted.spans[0][0]]
        )
        if not follows:
            yield quoted
        before = quoted


def _fact(quoted: Quoted, reading: Reading, text: str, speaker: str) -> Fact:
    start, end = quoted.spans[0]
    passage = reading.passages[quoted.passages[0]]
    return Fact(
        subject=speaker,
        predicate="says",
        object=text[start:end][:QUOTED],
        sentence=passage.text[:50],
        start=passage.start,
        end=passage.end,
        evidence=passage.text,
        rule="quotation",
    )

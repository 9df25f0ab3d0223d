"""Quotations as flat facts: who says it, and how it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..claims import Quoted, Reading
from .literals import QUOTED
from .model import Fact
from .types import type_of

_MARKS = "“”\"‘’'«»„"


def sayings_of(reading: Reading, text: str) -> Iterator[Fact]:
    """Give one fact a quotation whose speaker is known.

    Pieces of one speaker that "he said" interrupts are one quotation, and so is a paragraph that is
    but quoted with what the paragraph before it quotes; not so where other words stand between.
    """
    for quoted in _joined(reading.quotations, text):
        thing = reading.things.get(quoted.speaker or "")
        if thing is not None and type_of(thing) is not None:
            yield _fact(quoted, reading, text, thing.slug)


def _joined(quotations: Iterable[Quoted], text: str) -> Iterator[Quoted]:
    before: Quoted | None = None
    for quoted in quotations:
        if before is None or before.speaker != quoted.speaker or not _goes_on(before, quoted, text):
            yield quoted
        before = quoted


def _goes_on(before: Quoted, quoted: Quoted, text: str) -> bool:
    if quoted.passages[0] - before.passages[-1] > 1:
        return False
    between = text[before.spans[-1][1] : quoted.spans[0][0]]
    alone = between.rstrip(_MARKS).endswith("\n")
    ends = text[quoted.spans[-1][1] :].lstrip(_MARKS)[:1] in ("", "\n")
    return "\n" not in between or (alone and ends and between[:1] in _MARKS)


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

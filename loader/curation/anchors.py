"""Finds an anchor's words in a text: where they are meant, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims import Passage
from .model import Anchor

CONTEXT = 32


def locate(anchor: Anchor, text: str) -> tuple[int, int]:
    """Give the raw span that the anchor means.

    Words that stand once are the ones meant if anything before or after them agrees. Where they
    stand more often, the characters before and after decide, then the hint. Nothing is guessed.

    Raises:
        LookupError: When they are gone, stand elsewhere in other surroundings, or stand several
            times alike; the message says which.
    """
    found = list(_all(anchor.exact, text))
    if not found:
        raise LookupError(f"the words {_short(anchor)} are gone from the article")
    agreeing = [start for start in found if _agrees(anchor, text, start, every=True)]
    if not agreeing and len(found) == 1 and _agrees(anchor, text, found[0], every=False):
        agreeing = found
    if not agreeing:
        raise LookupError(f"the words {_short(anchor)} stand in other surroundings now")
    if len(agreeing) > 1 and anchor.start in agreeing:
        agreeing = [anchor.start]
    if len(agreeing) > 1:
        raise LookupError(
            f"the words {_short(anchor)} stand {len(agreeing)} times in the article; "
            "quote more of the sentence"
        )
    return agreeing[0], agreeing[0] + len(anchor.exact)


def anchor_at(text: str, start: int, end: int, context: int = CONTEXT) -> Anchor:
    """Make the anchor of a raw span, with so many characters on either side."""
    before = text[max(start - context, 0) : start]
    return Anchor(text[start:end], before, text[end : end + context], start)


def passage_of(span: tuple[int, int], passages: tuple[Passage, ...]) -> int:
    """Give the index of the passage that holds the span.

    Raises:
        LookupError: When the span stands in no sentence, or runs over several.
    """
    for index, passage in enumerate(passages):
        if passage.start <= span[0] and span[1] <= passage.end:
            return index
    if any(passage.start < span[1] and span[0] < passage.end for passage in passages):
        raise LookupError("the words quoted run over more than one sentence")
    raise LookupError("the words quoted stand in no sentence, but in a heading or credit")


def _all(words: str, text: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _agrees(anchor: Anchor, text: str, start: int, *, every: bool) -> bool:
    """Tell whether both sides agree, or some side; a side that the anchor lacks agrees."""
    before = text[:start].endswith(anchor.prefix)
    after = text[start + len(anchor.exact) :].startswith(anchor.suffix)
    if every:
        return before and after
    return bool(anchor.prefix and before) or bool(anchor.suffix and after)


def _short(anchor: Anchor) -> str:
    words = anchor.exact if len(anchor.exact) <= 60 else anchor.exact[:57] + "…"
    return f"“{words}”"

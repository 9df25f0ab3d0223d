"""A mention: words of one sentence that refer to a thing."""

from __future__ import annotations

from dataclasses import dataclass

from ..claims import Thing


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first <= i < last`` of a sentence, resolved to one thing.

    Attributes:
        first: Index of the first token in the sentence.
        last: Index after the last token.
        thing: What they refer to; ``thing.types`` holds ontology class names.
        kind: ``name``; ``adjective`` (Norwegian, UK before a noun); ``nationals`` (Norwegians);
            ``metonym`` (a capital for its government); ``office`` (a post).
        state: Slug of the state that it belongs to by name or reference row, None where unknown.
            Helps the reader; it is not published as a fact.
        inner: Tokens of the state's own name inside an office's or a government's ("the Danish
            Defence Minister"), None where there is none.
    """

    first: int
    last: int
    thing: Thing
    kind: str = "name"
    state: str | None = None
    inner: tuple[int, int] | None = None

"""A read text: clean characters, blocks, sentences, tokens, quotations, all with offsets.

Offsets here count the *clean* (repaired) text; ``Document.raw`` maps them back to the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .offsets import OffsetMap
from .spans import Span


class Token(NamedTuple):
    """A word or mark.

    Attributes:
        span: Clean offsets.
        text: Its characters; a possessive ending (``'s``, ``’s``, ``’``) is a token of its own.
        tag: Penn Treebank part-of-speech tag (``POS`` for the possessive ending).
        lemma: Lower-case lemma for the tag.
    """

    span: Span
    text: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may state facts.

    Attributes:
        index: Position among the document's sentences, from 0.
        block: Index of its block.
        span: Clean offsets, from the first character to after the last; quotation marks included.
        tokens: Its tokens in order.
    """

    index: int
    block: int
    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch: ``kind`` is ``paragraph``, ``heading`` or ``credit``."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, marks left out: one clean span per paragraph or uninterrupted part.

    Attributes:
        spans: Where they stand.
        label: The words before the colon that name the speaker of a turn in a transcript, None
            outside of transcripts.
        partial: Whether they are but a part of a sentence, which could be a term in marks as well.
    """

    spans: tuple[Span, ...]
    label: Span | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """A run of damaged characters: raw offsets, what stood there, what it stands for, and why."""

    span: Span
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was taken apart.

    Attributes:
        clean: The repaired text.
        blocks: Blocks in order.
        sentences: Sentences of paragraphs, in order; headings and credits have none.
        quotations: Quotations in order, partial ones among them.
        repairs: What was repaired, in order.
        raw: Maps a clean span to the raw span that it came from; ``raw.clean`` maps one back.
    """

    clean: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    repairs: tuple[Repair, ...]
    raw: OffsetMap

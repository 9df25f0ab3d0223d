"""Names that could be of several things, and were left alone for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..text.model import Document
from ..text.spans import Span
from .gazetteer import matches
from .lexicon import Lexicon, Name
from .trie import Trie


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name in the text that two or more known things have.

    Attributes:
        span: Clean offsets.
        text: The words.
        slugs: What they could name, sorted.
    """

    span: Span
    text: str
    slugs: tuple[str, ...]


def ambiguous_names(document: Document, lexicon: Lexicon) -> tuple[Ambiguous, ...]:
    """Give the known names of a document that fit several things, in order."""
    return tuple(_ambiguous(document, lexicon))


def _ambiguous(document: Document, lexicon: Lexicon) -> Iterator[Ambiguous]:
    for sentence in document.sentences:
        for match in matches(sentence, lexicon, Trie[Name]()):
            slugs = {name.thing.slug for name in match.names}
            if len(slugs) > 1 and not any(name.kind == "seat" for name in match.names):
                tokens = sentence.tokens
                span = Span(tokens[match.first].span.start, tokens[match.last - 1].span.end)
                yield Ambiguous(span, span.of(document.clean), tuple(sorted(slugs)))

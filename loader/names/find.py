"""Mentions of a document."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.model import Document, Sentence
from .gazetteer import Match, matches
from .lexicon import Lexicon
from .model import Mention


def find_mentions(
    document: Document, lexicon: Lexicon, article_slug: str
) -> tuple[tuple[Mention, ...], ...]:
    """Find what each sentence mentions: per sentence, in order, without overlap.

    Args:
        document: The text, taken apart.
        lexicon: Names that are known beforehand.
        article_slug: Slug of the article, for things without a name of their own.
    """
    return tuple(tuple(_known(sentence, lexicon)) for sentence in document.sentences)


def _known(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    for match in matches(sentence, lexicon):
        if len({name.thing.slug for name in match.names if name.kind != "seat"}) <= 1:
            yield _mention(match, sentence)


def _mention(match: Match, sentence: Sentence) -> Mention:
    name = match.names[0]
    kind = {"seat": "metonym", "city": "name"}.get(name.kind, name.kind)
    return Mention(match.first, match.last, name.thing, kind, name.state)

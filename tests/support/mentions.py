"""Mentions of a text as rows that a test can be read by."""

from __future__ import annotations

from loader.names import Mention, find_mentions, load_lexicon
from loader.text import Document, take_apart

ARTICLE = "gazette"


def document_and_mentions(text: str) -> list[tuple[str, Mention]]:
    """Give each mention with its words, in order."""
    document = take_apart(text)
    found = find_mentions(document, load_lexicon(), ARTICLE)
    return [
        (words(document, index, mention), mention)
        for index, mentions in enumerate(found)
        for mention in mentions
    ]


def words(document: Document, sentence: int, mention: Mention) -> str:
    """Give the words of a mention."""
    tokens = document.sentences[sentence].tokens
    return document.clean[tokens[mention.first].span.start : tokens[mention.last - 1].span.end]


def rows(text: str) -> list[str]:
    """Give mentions as ``words | slug | class | kind``."""
    return [
        f"{said} | {m.thing.slug} | {m.thing.types[0]} | {m.kind}"
        for said, m in document_and_mentions(text)
    ]


def of_class(text: str, *classes: str) -> list[tuple[str, str]]:
    """Give ``(words, label)`` of the mentions of things of some classes."""
    return [
        (said, m.thing.label)
        for said, m in document_and_mentions(text)
        if m.thing.types[0] in classes
    ]

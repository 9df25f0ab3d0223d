"""Nicknames beside their formations: "the “Kingfishers” of VP-7" is one noun group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..names import Mention
from ..text import Sentence
from .model import Chunk, Mark, NounGroup

_LED = (("”", "of"), ("”", "of", "the"), ('"', "of"), ('"', "of", "the"))
_MEMBERS = ("MilitaryFormation", "Vessel", "Place")
_QUOTES = ("“", "”", '"')


def joined(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Join a formation's nickname in quotes to the formation: lists then go on behind it.

    ``plain`` gives the groups that they make their own names again.

    Args:
        sentence: The sentence.
        mentions: Its names, in order.
    """
    texts = [token.text for token in sentence.tokens]
    found: list[Mention] = []
    for mention in mentions:
        if found and (both := _both(texts, found[-1], mention)):
            found[-1] = both
        else:
            found.append(mention)
    return found


def _both(texts: Sequence[str], left: Mention, right: Mention) -> Mention | None:
    if left.thing != right.thing or left.thing.types != ("MilitaryFormation",):
        return None
    between = tuple(text.lower() for text in texts[left.last : right.first])
    if between in _LED and texts[left.first - 1] in _QUOTES:
        return replace(right, first=left.first - 1)
    if len(between) == 1 and between[0] in _QUOTES:
        closed = texts[right.last : right.last + 1] in (["”"], ['"'])
        return replace(left, last=right.last + closed)
    return None


def without_ends(chunks: Sequence[Chunk], texts: Sequence[str]) -> Iterator[Chunk]:
    """Leave out the mark that closes a nickname behind a comma: "VP-7 “Kingfishers,” VP-8"."""
    for index, chunk in enumerate(chunks):
        ended = isinstance(chunk, Mark) and chunk.text in ("”", '"') and index > 1
        if ended and _is_nickname(chunks[index - 2], texts) and _is_comma(chunks[index - 1]):
            continue
        yield chunk


def plain(chunks: Iterable[Chunk], mentions: Sequence[Mention]) -> Iterator[Chunk]:
    """Give each group whose name was joined to another the formation's own name."""
    spans = {(mention.first, mention.last) for mention in mentions}
    for chunk in chunks:
        joint = chunk.mention if isinstance(chunk, NounGroup) else None
        if joint is None or (joint.first, joint.last) in spans or not isinstance(chunk, NounGroup):
            yield chunk
            continue
        own = [m for m in mentions if joint.first <= m.first and m.last <= joint.last]
        yield replace(chunk, mention=own[0])


def listed(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Take a semicolon between formations for a comma: "A of VP-7; the Lisbon-based B"."""
    for index, chunk in enumerate(chunks):
        between = isinstance(chunk, Mark) and chunk.text == ";" and 0 < index < len(chunks) - 1
        if between and _is_member(chunks[index - 1]) and _is_member(chunks[index + 1]):
            yield Mark(chunk.first, chunk.last, "comma", ",")
        else:
            yield chunk


def _is_member(chunk: Chunk) -> bool:
    """Tell whether a group is a formation, a ship, or the town before the state of its base."""
    mention = chunk.mention if isinstance(chunk, NounGroup) else None
    return mention is not None and mention.thing.types[0] in _MEMBERS


def _is_nickname(chunk: Chunk, texts: Sequence[str]) -> bool:
    named = isinstance(chunk, NounGroup) and chunk.mention is not None
    return named and bool({"“", '"'} & set(texts[chunk.first : chunk.last]))


def _is_comma(chunk: Chunk) -> bool:
    return isinstance(chunk, Mark) and chunk.kind == "comma"

"""A sentence taken apart: the one door to the grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from ..names import Mention
from ..quantities import Quantity, When
from ..text import Sentence
from .chunks import Chunker
from .clauses import clauses
from .items import Item, Key, Listed, gather, key
from .model import Chunk, Mark, NounGroup, Parse, Phrase, VerbGroup
from .nicknamed import joined, listed, plain, without_ends

_FRAMED = ("with", "under", "alongside")


def parse(
    sentence: Sentence,
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity] = (),
    times: Sequence[When] = (),
) -> Parse:
    """Take a sentence apart into groups and clauses (FASTUS: basic groups, then complex ones).

    Args:
        sentence: The sentence with its tokens.
        mentions: Names in it, without overlap, in order.
        quantities: Numbers in it.
        times: Time expressions in it.
    """
    whole = joined(sentence, mentions)
    texts = [token.text for token in sentence.tokens]
    read = list(without_ends(Chunker(sentence, whole, quantities, times).chunks(), texts))
    chunks = list(plain(listed(read), mentions))
    gathered = gather(chunks)
    return Parse(
        chunks=tuple(chunks),
        clauses=tuple(clauses(gathered.items)),
        groups=tuple(_all_groups(chunks)),
        after=_phrases_after(gathered.items, gathered.apposed),
        apposed=gathered.apposed,
        placed=gathered.placed,
        lists=tuple(_lists(gathered.items)),
        times=tuple(times),
    )


def _all_groups(chunks: Sequence[Chunk]) -> Iterator[NounGroup]:
    for chunk in chunks:
        if isinstance(chunk, NounGroup):
            yield from _with_possessors(chunk)


def _with_possessors(group: NounGroup) -> Iterator[NounGroup]:
    if group.possessor is not None:
        yield from _with_possessors(group.possessor)
    yield group


def _lists(items: Sequence[Item]) -> Iterator[tuple[NounGroup, ...]]:
    for item in items:
        if isinstance(item, (Listed, Phrase)) and len(item.groups) > 1:
            yield item.groups


def _phrases_after(
    items: Sequence[Item], apposed: dict[Key, NounGroup]
) -> dict[Key, tuple[Phrase, ...]]:
    """Give each group the phrases that follow it without a verb or comma between."""
    found: dict[Key, tuple[Phrase, ...]] = {}
    for index, item in enumerate(items):
        groups = item.groups if isinstance(item, (Listed, Phrase)) else ()
        if not groups:
            continue
        phrases = _run(items, index + 1)
        for place in {key(groups[0]), key(groups[-1])}:
            found[place] = phrases
            if (other := apposed.get(place)) is not None:
                found[key(other)] = phrases
    return found


def _run(items: Sequence[Item], index: int) -> tuple[Phrase, ...]:
    run: list[Phrase] = []
    for place, item in enumerate(items[index:], index):
        if isinstance(item, Phrase):
            run.append(item)
        elif not (isinstance(item, Mark) and item.kind == "comma" and _inclusion(items, place + 1)):
            break
    return tuple(run)


def _inclusion(items: Sequence[Item], index: int) -> bool:
    """Tell whether ", including …" or ", with …," goes on at ``index``."""
    item = items[index] if index < len(items) else None
    if not isinstance(item, Phrase):
        return False
    return item.preposition in ("including", "such as", "among them") or (
        item.preposition in _FRAMED and _is_framed(items, index)
    )


def _is_framed(items: Sequence[Item], index: int) -> bool:
    """Tell whether a comma closes the phrases that begin at ``index``, right before a verb."""
    following = list(dropwhile(lambda item: isinstance(item, Phrase), items[index:]))
    comma = bool(following) and isinstance(following[0], Mark) and following[0].kind == "comma"
    return comma and len(following) > 1 and isinstance(following[1], VerbGroup)


def describe(parse_: Parse, words: Sequence[str]) -> Iterator[str]:
    """Give the chunks, one a line, for ``explain``."""
    for chunk in parse_.chunks:
        text = " ".join(words[chunk.first : chunk.last])
        if isinstance(chunk, NounGroup):
            name = f" = {chunk.mention.thing.slug}" if chunk.mention else ""
            yield f"noun group  {text}{name}"
        elif isinstance(chunk, VerbGroup):
            yield f"verb group  {text} ({chunk.lemma}, {chunk.form}{', passive' * chunk.passive})"
        elif isinstance(chunk, Mark) and chunk.kind not in ("other",):
            yield f"{chunk.kind:11} {text}"

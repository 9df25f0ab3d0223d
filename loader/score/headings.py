"""Names in headings and credits, which state nothing but do name things."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..claims import Passage
from .model import Entity, Mention

Place = tuple[int, int, str]
#: Shorter words are too many things to be found by their letters alone.
_SHORTEST = 3


def with_headings(
    entities: Mapping[str, Entity], passages: Sequence[Passage], text: str
) -> dict[str, Entity]:
    """Add the places outside the passages where words that name an entity stand again.

    Words count as written or in capitals; where those of two entities overlap, the longer win.
    """
    more: dict[str, list[Mention]] = defaultdict(list)
    taken: list[Mention] = []
    for start, end, slug in sorted(_places(entities, passages, text), key=_longest_first):
        mention = Mention(start, end, text[start:end])
        if not any(mention.meets(other) for other in taken):
            taken.append(mention)
            more[slug].append(mention)
    return {
        slug: replace(one, mentions=tuple(sorted({*one.mentions, *more[slug]})))
        for slug, one in entities.items()
    }


def _longest_first(place: Place) -> tuple[int, int, str]:
    return place[0] - place[1], place[0], place[2]


def _places(
    entities: Mapping[str, Entity], passages: Sequence[Passage], text: str
) -> Iterator[Place]:
    gaps = tuple(_gaps(passages, len(text)))
    for slug, entity in entities.items():
        words = {one.text for one in entity.mentions if one.text[:1].isupper()}
        for word in sorted(words | {one.upper() for one in words}):
            if len(word) >= _SHORTEST:
                pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
                for start, end in gaps:
                    yield from ((*m.span(), slug) for m in pattern.finditer(text, start, end))


def _gaps(passages: Iterable[Passage], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for passage in passages:
        if passage.start > at:
            yield at, passage.start
        at = max(at, passage.end)
    if at < length:
        yield at, length

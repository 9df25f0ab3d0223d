"""Pairs that an article puts side by side: what "both nations" and "the two leaders" stand for."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..claims import Thing
from ..names import Mention
from ..text import Sentence

_JOINTS = ("and", "-", "–", "&", ",")


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pair of states that an article is about, and the people of each sentence.

    Attributes:
        states: The pair that is joined most often ("X and Y", "X-Y"), empty where none is.
        people: Distinct people of each sentence, in order.
    """

    states: tuple[Thing, ...]
    people: tuple[tuple[Thing, ...], ...]

    def people_before(self, index: int) -> tuple[Thing, ...]:
        """Give the two people of the latest sentence before ``index`` that names just two."""
        for named in reversed(self.people[:index]):
            if len(named) == 2:
                return named
        return ()


def find_pairs(sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]) -> Pairs:
    """Count the joined pairs of states over the whole article; the most frequent one wins."""
    counts: Counter[tuple[str, str]] = Counter()
    things: dict[str, Thing] = {}
    for sentence, found in zip(sentences, mentions, strict=True):
        for one, other in itertools.pairwise(found):
            between = [t.text.lower() for t in sentence.tokens[one.last : other.first]]
            joined = len(between) == 1 and between[0] in _JOINTS
            if joined and _is_state(one) and _is_state(other):
                things |= {m.thing.slug: m.thing for m in (one, other)}
                first, second = sorted((one.thing.slug, other.thing.slug))
                counts[(first, second)] += first != second
    best = max(counts, key=lambda pair: counts[pair], default=None)
    people = tuple(
        tuple({m.thing.slug: m.thing for m in found if "Person" in m.thing.types}.values())
        for found in mentions
    )
    states = tuple(things[slug] for slug in best) if best is not None and counts[best] else ()
    return Pairs(states, people)


def _is_state(mention: Mention) -> bool:
    return "State" in mention.thing.types

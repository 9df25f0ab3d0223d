"""Finds which found thing is which thing of the facts file, one to one, within one article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..claims import Thing
from .agree import IsA, Link, types_agree
from .gold import Entity
from .wording import name_key, overlap

# Kinds whose names identify them: a named one is never matched by what is stated of it alone.
_NAMED_KINDS = ("Agent", "Place", "Asset")
_LEAST_LIKENESS = 0.5
_BOTH_OPEN = 0.4


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sets of things to be aligned: of the facts file and found, by id and by slug."""

    entities: Mapping[str, Entity]
    things: Mapping[str, Thing]
    is_a: IsA

    def compatible(self, identifier: str, slug: str) -> bool:
        """Tell whether the two may be one thing, by type."""
        one, other = self.entities.get(identifier), self.things.get(slug)
        return bool(one and other and types_agree(one.types, other.types, self.is_a))

    def likeness(self, identifier: str, slug: str) -> float:
        """Compare how the two are called, from 0 to 1."""
        one, other = self.entities[identifier], self.things[slug]
        ours, theirs = (one.label, *one.names), (other.label, *other.names)
        return max(overlap(left, right) for left in ours for right in theirs)

    def may_be(self, identifier: str, slug: str) -> bool:
        """Tell whether the two may be one thing, by type and, where it has one, by name."""
        if not self.compatible(identifier, slug):
            return False
        thing = self.things[slug]
        by_name = thing.named and any(
            self.is_a(kind, named) for kind in thing.types for named in _NAMED_KINDS
        )
        return not by_name or self.likeness(identifier, slug) >= _LEAST_LIKENESS


def align(sides: Sides, links: Sequence[Link]) -> dict[str, str]:
    """Map slugs to ids: by slug, then by name, then by what is stated of them.

    The last step takes the pair with the most agreeing statements first; ties go to the more alike
    names, then to the alphabet, so that the same input always gives the same mapping.
    """
    found: dict[str, str] = {}
    for pairs in (_by_slug(sides), _by_label(sides), _by_any_name(sides)):
        for identifier, slug in pairs:
            if slug not in found and identifier not in found.values():
                found[slug] = identifier
    return _by_statements(sides, links, found)


def _by_slug(sides: Sides) -> list[tuple[str, str]]:
    return [(slug, slug) for slug in sorted(sides.things) if sides.compatible(slug, slug)]


def _by_label(sides: Sides) -> list[tuple[str, str]]:
    labels = {key: (name_key(entity.label),) for key, entity in sides.entities.items()}
    return _same_names(sides, labels)


def _by_any_name(sides: Sides) -> list[tuple[str, str]]:
    names = {
        key: tuple(name_key(name) for name in (entity.label, *entity.names))
        for key, entity in sides.entities.items()
    }
    return _same_names(sides, names)


def _same_names(sides: Sides, names: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """Pair named things with the only entity of their kind that has one of their names."""
    holders: dict[str, set[str]] = {}
    for identifier, keys in names.items():
        for key in keys:
            holders.setdefault(key, set()).add(identifier)
    pairs = []
    for slug, thing in sorted(sides.things.items()):
        keys = [name_key(name) for name in (thing.label, *thing.names) if thing.named]
        fits = {i for key in keys for i in holders.get(key, ()) if sides.compatible(i, slug)}
        pairs += [(identifier, slug) for identifier in fits if len(fits) == 1]
    return pairs


def _by_statements(sides: Sides, links: Sequence[Link], found: dict[str, str]) -> dict[str, str]:
    taken = dict(found)
    ends = {end for link in links for end in link.ends}
    fits = {end for end in ends if sides.may_be(*end)}
    while True:
        best = _best(sides, _Open(links, fits), taken)
        if best is None:
            return taken
        taken[best[1]] = best[0]


@dataclass(frozen=True, slots=True)
class _Open:
    """The links, and the pairs among their ends that may be one thing."""

    links: Sequence[Link]
    fits: set[tuple[str, str]]


def _best(sides: Sides, work: _Open, taken: Mapping[str, str]) -> tuple[str, str] | None:
    scores = _scores(work, taken)
    if not scores:
        return None
    return min(scores, key=lambda pair: (-scores[pair], -sides.likeness(*pair), pair))


def _scores(work: _Open, taken: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Sum, for each open pair, the weights of the facts that would agree if it were one thing."""
    used = set(taken.values())
    best: dict[tuple[str, str], dict[int, float]] = {}
    for link in work.links:
        rest = [end for end in link.ends if taken.get(end[1]) != end[0]]
        if not all(_is_free(end, work, taken, used) for end in rest):
            continue
        weight = link.weight * (_BOTH_OPEN if len(set(rest)) > 1 else 1.0)
        for end in rest:
            facts = best.setdefault(end, {})
            facts[link.fact] = max(facts.get(link.fact, 0.0), weight)
    return {end: round(sum(facts.values()), 6) for end, facts in best.items()}


def _is_free(end: tuple[str, str], work: _Open, taken: Mapping[str, str], used: set[str]) -> bool:
    return end in work.fits and end[1] not in taken and end[0] not in used

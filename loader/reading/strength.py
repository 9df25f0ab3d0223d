"""Strength: how many people a body has, told beside its noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..syntax import Mark, NounGroup, Parse
from .nouns import load_nouns

_FORCES = frozenset(("force", "crew", "garrison", "unit", "corps", "company", "brass", "party"))
_REACH = 5


def strength_of(group: NounGroup, parse: Parse) -> Iterator[tuple[NounGroup, ...]]:
    """Give the number of "a 200-strong force" or "the force, about 1,650 strong," as a group.

    What it gives has no head noun, as a bare number has.
    """
    if is_strong(group):
        yield (replace(group, lemma=""),)
        return
    reach = _REACH if is_body(group.lemma) else 1
    for mark in parse.chunks:
        if isinstance(mark, Mark) and mark.text == "strong":
            for number in parse.groups:
                near = 0 <= number.first - group.last <= reach and number.last == mark.first
                if near and number.quantity is not None and not number.lemma:
                    yield (number,)


def is_strong(group: NounGroup) -> bool:
    """Tell whether a number counts the people of one body: "a 40-member Danish team"."""
    several = group.quantity is not None and group.quantity.value > 1
    return several and not group.plural and is_body(group.lemma)


def are_nationals(group: NounGroup) -> bool:
    """Tell whether people of a state are counted: "71,000 Ukrainians"."""
    state = group.mention is not None and "State" in group.mention.thing.types
    return state and group.quantity is not None


def is_body(lemma: str) -> bool:
    """Tell whether a noun is for a body of people or what brings them together."""
    nouns = load_nouns()
    kind = nouns.class_of((), lemma)
    told = kind is not None and kind[0] in ("MilitaryFormation", "Deployment", "Exercise")
    return told or lemma in nouns.sent or lemma in _FORCES

"""Frames by what triggers them, with the places that must not be empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..frames import Frame, Slot, load_frames
from .positions import is_special, plain

Needs = tuple[tuple[Slot, frozenset[str]], ...]
"""Required slots with the positions of ``sites`` one of which must have words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A frame, with what it needs at a verb and at a noun."""

    frame: Frame
    at_verb: Needs
    at_noun: Needs


@dataclass(frozen=True, slots=True)
class Index:
    """Frames by trigger.

    Attributes:
        by_verb: Lemma of a verb → frames, sorted by id; those for any verb are with each.
        by_noun: Head lemma → frames.
        by_class: Frames that a thing of a class triggers.
        any_verb: Frames that any verb triggers.
    """

    by_verb: dict[str, tuple[Rule, ...]]
    by_noun: dict[str, tuple[Rule, ...]]
    by_class: tuple[Rule, ...]
    any_verb: tuple[Rule, ...]


@cache
def load_index() -> Index:
    """Give the packaged frames by trigger."""
    return index_of(load_frames())


def index_of(frames: Sequence[Frame]) -> Index:
    """Sort frames by trigger."""
    rules = [Rule(f, *(_needs(f.slots, verb=verb) for verb in (True, False))) for f in frames]
    by_verb: dict[str, tuple[Rule, ...]] = {}
    by_noun: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for verb in rule.frame.verbs:
            by_verb[verb] = (*by_verb.get(verb, ()), rule)
        for noun in rule.frame.nouns:
            by_noun[noun] = (*by_noun.get(noun, ()), rule)
    by_class = tuple(rule for rule in rules if rule.frame.classes)
    any_verb = by_verb.pop("*", ())
    by_verb = {verb: (*found, *any_verb) for verb, found in by_verb.items()}
    return Index(by_verb, by_noun, by_class, any_verb)


def _needs(slots: Sequence[Slot], *, verb: bool) -> Needs:
    needs = ((slot, slot.verb if verb else slot.noun) for slot in slots if slot.required)
    return tuple(
        (slot, frozenset(map(plain, positions)))
        for slot, positions in needs
        if not any(map(is_special, positions))
    )

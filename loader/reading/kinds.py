"""Kinds: "a frigate, X" and "the patrol ship X" say what type of ship X is."""

from __future__ import annotations

from ontology.iris import slugify

from ..claims import Thing
from ..syntax import NounGroup, Parse
from ..text import Sentence
from .discourse import Discourse
from .drafts import Draft
from .entities import Entity
from .nouns import load_nouns

RULE = "asset-type"
_GENERAL = ("ship", "vessel", "warship", "carrier")


def kinds(sentence: Sentence, parse: Parse, discourse: Discourse) -> list[Draft]:
    """Give a claim for each ship that is described by its kind."""
    found: list[Draft] = []
    for group in parse.groups:
        ships = [e for e in discourse.things(group) if e.is_a(("Vessel",))]
        kind = _kind(group)
        if len(ships) == 1 and kind is not None and not group.plural:
            type_ = _type(kind, sentence, group, discourse)
            found.append(
                Draft(sentence.index, group.last - 1, RULE, [(ships[0], "assetType", type_)])
            )
    return found


def _kind(group: NounGroup) -> str | None:
    """Give the ship noun of a group: its head, or what stands right before the name."""
    words = group.words if group.mention is not None else (*group.words, group.lemma)
    if not words:
        return None
    found = load_nouns().class_of(words[:-1], words[-1])
    if found is None or found[0] != "Vessel" or found[1] in _GENERAL:
        return None
    return found[1]


def _type(kind: str, sentence: Sentence, group: NounGroup, discourse: Discourse) -> Entity:
    thing = Thing(slugify(kind), ("VesselType",), kind.capitalize())
    return discourse.register.named(thing, sentence.index, discourse.scene.start(group))

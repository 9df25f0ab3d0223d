"""Whose ships, aircraft and people take part: "Danish jets", "six nations, including Peru"."""

from __future__ import annotations

from collections.abc import Iterator

from ..syntax import NounGroup
from .discourse import Discourse
from .entities import Entity
from .nouns import load_nouns
from .sites import VerbSite

_AMONG = ("including", "such as", "among them", "like")
_FORCES = {"force", "navy", "army", "military", "ship", "vessel", "warship", "fleet", "team"}
_TOLD = _FORCES | {"participant", "partner", "member"}


def fleet_of(group: NounGroup, discourse: Discourse) -> tuple[Entity, ...]:
    """Give the states whose ships or aircraft a group is: "Danish jets", "ships from Peru".

    One ship is a thing of its own, and acts for itself.
    """
    if group.mention is not None or not _is_fleet(group):
        return ()
    after = discourse.scene.parse.after.get((group.first, group.last), ())
    behind = [g for p in after[:1] if p.preposition in ("from", "of") for g in p.groups]
    found = [*discourse.possessors(group), *discourse.modifiers(group)]
    found += [entity for other in behind for entity in discourse.things(other)]
    return tuple(dict.fromkeys(e for e in found if e.is_a(("State",))))


def is_force(group: NounGroup) -> bool:
    """Tell whether a noun is for people, teams, units, ships or aircraft that take part."""
    nouns = load_nouns()
    kind, _ = nouns.class_of(group.words, group.lemma) or ("", "")
    sent = group.lemma in nouns.sent or kind in ("Vessel", "MilitaryFormation")
    return sent or nouns.is_person(group.lemma) or _is_fleet(group)


def _is_fleet(group: NounGroup) -> bool:
    nouns = load_nouns()
    kind, _ = nouns.class_of(group.words, group.lemma) or ("", "")
    several = group.plural and (group.lemma in nouns.parts or kind == "Vessel")
    return several or kind == "AssetType"


def told_of_subject(site: VerbSite) -> Iterator[tuple[NounGroup, ...]]:
    """Give the members that a clause tells of its subject: "six nations sailed, including X".

    Where another plural of the kind stands nearer, they may be of that one.
    """
    several = [group for group in site.clause.subjects if group.plural and _is_told(group)]
    if not several or len(several) != len(site.clause.subjects):
        return
    for index, phrase in enumerate(site.phrases):
        nearer = [g for p in site.phrases[:index] for g in p.groups] + [*site.clause.objects]
        if phrase.preposition in _AMONG and not any(g.plural for g in nearer):
            yield phrase.groups


def _is_told(group: NounGroup) -> bool:
    return group.lemma in _TOLD or load_nouns().sets.get(group.lemma) == "State"

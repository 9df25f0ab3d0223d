"""Roles: offices outside the lexicon's grammar: "coast guard commandant X", "X, head of Y"."""

from __future__ import annotations

from ontology.iris import slugify

from ..claims import Thing
from ..syntax import NounGroup, Parse
from ..text import Sentence
from .discourse import Discourse
from .drafts import Draft, Stated
from .entities import Entity
from .labels import within
from .nouns import load_nouns

RULE = "role-held"
_BODIES = ("State", "Organisation")
_FORMER = ("former", "ex-", "then", "retired", "late", "acting")


def roles(sentence: Sentence, parse: Parse, discourse: Discourse) -> list[Draft]:
    """Give a claim for each person who is named with a role before or beside the name."""
    found: list[Draft] = []
    for group in parse.groups:
        person = _person(group, discourse)
        if person is None:
            continue
        beside = parse.apposed.get((group.first, group.last))
        for stated in (
            _before(group, person, discourse),
            _beside(beside, person, parse, discourse),
        ):
            if stated:
                found.append(Draft(sentence.index, group.last - 1, RULE, stated, confidence=0.8))
    return found


def _person(group: NounGroup, discourse: Discourse) -> Entity | None:
    if group.mention is None or "Person" not in group.mention.thing.types:
        return None
    return discourse.things(group)[0]


def _before(group: NounGroup, person: Entity, discourse: Discourse) -> list[Stated]:
    """Read "navy spokesperson X": the words before the name, up to the role."""
    known = {e for e in discourse.modifiers(group) if e.is_a(("Post",))}
    words = [w for w in group.words if w != "-"]
    if known or not words or words[-1] not in load_nouns().roles or set(words) & set(_FORMER):
        return []
    bodies = [e for e in discourse.modifiers(group) if e.is_a(_BODIES)]
    bodies += [e for e in discourse.possessors(group) if e.is_a(_BODIES)]
    return _state(" ".join(words), bodies[-1:], person, group, discourse)


def _beside(
    group: NounGroup | None, person: Entity, parse: Parse, discourse: Discourse
) -> list[Stated]:
    """Read "X, deputy head of the procurement agency": the description beside the name."""
    if group is None or group.mention is not None or group.lemma not in load_nouns().roles:
        return []
    if set(group.words) & set(_FORMER):
        return []
    title = " ".join([*group.words, group.lemma])
    bodies = [*discourse.possessors(group), *discourse.modifiers(group)]
    for phrase in parse.after.get((group.first, group.last), ()):
        if phrase.preposition in ("of", "for", "to", "at") and phrase.groups:
            entities = [e for g in phrase.groups for e in discourse.things(g)]
            bodies += entities
            if not entities and phrase.preposition in ("of", "for"):
                title += (
                    f" {phrase.preposition} {' '.join(discourse.scene.words(phrase.groups[0]))}"
                )
    bodies += _behind_comma(group, parse, discourse)
    bodies = [e for e in bodies if e.is_a(_BODIES)]
    return _state(title, bodies[:1], person, group, discourse)


def _behind_comma(group: NounGroup, parse: Parse, discourse: Discourse) -> tuple[Entity, ...]:
    """Give the unit of "commander, Carrier Strike Group 4"."""
    if discourse.scene.sentence.tokens[group.last].text != ",":
        return ()
    after = [g for g in parse.groups if g.first == group.last + 1 and g.mention is not None]
    return discourse.things(after[0]) if after else ()


def _state(
    title: str, bodies: list[Entity], person: Entity, group: NounGroup, discourse: Discourse
) -> list[Stated]:
    name = title[0].upper() + title[1:]
    body = bodies[0] if bodies else None
    label = f"{name} of {within(body)}" if body is not None else name
    slug = slugify(label) if body is not None else f"{discourse.article}-{slugify(name)}"
    thing = Thing(slug, ("Post",), label, (name,) if label != name else (), named=body is not None)
    post = discourse.named(thing, group)
    stated: list[Stated] = [(person, "holdsPost", post)]
    if body is not None:
        stated.append((post, "postIn", body))
    return stated

"""Sides: the states that ministers, delegations and navies act for when they sign or talk."""

from __future__ import annotations

from ..syntax import NounGroup, Parse
from .discourse import Discourse
from .drafts import Stated
from .entities import Entity
from .nouns import load_nouns

_BODIES = ("ArmedForce", "GovernmentBody")
_ACTORS = ("Person", "Post")
_ALL = ("two", "both", "respective")


def sides_of(
    group: NounGroup, parse: Parse, discourse: Discourse, *, bodies: bool = False
) -> tuple[Entity, ...]:
    """Give the states that a group of people acts for; none where that is not told.

    "The ministers of Chile and Peru" act for both, as do "the Danish and Dutch ministers"; "the
    two ministers" act for the states of the two people named before, or for the article's pair.

    Args:
        group: The group.
        parse: Its sentence.
        discourse: What is known so far.
        bodies: Whether forces and organs of government count as people do.
    """
    told = _told(group, parse, discourse)
    if told:
        return told
    wanted = (*_ACTORS, *_BODIES) if bodies else _ACTORS
    actors = [e for e in discourse.things(group) if e.is_a(wanted)]
    homes = discourse.states(tuple(actor.state for actor in actors))
    if actors and len(homes) == len(actors):
        return homes
    several = group.lemma in load_nouns().sides and (
        group.plural or len(actors) > 1 or group.determiner == "both"
    )
    pair = discourse.met() or discourse.pair()
    return pair if several and _is_all(group, discourse) and {*homes} <= {*pair} else homes


def _told(group: NounGroup, parse: Parse, discourse: Discourse) -> tuple[Entity, ...]:
    """Give the states that stand before the people or after "of"."""
    if group.mention is not None or group.lemma not in load_nouns().sides:
        return ()
    found = [*discourse.possessors(group), *discourse.modifiers(group)]
    for phrase in parse.after.get((group.first, group.last), ())[:1]:
        if phrase.preposition in ("of", "from"):
            found += [e for other in phrase.groups for e in discourse.things(other)]
    return tuple(dict.fromkeys(e for e in found if e.is_a(("State",))))


def _is_all(group: NounGroup, discourse: Discourse) -> bool:
    words = [word.lower() for word in discourse.scene.words(group)]
    return any(word in _ALL for word in words) or (group.determiner == "the" and not group.words)


def learn_homes(parse: Parse, discourse: Discourse) -> None:
    """Note the state of each person who has one before or after the name: "Danish Admiral X"."""
    for group in parse.groups:
        if group.mention is None or "Person" not in group.mention.thing.types:
            continue
        states = _home(group, parse, discourse)
        for person in discourse.things(group):
            if person.state is None and len(states) == 1 and states[0].thing is not None:
                person.state = states[0].thing.slug


def _home(group: NounGroup, parse: Parse, discourse: Discourse) -> tuple[Entity, ...]:
    beside = parse.apposed.get((group.first, group.last))
    for one in (group, *([beside] if beside is not None else ())):
        near = [e for e in discourse.modifiers(one) if e.is_a(("State",))]
        posts = [e.state for e in (*discourse.modifiers(one), *discourse.things(one))]
        found = (*near, *discourse.states(posts))
        if found:
            return tuple(dict.fromkeys(found))
    for phrase in parse.after.get((group.first, group.last), ())[:1]:
        if phrase.preposition == "of":
            found = tuple(e for g in phrase.groups for e in discourse.things(g))
            return tuple(e for e in found if e.is_a(("State",)))
    return ()


def note_states(stated: list[Stated]) -> None:
    """Keep with a post and with its holder the state whose post it is."""
    for subject, predicate, term in stated:
        if isinstance(term, Entity) and predicate == "postIn" and term.is_a(("State",)):
            subject.state = subject.state or (term.thing.slug if term.thing else None)
    for subject, predicate, term in stated:
        if isinstance(term, Entity) and predicate == "holdsPost":
            subject.state = subject.state or term.state

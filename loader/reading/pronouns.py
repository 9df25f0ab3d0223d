"""Pronouns: who "he", "its", "they" and a speaker's "our" stand for, where that can be told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..syntax import NounGroup
from .entities import Entity
from .nouns import load_nouns
from .scene import Scene

if TYPE_CHECKING:
    from .discourse import Discourse

POSSESSIVE = ("his", "her", "its", "their", "our", "my")
_SINGULAR = ("he", "she", "him", "his", "her")
_NEUTER = ("it", "its", "this", "that")
_PLURAL = ("they", "them", "their", "both")
_FIRST = ("we", "us", "our", "ours")
_SPEAKER = ("i", "me", "my")
_AGENT = ("State", "Organisation")


class Pronouns:
    """Resolves pronouns and possessive pronouns.

    Args:
        discourse: What is known so far.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self._meant: dict[str, tuple[Entity, ...]] = {}

    def forget(self) -> None:
        """Begin a sentence: within one, "she" and "her" are one person throughout."""
        self._meant = {}

    @property
    def scene(self) -> Scene:
        """Give the sentence being read."""
        return self.discourse.scene

    def resolve(self, word: str, before: int) -> tuple[Entity, ...]:
        """Give what a pronoun at token ``before`` stands for; none where that cannot be told."""
        if word in _SINGULAR:
            which = "she" if word in ("she", "her") else "he"
            self._meant[which] = self._meant.get(which) or self._person(before)
            return self._meant[which]
        if word in _SPEAKER:
            return self._speaker()
        if word in _FIRST:
            return self._first_person()
        groups = self.scene.groups_before(before)
        if word in _NEUTER:
            return self._neuter(groups if word != "it" else [g for g in groups if not g.pronoun])
        return self._plural(groups) if word in _PLURAL else ()

    def _neuter(self, groups: Sequence[NounGroup]) -> tuple[Entity, ...]:
        for group in reversed(groups):
            found = [e for e in self.discourse.things(group) if e.is_a(_AGENT)]
            if found and group.mention is not None:
                return tuple(found[:1])
        topic = self.discourse.topic
        return (topic,) if topic is not None and not groups else ()

    def _person(self, before: int) -> tuple[Entity, ...]:
        """Take "he" for the first person of this sentence, else of the sentences just before."""
        here = [e for group, e in self.discourse.people if group.last <= before]
        if here:
            return (here[0],)
        topic = self.discourse.cast.topic(self.scene.index)
        return (topic,) if topic is not None else ()

    def _speaker(self) -> tuple[Entity, ...]:
        speaker = self.discourse.speaker
        return (speaker,) if speaker is not None and speaker.is_a(("Person",)) else ()

    def _first_person(self) -> tuple[Entity, ...]:
        if self.discourse.speaker is None:
            return ()
        together = bool(self.scene.lemmas() & {"together", "both", "sign", "conclude"})
        states = {t.slug for t in self.discourse.pairs.states}
        if together and self.discourse.speaker.state in states:
            return self.discourse.pair()
        state = (
            self.discourse.known.thing(self.discourse.speaker.state)
            if self.discourse.speaker.state
            else None
        )
        return (
            (self.discourse.register.named(state, self.scene.index, 0),)
            if state is not None
            else ()
        )

    def _plural(self, groups: Sequence[NounGroup]) -> tuple[Entity, ...]:
        for group in reversed(groups):
            found = self.discourse.things(group)
            people = group.lemma in load_nouns().people and group.mention is None
            if (len(found) > 1 or people) and found and all(e.is_a(("Agent",)) for e in found):
                return found
        for clause in reversed(self.scene.parse.clauses):
            found = tuple(
                e for g in clause.subjects for e in self.discourse.things(g) if e.is_a(("Agent",))
            )
            if len(found) > 1:
                return found
        return ()

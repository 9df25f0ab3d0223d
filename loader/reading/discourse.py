"""Reference: which entities a noun group stands for, sieve by sieve, the surest first.

The order follows the multi-pass sieve of Raghunathan et al. (EMNLP 2010): names, then described
things, then nouns that point back, then pronouns; each gives up rather than guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..claims import Thing
from ..quantities import When
from ..syntax import NounGroup, Parse
from ..text import Sentence
from .cast import Cast
from .descriptions import Descriptions
from .entities import Entity, Register
from .known import Known
from .nouns import load_nouns
from .pronouns import POSSESSIVE, Pronouns
from .scene import Scene
from .sets import Pairs

_TOPICS = ("Exercise", "Operation", "TrainingProgramme")


class Held(NamedTuple):
    """An office as somebody holds it: its title, and whether it may be a state's."""

    title: str
    of_state: bool


class Discourse:
    """What an article talks about, sentence by sentence.

    Args:
        article: Slug of the article.
        pairs: Pairs of states and of people that the article puts side by side.
        known: Names of reference data, for described things that have one.
        published: Date of the article, None where it is not known.
        told: Slugs of all that the article names.

    Attributes:
        topic: The activity that the sentence before was about, None where it was about none.
        speaker: Who speaks the sentence, None where nobody is quoted.
        referred: Tokens of the sentence that refer to what no name or noun of theirs tells.
        cast: What people were called, and who was last spoken of.
        holders: Id of a post's entity → the person who was last said to hold it.
        offices: Id of a person's entity → the office that they were last said to hold.
        day: The day named last on which something happened, None where none was.
    """

    def __init__(
        self,
        article: str,
        pairs: Pairs,
        known: Known,
        published: str | None = None,
        told: frozenset[str] = frozenset(),
    ) -> None:
        self.article = article
        self.told = told
        self.published = published
        self.register = Register()
        self.pairs = pairs
        self.known = known
        self.speaker: Entity | None = None
        self.topic: Entity | None = None
        self.offices: dict[int, Held] = {}
        self.holders: dict[int, Entity] = {}
        self.referred: list[tuple[int, int, Entity]] = []
        self.cast = Cast()
        self.scene: Scene
        self._descriptions = Descriptions(self)
        self._pronouns = Pronouns(self)
        self._resolved: dict[tuple[int, int], tuple[Entity, ...]] = {}
        self._before: list[Entity] = []
        self.day: When | None = None

    def open(self, sentence: Sentence, parse: Parse) -> None:
        """Begin a sentence; the names in it are seen first."""
        self.topic = self._topic()
        self.scene = Scene(sentence, parse)
        self.day = next((w for w in parse.times if self._is_day(w)), self.day)
        self._before = [e for place in sorted(self._resolved) for e in self._resolved[place]]
        self._resolved = {}
        self.referred = []
        self._pronouns.forget()
        self.people = [
            (group, self.things(group)[0])
            for group in parse.groups
            if group.mention is not None and "Person" in group.mention.thing.types
        ]

    def _is_day(self, when: When) -> bool:
        """Tell whether a time is a day that was, on which something happened."""
        on = when.relation in ("on", "at") and when.end is None and len(when.start or "") == 10
        return on and (self.published is None or str(when.start) <= self.published)

    def _topic(self) -> Entity | None:
        """Give the activity that the sentence so far was about: its subject."""
        clauses = self.scene.parse.clauses if hasattr(self, "scene") else ()
        main = next((c for c in clauses if c.link == "main" and c.subjects), None)
        found = self.things(main.subjects[0]) if main is not None else ()
        other = main is not None and self.scene.parse.apposed.get(
            (main.subjects[0].first, main.subjects[0].last)
        )
        found = (*found, *(self.things(other) if other else ()))
        told = tuple(dict.fromkeys(e for e in found if e.is_a(_TOPICS)))
        return told[0] if len(told) == 1 else None

    def things(self, group: NounGroup) -> tuple[Entity, ...]:
        """Give the entities that the group stands for; none where that cannot be told."""
        place = (group.first, group.last)
        if place not in self._resolved:
            self._resolved[place] = ()
            self._resolved[place] = self._resolve(group)
        found = self._resolved[place]
        if len(found) < 2:
            return found if not found or found[0].same is None else (self.register.real(found[0]),)
        return tuple(dict.fromkeys(map(self.register.real, found)))

    def state_of(self, group: NounGroup) -> Entity | None:
        """Give the one state that possesses or modifies the group ("Danish", "Denmark's")."""
        states = [e for e in self.possessors(group) if e.is_a(("State",))]
        states += [e for e in self.modifiers(group) if e.is_a(("State",))]
        return states[0] if len(set(states)) == 1 else None

    def states(self, slugs: Sequence[str | None]) -> tuple[Entity, ...]:
        """Give states by slug; what is unknown or no state is left out."""
        things = (self.known.thing(slug) for slug in dict.fromkeys(slugs) if slug)
        return tuple(
            self.register.named(thing, self.scene.index, 0)
            for thing in things
            if thing is not None and "State" in thing.types
        )

    def states_in(self, group: NounGroup) -> tuple[str, ...]:
        """Give the slugs of the states that the words of a name contain."""
        return self.known.states_in(" ".join(self.scene.words(group)))

    def possessors(self, group: NounGroup) -> tuple[Entity, ...]:
        """Give who the group belongs to by ``'s`` or a possessive pronoun."""
        if group.possessor is not None:
            return self.things(group.possessor)
        if group.determiner in POSSESSIVE:
            return self._pronouns.resolve(group.determiner, group.first)
        return ()

    def modifiers(self, group: NounGroup) -> tuple[Entity, ...]:
        """Give the named things before the head."""
        return tuple(
            self.register.named(
                m.thing, self.scene.index, self.scene.sentence.tokens[m.first].span.start, m.state
            )
            for m in group.names
        )

    def plural_types(self, group: NounGroup) -> tuple[Entity, ...]:
        """Give the types named in the plural before a head: "the Alfa-class frigates X"."""
        tokens = self.scene.sentence.tokens
        return tuple(
            entity
            for mention, entity in zip(group.names, self.modifiers(group), strict=True)
            if tokens[mention.last - 1].tag in ("NNS", "NNPS") and entity.is_a(("AssetType",))
        )

    def pair(self) -> tuple[Entity, ...]:
        """Give the two states that the article is about; none where it has no such pair."""
        return tuple(self.register.named(t, self.scene.index, 0) for t in self.pairs.states)

    def agreement_before(self, group: NounGroup) -> tuple[Entity, ...]:
        """Give the first agreement of this sentence before a group, else of the sentence before."""
        found = [e for e in self.spoken_before(group) if e.is_a(("Agreement",))]
        return tuple(found[:1])

    def spoken_before(self, group: NounGroup) -> list[Entity]:
        """Give what this sentence speaks of before a group, then what the one before spoke of."""
        earlier = [e for g in self.scene.groups_before(group.first) for e in self.things(g)]
        return list(dict.fromkeys(map(self.register.real, (*earlier, *self._before))))

    def met(self) -> tuple[Entity, ...]:
        """Give the states of the two people named together last; none where they are not told."""
        people = [
            self.register.named(thing, self.scene.index, 0)
            for thing in self.pairs.people_before(self.scene.index)
        ]
        states = self.states([person.state for person in people])
        return states if len(states) == 2 else ()

    def named(self, thing: Thing, group: NounGroup, state: str | None = None) -> Entity:
        """Give the entity of a named thing that a group of this sentence stands for."""
        return self.register.named(thing, self.scene.index, self.scene.start(group), state)

    def mentioned(self, group: NounGroup) -> Entity:
        """Give the entity that a group names, with the names before it seen too."""
        mention = group.mention
        if mention is None:
            raise ValueError(f"the group at token {group.first} is no name")
        start = self.scene.sentence.tokens[mention.first].span.start
        entity = self.register.named(mention.thing, self.scene.index, start, mention.state)
        if mention.last - mention.first > 1 and load_nouns().class_of((), group.lemma):
            entity.nouns.add(group.lemma)
        if "Vessel" in mention.thing.types:
            entity.nouns |= load_nouns().ships.intersection(group.words)
        self.modifiers(group)
        return entity

    def bind(self, group: NounGroup, entity: Entity) -> Entity:
        """Take a group of this sentence for an entity that a frame made of it."""
        self._resolved[group.first, group.last] = (entity,)
        return entity

    def _resolve(self, group: NounGroup) -> tuple[Entity, ...]:
        if group.determiner in ("no", "neither"):
            return ()
        if group.mention is not None:
            return (self.mentioned(group),)
        if group.pronoun:
            return self._pronouns.resolve(group.lemma, group.first)
        return self._descriptions.resolve(group)

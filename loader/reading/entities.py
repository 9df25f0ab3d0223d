"""Entities: what the discourse is about so far, named or described, before it gets an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..claims import Thing
from ..frames import is_kind, most_specific


@dataclass(eq=False, slots=True)
class Entity:
    """A thing under construction: equal only to itself.

    Attributes:
        types: Classes known so far.
        thing: The named thing that it is, None for a described one.
        label: Label from a frame's template, "" where there is none yet.
        words: Surface words of the description that brought it in.
        lemma: Head lemma of that description.
        state: Slug of its state, where known.
        seen: Sentence index of the latest mention.
        start: Clean offset of the first mention.
        roles: Slot name → fillers, from frames that brought it in.
        plural: Whether it was brought in by a plural.
        nouns: Lemmas of the nouns that stood with its name: "radar" in "the Hugin radars".
        times: How often it was spoken of after it was brought in.
        topic: What an agreement deals with, in the words of the text.
        status: Status that it was last said to have, "" where none was.
        same: The entity that it turned out to be, None where it stands for itself.
    """

    types: set[str]
    thing: Thing | None = None
    label: str = ""
    words: str = ""
    lemma: str = ""
    state: str | None = None
    seen: int = 0
    start: int = 0
    roles: dict[str, set[Entity]] = field(default_factory=dict)
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    times: int = 0
    topic: str = ""
    status: str = ""
    same: Entity | None = None

    def is_a(self, wanted: Iterable[str]) -> bool:
        """Tell whether one of its types is, or is under, a wanted class."""
        return is_kind(self.types, wanted)

    def refine(self, kind: str) -> None:
        """Add a class; classes above it go."""
        self.types = set(most_specific({*self.types, kind}))

    def fits(self, roles: dict[str, set[Entity]]) -> bool:
        """Tell whether its roles agree: of each shared slot, one side has no filler of its own."""
        shared = [name for name in roles if self.roles.get(name) and roles[name]]
        return bool(shared) and all(
            self.roles[name] <= roles[name] or roles[name] <= self.roles[name] for name in shared
        )


class Register:
    """All entities of an article in order of appearance."""

    def __init__(self) -> None:
        self._all: dict[Entity, None] = {}
        self._named: dict[str, Entity] = {}

    def named(self, thing: Thing, sentence: int, start: int, state: str | None = None) -> Entity:
        """Give the entity of a named thing, new or known, and note that it was seen."""
        entity = self._named.get(thing.slug)
        if entity is None:
            entity = Entity(set(thing.types), thing, thing.label, start=start, state=state)
            self._named[thing.slug] = entity
        entity.state = entity.state or state
        self.touch(entity, sentence)
        return entity

    def add(self, entity: Entity) -> Entity:
        """Add a described entity."""
        self._all[entity] = None
        return entity

    def touch(self, entity: Entity, sentence: int) -> None:
        """Note that the entity was mentioned; it becomes the most recent."""
        entity = self.real(entity)
        entity.seen = sentence
        entity.times += 1
        self._all.pop(entity, None)
        self._all[entity] = None

    def recent(self, wanted: Iterable[str], since: int = 0) -> Iterator[Entity]:
        """Give entities of the classes seen in or after sentence ``since``, latest first."""
        classes = tuple(wanted)
        for entity in list(reversed(self._all)):
            if entity.seen >= since and entity.is_a(classes):
                yield entity

    def unify(self, new: Entity, old: Entity) -> Entity:
        """Make ``new`` another description of ``old``."""
        if new is not old:
            new.same = old
            self._all.pop(new, None)
            for name, fillers in new.roles.items():
                old.roles.setdefault(name, set()).update(fillers)
        return old

    def real(self, entity: Entity) -> Entity:
        """Follow unification to the entity that stands for itself."""
        while entity.same is not None:
            entity = entity.same
        return entity

    def all(self) -> tuple[Entity, ...]:
        """Give all entities, least recent first."""
        return tuple(self._all)

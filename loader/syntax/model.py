"""Noun groups, verb groups and clauses of one sentence. Indices count the sentence's tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..names import Mention
from ..quantities import Quantity, When


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun with what stands before it, such as "the second Danish patrol ship".

    Attributes:
        first: Index of the first token.
        last: Index after the last token.
        lemma: Lemma of the head noun; for a name, of its last token.
        mention: The name that the group is, None for a common noun or pronoun.
        determiner: Lower-case determiner or possessive pronoun, "" where there is none.
        possessor: The group before ``'s``.
        names: Names and state adjectives before the head, in order.
        words: Lower-case lemmas of the other words before the head, in order.
        quantity: A number before the head.
        plural: Whether the head is plural.
        pronoun: Whether it is a pronoun; ``lemma`` then holds it in lower case.
    """

    first: int
    last: int
    lemma: str
    mention: Mention | None = None
    determiner: str = ""
    possessor: NounGroup | None = None
    names: tuple[Mention, ...] = ()
    words: tuple[str, ...] = ()
    quantity: Quantity | None = None
    plural: bool = False
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries, such as "is expected to confirm".

    Attributes:
        first: Index of the first token.
        last: Index after the last token.
        lemma: Lemma of the main verb.
        form: ``finite``, ``infinitive``, ``gerund`` (-ing alone) or ``participle`` (-ed alone).
        passive: Whether it is in the passive.
        negated: Whether it is negated.
        perfect: Whether it has "have".
        progressive: Whether it has "be" and -ing.
        past: Whether its first verb is in the past tense.
        singular: Whether its first verb is a third person singular.
        stage: Status that modals and control verbs give it (``Planned``, …), "" for none.
        cue: Token range of the words that give the stage, None for none.
    """

    first: int
    last: int
    lemma: str
    form: str = "finite"
    passive: bool = False
    negated: bool = False
    perfect: bool = False
    progressive: bool = False
    past: bool = False
    singular: bool = False
    stage: str = ""
    cue: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Anything between groups: ``kind`` is preposition, and, comma, dash, wh, that, time, other."""

    first: int
    last: int
    kind: str
    text: str
    time: When | None = None


Chunk = NounGroup | VerbGroup | Mark


@dataclass(frozen=True, slots=True)
class Phrase:
    """A preposition with its noun groups (members of a list), or with a time."""

    preposition: str
    groups: tuple[NounGroup, ...] = ()
    time: When | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group with what belongs to it.

    Attributes:
        verb: The verb group.
        subjects: Surface subject, list members apart.
        objects: Noun groups right after the verb, list members apart.
        phrases: Prepositional phrases of the clause, left and right of the verb.
        link: ``main``, ``coordinate``, ``infinitive``, ``participle``, ``relative``.
        parent: Index of the clause that governs it, None for a main clause.
        last: Index after its last token.
    """

    verb: VerbGroup
    subjects: tuple[NounGroup, ...] = ()
    objects: tuple[NounGroup, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    link: str = "main"
    parent: int | None = None
    last: int = 0


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence taken apart.

    Attributes:
        chunks: Groups and marks in order.
        clauses: Clauses in the order of their verbs.
        groups: Every noun group, possessors included, in order of first token.
        after: Phrases that follow a group directly, by the group's ``(first, last)``.
        apposed: The group in apposition to a group, both ways, by ``(first, last)``.
        placed: The place that stands with a group: "Nordic Systems, Aarhus, Denmark, …".
        lists: Members of each list of groups, in order.
        times: Time expressions.
    """

    chunks: tuple[Chunk, ...]
    clauses: tuple[Clause, ...]
    groups: tuple[NounGroup, ...]
    after: dict[tuple[int, int], tuple[Phrase, ...]] = field(default_factory=dict)
    apposed: dict[tuple[int, int], NounGroup] = field(default_factory=dict)
    placed: dict[tuple[int, int], NounGroup] = field(default_factory=dict)
    lists: tuple[tuple[NounGroup, ...], ...] = ()
    times: tuple[When, ...] = ()

"""Frames: what a trigger with its slots states. Data, read from ``*.toml``, checked on reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A role of a frame and where its fillers stand.

    Attributes:
        name: Name used in patterns and labels.
        types: Ontology classes that a filler may have (subclasses included).
        verb: Positions to look at, in order, when a verb triggers: ``subject`` and ``object``
            (deep roles: a passive is turned round), ``governor`` (subject of the governing
            clause) or a preposition.
        noun: Positions when a noun triggers: ``possessor``, ``modifier``, ``apposed``,
            ``subject`` (of the verb whose object the noun is), ``self`` or a preposition.
        required: Whether the frame needs it.
        shared: Whether it may hold what another slot holds already.
        collect: Whether fillers of all positions count; else the first position that has one.
        least: Fewest fillers that it may hold, where it holds any.
        sole: Whether it holds one filler or none: several fill another slot.
        lacking: Slot that must be empty for this one to be looked for; "" where none must.
    """

    name: str
    types: tuple[str, ...]
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    required: bool = False
    collect: bool = False
    shared: bool = False
    sole: bool = False
    lacking: str = ""
    least: int = 1


@dataclass(frozen=True, slots=True)
class Pattern:
    """A statement in terms of slots.

    Attributes:
        subject: Slot or made thing.
        predicate: Local name of a property.
        object: Slot, made thing, ``:Concept``, ``$stage`` (the status found) or ``$text``.
    """

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what the frame must make of it; no statements for a counter-example.

    Attributes:
        text: One or more sentences, made up.
        states: ``subject | predicate | object`` lines, in labels or class names; empty for "no".
    """

    text: str
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A rule of the loader.

    Attributes:
        id: Name; the last part of ``{base}rule/{id}``.
        description: What it reads, one sentence.
        verbs: Lemmas that trigger it.
        nouns: Head lemmas that trigger it.
        classes: Classes whose names trigger it as nouns do (a named exercise, a ship).
        slots: Roles.
        makes: Name → class of things that it brings in.
        labels: Name → label templates over slots, tried in order; ``{self}`` is the noun that
            triggers as written, ``{object}`` and ``{subject}`` those of the verb.
        states: What it states.
        each: Slot whose fillers each get a claim of their own.
        dated: Which thing its time expressions belong to.
        date: Property that takes the date instead of start and end, such as ``signedDate``.
        until: Whether only times with "until" or the like count, which end what is dated.
        figure: ``of`` (what it is about), ``in`` (slot whose number it is) and ``measure``.
        counted: Whether it fires only where it has a figure to state.
        any: Slots one of which must be filled, unless there is a figure to state.
        extent: Made participation that the object's words are the extent of.
        refines: Slot → class that a filler turns out to have.
        phrases: "preposition noun" pairs one of which the verb must have.
        durative: Whether what the verb says lasts (perfect = under way, not completed).
        status: Status that replaces the one found, by form of the verb (``gerund``,
            ``participle``, ``progressive``, ``present``), ``noun``, ``always``, or by the status
            itself (``Completed`` → ``Concluded``); ``like`` names a slot whose filler's
            plan it shares.
        late: Whether it waits for what the other nouns of the sentence bring in.
        alone: Whether the noun that triggers it must not stand behind "of".
        forms: Forms of the verb that count (``finite``, ``participle``, …); empty for all.
        unless: Slots that must stay empty.
        intransitive: Whether the verb must have no object.
        bare: Whether no "to" and verb may follow the verb ("called on her to go").
        affirmative: Whether it stays away from negated verbs.
        only: ``real`` where it must not fire on what is only intended (it states a bare edge),
            ``intended`` for the reverse, "" where the status does not matter.
        passive: True, False or None where voice does not matter.
        modifiers: Words one of which must stand before the noun (or the object's noun).
        objects: Lemmas one of which the verb's object must have; ``@people`` for any noun for
            people that is counted, ``@trained`` for one with a name or adjective, ``@sent`` for
            those whom a state sends, "" for no object at all.
        subjects: Lemmas one of which the verb's subject must have, as ``objects``.
        follows: Verb lemmas that may govern the noun; empty where it does not matter.
        shuns: Verb lemmas that must not.
        behind: Words one of which must stand right behind the verb ("stayed away").
        denies: Whether its words say that what it states is not so; negated words say nothing.
        confidence: From 0 to 1.
        yes: Examples.
        no: Counter-examples.
    """

    id: str
    description: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    makes: dict[str, str] | None = None
    labels: dict[str, list[str]] | None = None
    states: tuple[Pattern, ...] = ()
    each: str = ""
    dated: str = ""
    date: str = ""
    until: bool = False
    figure: dict[str, str] | None = None
    counted: bool = False
    any: tuple[str, ...] = ()
    late: bool = False
    alone: bool = False
    extent: str = ""
    refines: dict[str, str] | None = None
    phrases: tuple[str, ...] = ()
    durative: bool = False
    status: dict[str, str] | None = None
    forms: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    affirmative: bool = False
    intransitive: bool = False
    bare: bool = False
    only: str = ""
    passive: bool | None = None
    modifiers: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    shuns: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    denies: bool = False
    confidence: float = 0.9
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()

"""The shapes of names, as data (``patterns.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .phrases import Phrases, classed, phrases_of


@dataclass(frozen=True, slots=True)
class Offices:
    """The parts of the names of offices, in lower case.

    Attributes:
        subjects: What a minister is minister of.
        ministers: Heads that a subject stands before or after.
        strong: Offices that are named in lower case too.
        weak: Offices whose lower-case words need a state beside them.
        chiefs: What a chief is chief of.
        ranks: Words before an office that change which one it is.
        between: Words between a state and its office that do not.
        own: Title → the one state that has it.
        openers: First words of titles, ranks left out.
    """

    subjects: Phrases
    ministers: frozenset[str]
    strong: Phrases
    weak: Phrases
    chiefs: Phrases
    ranks: frozenset[str]
    between: frozenset[str]
    own: Mapping[str, str]
    openers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """What ``patterns.toml`` holds, ready for look-ups.

    Attributes:
        ships: Prefix of a ship → slug of its state, or an empty text.
        before: Words that stand before a name, by class.
        after: Words that stand after a name, by class.
        generic: Capitalised words that by themselves name nothing.
        never: Words that are never part of a name.
        branches: Branches of armed forces, in lower case.
        organs: Organs of a state, in lower case.
        ministries: Subjects of ministries.
        letters: Letters before the hyphen of a designation.
        families: Letters of a designation → class.
        equipment: Nouns that show a bare designation to be equipment.
        titles: Words of titles before a person's name.
        last_titles: Titles that can stand directly before a name.
        particles: Lower-case words inside a person's name.
        speech: Lemmas of verbs of saying.
        postnominals: Letters behind a person's name.
        askers: Words of a transcript's labels that name nobody, in lower case.
        roles: Nouns for what a person is (lemmas), right before a name.
        personal: Lemmas of verbs that only people are the subject of.
        will: Lemmas of verbs of will; ``weak`` ones are left out.
        will_nouns: Nouns that only what has a will possesses.
        ties: Nouns that join parties.
        places: Words after which a capital is a place.
        giving: Lemmas of verbs after which "to" leads to a government.
        dealing: Lemmas of verbs after which "with" leads to one.
        toward: Lemmas of verbs whose object is a government.
        locative: Words after which a name of no other kind is a place.
        nowhere: Plain words with a capital that are no place after "in".
        leaving: Lemmas of verbs whose object is a place.
        moving: Lemmas of verbs after which "to" and "from" lead to places.
        articled: Nouns whose names need "the", "and" or a comma before them.
        legal: Forms of firms that may follow another suffix.
        loose: Company suffixes that are plain words too.
        kinds: Nouns for kinds of ships.
        offices: The parts of the names of offices.
    """

    ships: Mapping[str, str]
    before: Phrases
    after: Phrases
    generic: frozenset[str]
    never: frozenset[str]
    branches: Phrases
    organs: frozenset[str]
    ministries: Phrases
    letters: frozenset[str]
    families: Mapping[str, str]
    equipment: frozenset[str]
    titles: frozenset[str]
    last_titles: frozenset[str]
    particles: frozenset[str]
    speech: frozenset[str]
    postnominals: frozenset[str]
    askers: frozenset[str]
    roles: frozenset[str]
    personal: frozenset[str]
    will: frozenset[str]
    will_nouns: frozenset[str]
    ties: frozenset[str]
    places: frozenset[str]
    giving: frozenset[str]
    dealing: frozenset[str]
    toward: frozenset[str]
    locative: frozenset[str]
    nowhere: frozenset[str]
    leaving: frozenset[str]
    moving: frozenset[str]
    articled: frozenset[str]
    legal: frozenset[str]
    loose: frozenset[str]
    kinds: frozenset[str]
    offices: Offices


@cache
def load_patterns() -> Patterns:
    """Read ``patterns.toml``."""
    data = tomllib.loads(Path(__file__).with_name("patterns.toml").read_text(encoding="utf-8"))
    persons, will, families = data["persons"], data["will"], data["models"]["families"]
    return Patterns(
        ships=data["ships"],
        before=classed(data["before"]),
        after=classed({name: part["heads"] for name, part in data["after"].items()}),
        generic=frozenset(data["generic"]["words"]),
        never=frozenset(data["never"]["words"]),
        branches=phrases_of(data["forces"]["branches"]),
        organs=frozenset(data["forces"]["organs"]),
        ministries=phrases_of(data["forces"]["ministries"]),
        letters=frozenset(data["models"]["letters"]),
        families={one: name for name, some in families.items() for one in some},
        equipment=frozenset(data["models"]["nouns"]),
        titles=frozenset(persons["titles"]),
        last_titles=frozenset(persons["last"]),
        particles=frozenset(persons["particles"]),
        speech=frozenset(persons["speech"]),
        postnominals=frozenset(persons["postnominals"]),
        askers=frozenset(persons["askers"]),
        roles=frozenset(persons["roles"]),
        personal=frozenset(persons["personal"]),
        will=frozenset(will["verbs"]) - frozenset(will["weak"]),
        will_nouns=frozenset(will["nouns"]),
        ties=frozenset(will["ties"]),
        places=frozenset(will["places"]),
        giving=frozenset(will["giving"]),
        dealing=frozenset(will["dealing"]),
        toward=frozenset(will["toward"]),
        locative=frozenset(data["places"]["before"]),
        nowhere=frozenset(data["places"]["nowhere"]),
        leaving=frozenset(data["places"]["verbs"]),
        moving=frozenset(data["places"]["moving"]),
        articled=frozenset(data["places"]["articled"]),
        legal=frozenset(data["companies"]["legal"]),
        loose=frozenset(data["companies"]["loose"]),
        kinds=frozenset(data["vessels"]["kinds"]),
        offices=_offices(data["offices"]),
    )


def is_title(word: str, *, last: bool = False) -> bool:
    """Tell whether a word is part of a title before a person's name.

    Args:
        word: The word as written.
        last: Whether the name follows at once; some words of titles need another between.
    """
    patterns = load_patterns()
    return word in (patterns.last_titles if last else patterns.titles)


def _offices(data: Mapping[str, Any]) -> Offices:
    subjects, strong, weak = (phrases_of(data[key]) for key in ("subjects", "strong", "weak"))
    ministers = frozenset(data["ministers"])
    return Offices(
        subjects=subjects,
        ministers=ministers,
        strong=strong,
        weak=weak,
        chiefs=phrases_of(data["chiefs"]),
        ranks=frozenset(data["ranks"]),
        between=frozenset(data["between"]),
        own=data["own"],
        openers=ministers.union(("chief",), subjects.by_first, strong.by_first, weak.by_first),
    )

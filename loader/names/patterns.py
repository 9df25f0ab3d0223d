"""The shapes of names, as data (``patterns.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offices:
    """The parts of the names of offices, in lower case, longest first.

    Attributes:
        subjects: What a minister is minister of.
        ministers: Heads that a subject stands before or after.
        strong: Offices that are named in lower case too.
        weak: Offices whose lower-case words need a state beside them.
        chiefs: What a chief is chief of.
        ranks: Words before an office that change which one it is.
        between: Words between a state and its office that do not.
    """

    subjects: tuple[Phrase, ...]
    ministers: frozenset[str]
    strong: tuple[Phrase, ...]
    weak: tuple[Phrase, ...]
    chiefs: tuple[Phrase, ...]
    ranks: frozenset[str]
    between: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """What ``patterns.toml`` holds, ready for look-ups.

    Attributes:
        ships: Prefix of a ship → slug of its state, or an empty text.
        before: ``(class, words)`` that stand before a name, longest first.
        after: ``(class, words)`` that stand after a name, longest first.
        generic: Capitalised words that by themselves name nothing.
        never: Words that are never part of a name.
        branches: Branches of armed forces, in lower case, longest first.
        organs: Organs of a state, in lower case.
        ministries: Subjects of ministries, longest first.
        letters: Letters before the hyphen of a designation.
        equipment: Nouns that show a bare designation to be equipment.
        titles: Words of titles before a person's name.
        last_titles: Titles that can stand directly before a name.
        particles: Lower-case words inside a person's name.
        speech: Lemmas of verbs of saying.
        will: Lemmas of verbs of will; ``weak`` ones are left out.
        will_nouns: Nouns that only what has a will possesses.
        ties: Nouns that join parties.
        places: Words after which a capital is a place.
        loose: Company suffixes that are plain words too.
        kinds: Nouns for kinds of ships.
        offices: The parts of the names of offices.
    """

    ships: Mapping[str, str]
    before: tuple[tuple[str, Phrase], ...]
    after: tuple[tuple[str, Phrase], ...]
    generic: frozenset[str]
    never: frozenset[str]
    branches: tuple[Phrase, ...]
    organs: frozenset[str]
    ministries: tuple[Phrase, ...]
    letters: frozenset[str]
    equipment: frozenset[str]
    titles: frozenset[str]
    last_titles: frozenset[str]
    particles: frozenset[str]
    speech: frozenset[str]
    will: frozenset[str]
    will_nouns: frozenset[str]
    ties: frozenset[str]
    places: frozenset[str]
    loose: frozenset[str]
    kinds: frozenset[str]
    offices: Offices


@cache
def load_patterns() -> Patterns:
    """Read ``patterns.toml``."""
    data = tomllib.loads(Path(__file__).with_name("patterns.toml").read_text(encoding="utf-8"))
    persons, will = data["persons"], data["will"]
    return Patterns(
        ships=data["ships"],
        before=_classed(data["before"]),
        after=_classed({name: part["heads"] for name, part in data["after"].items()}),
        generic=frozenset(data["generic"]["words"]),
        never=frozenset(data["never"]["words"]),
        branches=_phrases(data["forces"]["branches"]),
        organs=frozenset(data["forces"]["organs"]),
        ministries=_phrases(data["forces"]["ministries"]),
        letters=frozenset(data["models"]["letters"]),
        equipment=frozenset(data["models"]["nouns"]),
        titles=frozenset(persons["titles"]),
        last_titles=frozenset(persons["last"]),
        particles=frozenset(persons["particles"]),
        speech=frozenset(persons["speech"]),
        will=frozenset(will["verbs"]) - frozenset(will["weak"]),
        will_nouns=frozenset(will["nouns"]),
        ties=frozenset(will["ties"]),
        places=frozenset(will["places"]),
        loose=frozenset(data["companies"]["loose"]),
        kinds=frozenset(data["vessels"]["kinds"]),
        offices=_offices(data["offices"]),
    )


def _offices(data: Mapping[str, Sequence[str]]) -> Offices:
    return Offices(
        subjects=_phrases(data["subjects"]),
        ministers=frozenset(data["ministers"]),
        strong=_phrases(data["strong"]),
        weak=_phrases(data["weak"]),
        chiefs=_phrases(data["chiefs"]),
        ranks=frozenset(data["ranks"]),
        between=frozenset(data["between"]),
    )


def words_of(text: str) -> Phrase:
    """Split a phrase of the data as the text is split into tokens: hyphens apart between names.

    >>> words_of("Memorandum of Understanding")
    ('Memorandum', 'of', 'Understanding')
    """
    return tuple(text.split())


def _phrases(texts: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(sorted(map(words_of, texts), key=lambda words: (-len(words), words)))


def _classed(classes: Mapping[str, Sequence[str]]) -> tuple[tuple[str, Phrase], ...]:
    pairs = {(name, words_of(text)) for name, texts in classes.items() for text in texts}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[1]), pair)))

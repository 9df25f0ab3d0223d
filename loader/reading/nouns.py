"""Which class of thing a common noun describes, read once from ``nouns.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_ANY_SHIP = {"ship", "vessel", "warship", "boat"}


@dataclass(frozen=True, slots=True)
class Nouns:
    """The noun lexicon.

    Attributes:
        classes: Head lemma → entries that end in it (lemmas, modifiers first) with their class.
        people: Lemma → class of the body that such people belong to.
        weak: Lemma → classes that it may refer back to.
        sets: Lemma → class of the members of a set that it refers back to.
        articles: First or last words of names of states and places that take "the".
        person_verbs: Verbs that only people are the subject of.
        origins: Words by which a state is where something comes from: "Danish-built".
        sides: Nouns of people and bodies that act for their states.
        parts: Nouns whose plural stands for the states that send them.
        roles: Nouns of offices.
        vague: Those of them that alone name none.
        former: Words by which an office is not held.
        counterparts: Nouns for who holds the same office elsewhere.
        become: Verbs by which the subject holds the office that follows.
        persons: Nouns for people who are counted.
        endings: Endings of other such nouns.
        things: Nouns with such an ending that are no people.
        collective: Words by which a plural is one activity: "joint drills".
        sent: Nouns for those whom a state sends.
        cohorts: Nouns for those who are trained together.
        branches: Forces that each state of a set has.
        ships: Lemmas that tell one kind of ship from another, such as "carrier".
        other: Words by which a description tells its thing from one named before.
    """

    classes: dict[str, dict[tuple[str, ...], str]]
    people: dict[str, str]
    weak: dict[str, tuple[str, ...]]
    sets: dict[str, str]
    other: frozenset[str]
    persons: frozenset[str]
    endings: tuple[str, ...]
    things: frozenset[str]
    collective: frozenset[str]
    sent: frozenset[str]
    cohorts: frozenset[str]
    branches: frozenset[str]
    ships: frozenset[str]
    articles: frozenset[str]
    roles: frozenset[str]
    vague: frozenset[str]
    former: frozenset[str]
    counterparts: frozenset[str]
    become: frozenset[str]
    parts: frozenset[str]
    origins: frozenset[str]
    sides: frozenset[str]
    person_verbs: frozenset[str]

    def class_of(self, words: Sequence[str], lemma: str) -> tuple[str, str] | None:
        """Give the class of a noun with the words before it, and the words that decided it.

        The longest entry wins; its words must stand before the head in order, gaps allowed.

        >>> load_nouns().class_of(("joint", "defence"), "agreement")
        ('DefenceAgreement', 'defence agreement')
        """
        entries = self.classes.get(lemma, {})
        best: tuple[str, ...] = ()
        for entry in entries:
            if len(entry) > len(best) and _in_order(entry[:-1], words):
                best = entry
        return (entries[best], " ".join(best)) if best else None

    def is_person(self, lemma: str) -> bool:
        """Tell whether a noun is for people, as in "30 operators"."""
        if lemma in self.things:
            return False
        if lemma in self.persons or lemma in self.people:
            return True
        return lemma.endswith(self.endings) and lemma not in self.things | self.classes.keys()

    def is_soldier(self, lemma: str) -> bool:
        """Tell whether a noun is for people of a force and nothing else: "officer"."""
        return lemma in self.people and lemma not in self.classes


def _in_order(wanted: Sequence[str], words: Sequence[str]) -> bool:
    rest = iter(words)
    return all(word in rest for word in wanted)


def _by_head(classes: Mapping[str, Sequence[str]]) -> dict[str, dict[tuple[str, ...], str]]:
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for name, nouns in classes.items():
        for entry in (tuple(noun.split()) for noun in nouns):
            found.setdefault(entry[-1], {})[entry] = name
    return found


@cache
def load_nouns() -> Nouns:
    """Read the noun lexicon."""
    data = tomllib.loads(files(__package__).joinpath("nouns.toml").read_text("utf-8"))
    return Nouns(
        classes=_by_head(data["class"]),
        people={noun: c for c, nouns in data["people"].items() for noun in nouns},
        weak={noun: tuple(classes) for noun, classes in data["weak"].items()},
        sets={noun: c for c, nouns in data["sets"].items() for noun in nouns},
        persons=frozenset(data["persons"]["nouns"]),
        endings=tuple(data["persons"]["endings"]),
        things=frozenset(data["persons"]["others"]),
        cohorts=frozenset(data["cohorts"]["nouns"]),
        branches=frozenset(data["branches"]["nouns"]),
        ships=frozenset(noun.split()[-1] for noun in data["class"]["Vessel"]) - _ANY_SHIP,
        collective=frozenset(data["collective"]["words"]),
        sent=frozenset(data["sent"]["nouns"]),
        other=frozenset(data["back"]["other"]),
        articles=frozenset(data["article"]["words"]),
        roles=frozenset(data["roles"]["nouns"]),
        origins=frozenset(data["origins"]["words"]),
        sides=frozenset(data["sides"]["nouns"]),
        vague=frozenset(data["roles"]["vague"]),
        former=frozenset(data["roles"]["former"]),
        counterparts=frozenset(data["roles"]["counterparts"]),
        become=frozenset(data["roles"]["become"]),
        parts=frozenset(data["from"]["nouns"]),
        person_verbs=frozenset(data["person"]["verbs"]),
    )

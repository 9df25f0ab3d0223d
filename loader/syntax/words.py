"""The closed word classes of the grammar, read once from ``words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """Closed classes.

    Attributes:
        prepositions: First word → prepositions of several words, as tuples, longest first.
        compounds: First word → nouns of several words with prepositions in them.
        kinds: Lemmas of "-ing" and noun that end the name of a kind: ("fight", "vehicle").
        participle_prepositions: Participles that stand as prepositions.
        subordinators: Words that open a clause.
        held: Verbs whose "-ed" after a comma is said of the group before it.
        denying: Verbs that deny the clause after them.
        opening: Verbs that leave it open whether the clause after them is so.
        weighing: Verbs whose "-ing" is but thought of: "considers buying".
        settled: Verbs whose lone "-ed" before "in" or "at" is a participle: "a ship based in X".
        control: Lemma → status that it gives to the verb after "to".
        modal: Modal, lower case → status, "" for none.
    """

    prepositions: dict[str, tuple[tuple[str, ...], ...]]
    compounds: dict[str, tuple[tuple[str, ...], ...]]
    kinds: frozenset[tuple[str, ...]]
    participle_prepositions: frozenset[str]
    subordinators: frozenset[str]
    held: frozenset[str]
    denying: frozenset[str]
    opening: frozenset[str]
    weighing: frozenset[str]
    settled: frozenset[str]
    control: dict[str, str]
    modal: dict[str, str]


@cache
def load_words() -> Words:
    """Read the closed classes."""
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    control = {lemma: status for status, lemmas in data["control"].items() for lemma in lemmas}
    return Words(
        prepositions=_by_first_word(data["prepositions"]),
        compounds=_by_first_word(data["compounds"]),
        kinds=frozenset(tuple(words.split()) for words in data["kinds"]),
        participle_prepositions=frozenset(data["participle_prepositions"]),
        subordinators=frozenset(data["subordinators"]),
        held=frozenset(data["held"]),
        denying=frozenset(data["denying"]),
        opening=frozenset(data["opening"]),
        weighing=frozenset(data["weighing"]),
        settled=frozenset(data["settled"]),
        control=control,
        modal=data["modal"],
    )


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sorted((tuple(p.split()) for p in phrases), key=lambda w: (-len(w), w)):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found

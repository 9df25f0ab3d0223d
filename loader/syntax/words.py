"""The closed word classes of the grammar, read once from ``words.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """Closed classes.

    Attributes:
        prepositions: Prepositions of several words, as word tuples, longest first.
        participle_prepositions: Participles that stand as prepositions.
        subordinators: Words that open a clause.
        denying: Verbs that deny the clause after them.
        opening: Verbs that leave it open whether the clause after them is so.
        control: Lemma → status that it gives to the verb after "to".
        modal: Modal, lower case → status, "" for none.
    """

    prepositions: tuple[tuple[str, ...], ...]
    participle_prepositions: frozenset[str]
    subordinators: frozenset[str]
    denying: frozenset[str]
    opening: frozenset[str]
    control: dict[str, str]
    modal: dict[str, str]


@cache
def load_words() -> Words:
    """Read the closed classes."""
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    several = sorted((tuple(p.split()) for p in data["prepositions"]), key=lambda w: (-len(w), w))
    control = {lemma: status for status, lemmas in data["control"].items() for lemma in lemmas}
    return Words(
        prepositions=tuple(several),
        participle_prepositions=frozenset(data["participle_prepositions"]),
        subordinators=frozenset(data["subordinators"]),
        denying=frozenset(data["denying"]),
        opening=frozenset(data["opening"]),
        control=control,
        modal=data["modal"],
    )

"""Nouns that tell what a name beside them names, as data (``kinds.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .phrases import Phrases, phrases_of

EQUIPMENT = frozenset(("WeaponType", "AircraftType", "UncrewedSystemType", "AssetType"))


@dataclass(frozen=True, slots=True)
class Kinds:
    """What ``kinds.toml`` holds, ready for look-ups.

    Attributes:
        nouns: Lemma → class of what a name beside the noun names.
        of: The same for nouns that "of" joins to the name.
        after: The same for nouns that end the name.
        called: Phrases that lead from a noun to the name.
        members: Phrases that lead from a plural to names.
        inner: Words in lower case inside names of places and ships.
        opening: Adjectives with which names begin, in lower case.
        calling: Nouns before a name that are no part of it.
        made: Lemmas of verbs whose agent is a company.
        bought: Lemmas of verbs that take "from" and a company.
        deals: Nouns that take "with", "from" or "to" and a company.
        has: Nouns that only a company possesses.
        does: Lemmas of verbs whose subject is a company.
        partners: Nouns that companies make together.
        officers: Nouns before "of" or "for" and a company.
    """

    nouns: Mapping[str, str]
    of: Mapping[str, str]
    after: Mapping[str, str]
    called: Phrases
    members: Phrases
    inner: frozenset[str]
    opening: frozenset[str]
    calling: frozenset[str]
    made: frozenset[str]
    bought: frozenset[str]
    deals: frozenset[str]
    has: frozenset[str]
    does: frozenset[str]
    partners: frozenset[str]
    officers: frozenset[str]


@cache
def load_kinds() -> Kinds:
    """Read ``kinds.toml``."""
    data = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
    firms = {name: frozenset(words) for name, words in data["firms"].items()}
    return Kinds(
        nouns=_by_noun(data["noun"]),
        of=_by_noun(data["of"]),
        after=_by_noun(data["after"]),
        called=phrases_of(data["called"]["words"]),
        members=phrases_of(data["members"]["words"]),
        inner=frozenset(data["first"]["inner"]),
        opening=frozenset(data["first"]["adjectives"]),
        calling=frozenset(data["first"]["callings"]),
        **firms,
    )


def _by_noun(classes: Mapping[str, list[str]]) -> dict[str, str]:
    """Turn nouns by class into class by noun; the class that stands first wins."""
    found: dict[str, str] = {}
    for name, nouns in classes.items():
        for noun in nouns:
            found.setdefault(noun, name)
    return found

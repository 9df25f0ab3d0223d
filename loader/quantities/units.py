"""Currencies and measures: how they are written and which code they have.

The tables stand beside this file: ``currencies.csv`` (ISO 4217, the list of 2026) and
``measures.csv`` (UCUM). Where a word such as "kroner" names several currencies, the state that the
sentence speaks of decides; where none or several are spoken of, the code is None.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

#: Longest short form of a measure, in letters.
_SHORT = 3
#: What the bare sign or word means in international use when no rival is spoken of.
_USUAL = {"$": "USD", "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP"}


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (files(__package__) / name).open(encoding="utf-8") as table:
        return tuple(csv.DictReader(table))


def _listed(cell: str) -> list[str]:
    return [word for word in cell.split("|") if word]


def one_of(words: Iterable[str]) -> str:
    """Write a pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def signs() -> dict[str, str]:
    """Map each sign or code that may stand before or after a number to its ISO 4217 code."""
    table = {"$": "$"}
    for row in _rows("currencies.csv"):
        table[row["code"]] = row["code"]
        table |= dict.fromkeys(_listed(row["symbols"]), row["code"])
    return table


@cache
def money_words() -> dict[str, tuple[str, ...]]:
    """Map each word for money to the codes of the currencies that bear it."""
    table: dict[str, tuple[str, ...]] = {}
    for row in _rows("currencies.csv"):
        for word in _listed(row["words"]):
            table[word] = (*table.get(word, ()), row["code"])
    return table


@cache
def measure_words() -> dict[str, str]:
    """Map each word for a measure to its UCUM code."""
    return {word: row["code"] for row in _rows("measures.csv") for word in _listed(row["words"])}


@cache
def measure_pattern() -> str:
    """Write a pattern for words of measure; short forms ("km") in their own case only."""
    words = measure_words()
    return (
        rf"(?i:{one_of(word for word in words if len(word) > _SHORT)})"
        rf"|{one_of(word for word in words if len(word) <= _SHORT)}"
    )


@cache
def states() -> dict[str, tuple[str, ...]]:
    """Map each currency's code to the names and adjectives of its state."""
    return {row["code"]: tuple(_listed(row["states"])) for row in _rows("currencies.csv")}


def code_of(sign: str, adjective: str, sentence: str) -> str | None:
    """Decide which currency a sign or word means.

    Args:
        sign: As written: ``£``, ``NOK``, ``$``, ``kroner``.
        adjective: The state's adjective before the word, or empty.
        sentence: The whole sentence, searched for states where the sign is ambiguous.

    >>> code_of("kroner", "", "Denmark pays 20 million kroner.")
    'DKK'
    >>> code_of("kroner", "", "It costs 20 million kroner.") is None
    True
    """
    known = signs().get(sign, "$")
    if known != "$":
        return known
    candidates = money_words().get("dollar" if sign == "$" else sign.lower(), ())
    if len(candidates) == 1:
        return candidates[0]
    spoken_of = _spoken_of(candidates, adjective or sentence)
    if _USUAL.get(sign.lower()) and not adjective:
        usual = _USUAL[sign.lower()]
        return usual if set(spoken_of) <= {usual} or usual in spoken_of else None
    return spoken_of[0] if len(spoken_of) == 1 else None


@lru_cache(maxsize=64)
def _spoken_of(candidates: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Give those of the currencies whose state the text names."""
    return tuple(
        code for code in candidates if re.search(rf"\b(?:{one_of(states()[code])})(?!\w)", text)
    )

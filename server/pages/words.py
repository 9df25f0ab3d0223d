"""How the ontology's terms read in plain English: small tables, one row a term."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")
_NUMBER = re.compile(r"(-?\d+)((?:\.\d+)?)")
DATA = Path(__file__).parent / "data"

# Stage of reality → whether it is real (True) or only meant (False). In the order of a life.
STAGES = {
    "Proposed": False,
    "Planned": False,
    "Committed": False,
    "Cancelled": False,
    "Underway": True,
    "InForce": True,
    "Completed": True,
    "Concluded": True,
    "Ended": True,
}
STAGE_WORDS = {"Underway": "Under way", "InForce": "In force"}
BOUND_WORDS = {
    "Exactly": "",
    "About": "about ",
    "AtLeast": "at least ",
    "MoreThan": "more than ",
    "UpTo": "up to ",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
CURRENCY_SIGNS = {"GBP": "£", "EUR": "€", "USD": "US$", "AUD": "A$", "NZD": "NZ$", "JPY": "¥"}


@dataclass(frozen=True, slots=True)
class Wording:
    """How one property reads.

    Attributes:
        term: Local name of the property.
        forward: Verb phrase from subject to object, such as "takes part in".
        inverse: Verb phrase from object to subject, such as "has as a participant".
        place: Group of an entity page where the subject shows it.
        back_place: Group where the object shows it; ``named`` is the list of incoming links and
            ``inner`` is shown nowhere by itself.
    """

    term: str
    forward: str
    inverse: str
    place: str
    back_place: str


def stage_words(stage: str) -> str:
    """Give the word that readers see for a stage of reality.

    >>> stage_words("Underway"), stage_words("Planned")
    ('Under way', 'Planned')
    """
    return STAGE_WORDS.get(stage, stage)


def counted(number: int, singular: str, plural: str = "") -> str:
    """Join a number and its noun.

    >>> counted(1, "sentence"), counted(2, "party", "parties"), counted(1200, "fact")
    ('1 sentence', '2 parties', '1,200 facts')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(words: list[str]) -> str:
    """Join words as English lists them.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def either(words: Iterable[str]) -> str:
    """Join words as a choice, with one capital letter.

    >>> either(["Completed", "Under way"])
    'Completed or under way'
    """
    return " or ".join(words).capitalize()


def date_words(date: str) -> str:
    """Write an ISO 8601 date as English does, at its own precision; other text stays as it is.

    >>> date_words("2031-07-05"), date_words("2031-07"), date_words("2031"), date_words("-18")
    ('5 July 2031', 'July 2031', '2031', '-18')
    """
    found = _DATE.fullmatch(date)
    if found is None:
        return date
    year, month, day = found.groups()
    return " ".join([*([str(int(day))] if day else []), MONTHS[int(month) - 1], year])


def number_words(number: str) -> str:
    """Write a number with commas between thousands; other text stays as it is.

    >>> number_words("51000"), number_words("-1234.50"), number_words("about 7")
    ('51,000', '-1,234.50', 'about 7')
    """
    found = _NUMBER.fullmatch(number)
    return f"{int(found[1]):,}{found[2]}" if found else number


@cache
def wordings() -> dict[str, Wording]:
    """Read how every property of the ontology reads, by local name."""
    return {row["term"]: Wording(**row) for row in _rows("relations.csv")}


def wording(term: str) -> Wording:
    """Give how a property reads; one that the table lacks reads as its own words, split.

    >>> wording("homePort").forward
    'home port'
    """
    known = wordings().get(term)
    return known or Wording(term, split_words(term), f"{split_words(term)} of", "notes", "named")


def split_words(name: str) -> str:
    """Split a camel-case name into lower-case words.

    >>> split_words("intendsToLead")
    'intends to lead'
    """
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


@cache
def places() -> dict[str, str]:
    """Read the groups of an entity page in their order: name → heading."""
    return {row["place"]: row["heading"] for row in _rows("places.csv")}


def place_of_kind(kinds: tuple[str, ...]) -> str:
    """Give the group that activities of these classes are shown in."""
    table = _kinds()
    return next((table[kind] for kind in kinds if kind in table), "activities")


def scheme_of(iri: str) -> str | None:
    """Name the scheme that an identifier of the outside world belongs to; None when unknown."""
    return next(
        (row["name"] for row in _rows("schemes.csv") if iri.startswith(row["prefix"])), None
    )


@cache
def _kinds() -> dict[str, str]:
    return {row["term"]: row["place"] for row in _rows("kinds.csv")}


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))

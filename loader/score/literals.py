"""Numbers, money, dates and words as they are compared: by what they mean, not how they look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from .model import Value

_DATE = re.compile(r"(?:\d{4}|-)-?\d{2}-\d{2}|\d{4}(?:-\d{2})?|--\d{2}(?:-\d{2})?")
_IDLE = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "s", "the", "to", "with"})
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
#: Characters of a quotation that are compared.
QUOTED = 40


def number(text: str) -> int | float:
    """Read a number in digits; whole ones are integers.

    >>> number("45000000.0"), number("2.5")
    (45000000, 2.5)
    """
    value = Decimal(text)
    return int(value) if value == int(value) else float(value)


def amount(text: str) -> dict[str, object]:
    """Read money written ``45000000 CAD``.

    >>> amount("45000000 CAD")
    {'amount': 45000000, 'currency': 'CAD'}
    """
    value, _, currency = text.partition(" ")
    return {"amount": number(value), "currency": currency}


def normal(value: Value) -> str:
    """Give a text that is equal for values that mean the same.

    >>> normal(1200) == normal("1,200.0"), normal("2031-05-04T00:00") == normal("2031-05-04")
    (True, True)
    """
    if isinstance(value, Mapping):
        return f"{normal(str(value.get('amount')))} {value.get('currency', '')}".strip().casefold()
    text = str(value).strip()
    if match := _DATE.match(text):
        rest = text[match.end() :]
        if not rest or rest.startswith("T"):
            return match[0]
    try:
        return str(number(text.replace(",", "")))
    except (InvalidOperation, OverflowError, ValueError):
        return fold(text)


def fold(text: str) -> str:
    """Give the words of a text in lower case, one space apart, marks made plain."""
    return " ".join(text.translate(_MARKS).casefold().split())


def words(text: str) -> frozenset[str]:
    """Give the words that carry meaning, in lower case."""
    found = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(found) - _IDLE or frozenset(found)


def overlap(one: str, other: str) -> float:
    """Give the shared words as a share of the longer text's words, from 0 to 1.

    >>> overlap("Minister of Defence", "Defence Minister"), overlap("Minister", "Prime Minister")
    (1.0, 0.5)
    """
    first, second = words(one), words(other)
    longer = max(len(first), len(second))
    return len(first & second) / longer if longer else 0.0


def opening(text: str) -> str:
    """Give the first characters of a quotation, without marks, as they are compared."""
    return fold(text.strip(" \"'“”‘’")[:QUOTED])

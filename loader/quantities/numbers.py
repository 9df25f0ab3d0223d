"""Numbers in digits and words, and what they are worth.

>>> NUMBER.fullmatch("two hundred and fifty") is not None
True
>>> worth("two hundred and fifty"), worth("1.2 billion"), worth("half a dozen")
(Decimal('250'), Decimal('1200000000'), Decimal('6'))
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_ONES = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "dozen": 12,
}

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONE = "|".join(sorted(_ONES.split("|"), key=len, reverse=True))
_SUB_HUNDRED = rf"(?:(?:{_TENS})(?:[- ](?:{_ONE}))?|(?:{_ONE}))"
_SUB_THOUSAND = (
    rf"(?:(?:{_SUB_HUNDRED}|an?)[- ]hundred(?:(?:[- ]and)?[- ]{_SUB_HUNDRED})?|{_SUB_HUNDRED})"
)
_WORDY = r"hundred|thousand|million|mln|mn|billion|bln|bn|trillion|tn|dozen"
# "m", "b" and "k" stand for a scale only where they touch the digits: "60m", never "60 m".
SCALE = rf"(?:[- ]?(?:{_WORDY})|(?:m|b|k))\b"
_HALF = rf"half[- ]an?[- ](?:{_WORDY})"
_NUMBER = (
    rf"(?:{_HALF}\b|(?:{_DIGITS})(?:{SCALE})?"
    rf"|(?:{_SUB_THOUSAND}|an?)[- ](?:{_WORDY})\b(?:[- ](?:and[- ])?{_SUB_THOUSAND}\b)?"
    rf"|{_SUB_THOUSAND}\b)"
)
#: A number, case ignored, without the look at its surroundings.
NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_NUMERAL = re.compile(rf"\d|(?<!\w)(?:{_ONES}|{_TENS}|{_WORDY})(?!\w)", re.IGNORECASE)
_PIECE = re.compile(rf"{_DIGITS}|[a-z]+", re.IGNORECASE)


@lru_cache(maxsize=65536)
def is_numeral(token: str) -> bool:
    """Tell whether a token holds a digit or numeral; every number has such a token.

    >>> [is_numeral(token) for token in ("P-8A", "two-year", "dozen", "often")]
    [True, True, True, False]
    """
    return _NUMERAL.search(token) is not None


def worth(text: str) -> Decimal:
    """Tell what a number that ``NUMBER`` matched is worth."""
    total, part = Decimal(0), Decimal(0)
    for piece in _PIECE.findall(text.lower()):
        if piece in SCALES:
            part = (part or Decimal(1)) * SCALES[piece]
            if SCALES[piece] >= SCALES["thousand"]:
                total, part = total + part, Decimal(0)
        else:
            part += _simple(piece)
    value = total + part
    return Decimal(int(value)) if value == int(value) else value


def scale_of(text: str) -> Decimal:
    """Give the product of a number's scale words: 1 for ``45,000``, a million for ``3 million``."""
    product = Decimal(1)
    for piece in _PIECE.findall(text.lower()):
        product *= SCALES.get(piece, 1)
    return product


def _simple(piece: str) -> Decimal:
    """Tell what a piece adds: digits, a numeral, ``half``; other words ("a", "and") add nothing."""
    if piece[0].isdigit():
        return Decimal(re.sub(r"[,\u00a0\u202f]", "", piece))
    if piece == "half":
        return Decimal("0.5")
    ones, tens = _ONES.split("|"), _TENS.split("|")
    if piece in tens:
        return Decimal(20 + 10 * tens.index(piece))
    return Decimal(ones.index(piece) if piece in ones else 0)

"""Numbers, money and times as found in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in tokens ``first <= i < last`` of a sentence.

    Attributes:
        first: Index of the first token, bound words ("more than") included.
        last: Index after the last token of the number and its unit; the noun counted is not part.
        value: The number, or the lower end of a range.
        high: Upper end of a range, else None.
        bound: ``Exactly``, ``About``, ``MoreThan``, ``AtLeast`` or ``UpTo``.
        unit: ISO 4217 code for money, UCUM code for a measure, None for a count.
    """

    first: int
    last: int
    value: Decimal
    high: Decimal | None = None
    bound: str = "Exactly"
    unit: str | None = None

    @property
    def is_money(self) -> bool:
        """Tell whether the unit is a currency; money of an undecided currency is not told."""
        return self.unit is not None and re.fullmatch("[A-Z]{3}", self.unit) is not None


@dataclass(frozen=True, slots=True)
class When:
    """A time expression in tokens ``first <= i < last`` of a sentence.

    Attributes:
        first: Index of the first token of the expression, preposition left out.
        last: Index after the last token.
        text: The words as the (clean) text has them.
        relation: ``on``, ``in``, ``until``, ``since``, ``from``, ``by``, ``during``, ``after``,
            ``before`` (the preposition before it), or ``at`` where there is none.
        start: ISO 8601 date, possibly partial, or None where it cannot be resolved.
        end: ISO 8601 date of the end where the words give a span ("from 2026 to 2030"), else None.
        basis: None where the words alone give the date; else what it was counted from, in words.
    """

    first: int
    last: int
    text: str
    relation: str = "at"
    start: str | None = None
    end: str | None = None
    basis: str | None = None

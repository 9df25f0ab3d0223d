"""Dates that are only partly known, as intervals of days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?(?:Z|[+-]\d\d:\d\d)?")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a date may mean: from ``first`` to before ``after``, as proleptic ordinals."""

    first: int
    after: int


def days_of(text: str | None) -> Days | None:
    """Give the days that an xsd date may mean; None for no date, or for what is none.

    >>> days_of("2031-02") == Days(date(2031, 2, 1).toordinal(), date(2031, 3, 1).toordinal())
    True
    >>> days_of("soon"), days_of("2031-13"), days_of(None)
    (None, None, None)
    """
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        return Days(first.toordinal(), _after(first, month, day))
    except ValueError:
        return None


def _after(first: date, month: int | None, day: int | None) -> int:
    if day is not None:
        return first.toordinal() + 1
    return months_later(first, 12 if month is None else 1).toordinal()


def months_later(first: date, months: int) -> date:
    """Give the first day of the month so many months later.

    Raises:
        ValueError: Past the year 9999.

    >>> months_later(date(2031, 11, 5), 3)
    datetime.date(2032, 2, 1)
    """
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def words(text: str) -> str:
    """Write an xsd date in few letters, at its own precision; other text as it is.

    >>> words("2031-07-05"), words("2031-07"), words("2031"), words("soon")
    ('5 Jul 2031', 'Jul 2031', '2031', 'soon')
    """
    found = _DATE.fullmatch(text)
    if found is None or days_of(text) is None:
        return text
    year, month, day = found.groups()
    parts = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year]
    return " ".join(part for part in parts if part)

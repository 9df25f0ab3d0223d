"""The day that relative dates are counted from, and the counting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Anchor:
    """An article's date, possibly partial.

    Attributes:
        year: Its year.
        month: Its month, or None where only the year is known.
        day: Its day of the month, or None where only the month is known.
        basis: How a date that was counted from it says so, in words.
    """

    year: int
    month: int | None
    day: int | None
    basis: str

    @property
    def date(self) -> date | None:
        """Give the day, or None where the date is partial."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def in_days(self, days: int) -> str | None:
        """Give the ISO date so many days later (earlier, if negative), where the day is known."""
        try:
            return (self.date + timedelta(days)).isoformat() if self.date else None
        except OverflowError:
            return None

    def in_months(self, months: int) -> str | None:
        """Give the ISO year and month so many months later, where the month is known."""
        if self.month is None:
            return None
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return f"{year:04}-{month + 1:02}" if 1 <= year <= 9999 else None

    def in_years(self, years: int) -> str | None:
        """Give the year so many years later."""
        year = self.year + years
        return f"{year:04}" if 1 <= year <= 9999 else None

    def next_weekday(self, weekday: int, *, least: int = 0) -> str | None:
        """Give the first such weekday (0 is Monday) at least so many days later."""
        if self.date is None:
            return None
        return self.in_days(least + (weekday - self.date.weekday() - least) % 7)

    def last_weekday(self, weekday: int, *, least: int = 0) -> str | None:
        """Give the latest such weekday at least so many days earlier."""
        if self.date is None:
            return None
        return self.in_days(-least - (self.date.weekday() - least - weekday) % 7)


def anchor_of(dateline: str | None, basis: str | None) -> Anchor | None:
    """Read a dateline: ``2031``, ``2031-04`` or ``2031-04-09``.

    None, and words that are no such date, give None: nothing is then counted.

    >>> anchor_of("2031-04-09", "printed on the page").basis
    "counted from the article's date, 2031-04-09: printed on the page"
    """
    match = _ISO.fullmatch(dateline or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    words = f"counted from the article's date, {dateline}"
    return Anchor(year or 0, month, day, f"{words}: {basis}" if basis else words)

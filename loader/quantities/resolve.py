"""Written dates to ISO 8601, at the precision that the words have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from .anchor import Anchor
from .dates import Written
from .direction import BACK, FORWARD


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a time expression means.

    Attributes:
        start: ISO 8601 date, possibly partial, or None where nothing tells.
        end: The same for the end of a span, else None.
        counted: Whether the article's date was needed.
    """

    start: str | None = None
    end: str | None = None
    counted: bool = False


UNRESOLVED = Resolved()
#: A date without a year or clear tense is of the year in which it lies this near to the article.
_NEAR_DAYS = 92
#: So near it is meant whatever the tense: a dateline may be a few days off.
_BESIDE_DAYS = 14


def resolve_written(written: Written, anchor: Anchor | None, direction: str | None) -> Resolved:
    """Give a written date its ISO form.

    A date without a year takes the only near year whose weekday fits, else the year in which it
    lies within two weeks of the anchor, else the nearest year in the direction of the sentence's
    tense, else the year in which it lies within three months of the anchor. It is then counted from
    the anchor. Otherwise it stays open.
    """
    if written.year is None:
        year = _year_of(written, anchor, direction)
        if year is None:
            return UNRESOLVED
        return replace(resolve_written(replace(written, year=year), None, None), counted=True)
    if written.until is not None:
        return Resolved(str(written.year), str(written.until))
    start = iso(written.year, written.month, written.day, written.part)
    end = iso(written.year, written.month, written.last) if written.last else None
    return Resolved(start, end if start else None)


def iso(year: int, month: int | None, day: int | None, part: str = "") -> str | None:
    """Write a date; the end of a year is its December, no finer; None where no such day exists.

    >>> iso(2031, None, None, "end"), iso(2031, 2, 30)
    ('2031-12', None)
    """
    if day is not None and month is not None:
        return _day(year, month, day)
    if month is not None:
        return f"{year:04}-{month:02}"
    return f"{year:04}" + {"end": "-12", "start": "-01"}.get(part, "")


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _year_of(written: Written, anchor: Anchor | None, direction: str | None) -> int | None:
    if anchor is None or written.month is None:
        return None
    near = [
        year
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if 1 <= year <= 9999
        and iso(year, written.month, written.day)
        and _weekday_fits(written, year)
    ]
    if written.weekday is not None and len(near) == 1:
        return near[0]
    return _in_direction(written, anchor, direction, near)


def _weekday_fits(written: Written, year: int) -> bool:
    if written.weekday is None or written.month is None or written.day is None:
        return True
    return date(year, written.month, written.day).weekday() == written.weekday


def _in_direction(
    written: Written, anchor: Anchor, direction: str | None, years: list[int]
) -> int | None:
    """Choose the next or latest of the years, or without a clear tense one that is near enough."""
    if anchor.month is None or (written.day is not None and anchor.day is None):
        return None
    away = {year: _days_away(written, anchor, year) for year in years}
    beside = [year for year in years if abs(away[year]) <= _BESIDE_DAYS]
    if beside:
        return beside[0]
    if direction == FORWARD:
        return next((year for year in years if away[year] >= 0), None)
    if direction == BACK:
        return next((year for year in reversed(years) if away[year] <= 0), None)
    near = [year for year in years if abs(away[year]) <= _NEAR_DAYS]
    return near[0] if len(near) == 1 else None


def _days_away(written: Written, anchor: Anchor, year: int) -> int:
    """Count the days from the anchor; a month is counted from first to first, so 0 is the same."""
    month, day = written.month or 1, written.day
    then = date(year, month, day or 1)
    return (then - date(anchor.year, anchor.month or 1, (anchor.day or 1) if day else 1)).days

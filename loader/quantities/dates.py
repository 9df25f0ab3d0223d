"""Dates as they are written out: days, months, years and parts of them.

>>> max((found.day or 0, found.month, found.year) for found in find_dates("from 3 June 2031"))
(3, 6, 2031)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SEASON = "[Ss]pring|[Ss]ummer|[Aa]utumn|fall|[Ww]inter"

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[,.:]\d)"
FULL_MONTH = rf"(?P<month>{MONTHS})\b"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?P<month>{MONTHS}|{_SHORT})"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:(?:[-–]| to | and )(?:the )?"
_DAY += r"(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)?"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAYS}),? )?"
#: Words for a part of a year or month, before its name.
PART = (
    r"(?P<part>(?:the )?(?:very )?(?:end|close|start|beginning|middle) of |end[- ]|(?:the )?"
    r"(?:mid|early|late)[- ](?:in )?|(?:the )?(?:first|second|latter) half of |(?:the )?"
    r"(?:first|second|third|fourth|final|last) quarter of |[Qq][1-4] (?:of )?"
    rf"|(?:the )?(?:early |mid-|late )?(?:{_SEASON})(?: of)? )"
)
_FISCAL = "FY ?|(?:fiscal|financial) year "
_HEAD = r"(?<![\w$£€.,/:#–-])"

#: What a line must hold for a date to be in it at all: quicker to look for than the dates. Letters
#: of which some must be in it are quicker still.
_ANY_YEAR = (("19", "20"), re.compile(r"(?:19|20)\d\d"))
_ANY_MONTH = (
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    re.compile(rf"{MONTHS}|{_SHORT}"),
)

_PATTERNS = tuple(
    (needed, re.compile(pattern))
    for needed, pattern in (
        (_ANY_YEAR, rf"{_HEAD}{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>3[01]|[12]\d|0[1-9])(?!\d)"),
        (_ANY_MONTH, rf"{_HEAD}{_WEEKDAY}(?:the )?{_DAY} (?:of )?{_MONTH}(?!\w)(?:,? {_YEAR})?"),
        (
            _ANY_MONTH,
            rf"{_HEAD}{_WEEKDAY}{_MONTH} (?:the )?{_DAY}(?!\w|[.,:]\d|-\d)(?:,? {_YEAR})?",
        ),
        (_ANY_MONTH, rf"{_HEAD}{PART}?{_MONTH},? (?:of )?{_YEAR}(?!-\d)"),
        (_ANY_MONTH, rf"{_HEAD}{PART}?{FULL_MONTH}(?! \d)(?![’'-])"),
        (_ANY_YEAR, rf"{_HEAD}(?:{PART}|{_FISCAL})?{_YEAR}(?![-–/]\d|-?\w)"),
        (_ANY_YEAR, rf"{_HEAD}(?:{_FISCAL})?{_YEAR}[-–/](?P<until>(?:20|19)?\d\d)(?![\d-])"),
    )
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|during|by|from|of|before|after|through|to|as of) $", re.IGNORECASE
)
_BEFORE_MAY = re.compile(r"\b(?:in|since|until|till|during) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written, at characters ``start <= i < end``; what is not said is None.

    Attributes:
        part: ``end`` or ``start`` of the year or month; empty for the whole or a vaguer part.
        last: Last day where two days are named ("10-12 March").
        until: Last year where two years are named ("2031-33").
        weekday: 0 for Monday, where one is named beside the day.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    last: int | None = None
    until: int | None = None
    weekday: int | None = None


def find_dates(text: str) -> Iterator[Written]:
    """Find dates in a line, in no order; matches of different patterns may overlap."""
    present = [
        needed
        for needed in (_ANY_YEAR, _ANY_MONTH)
        if any(letters in text for letters in needed[0]) and needed[1].search(text)
    ]
    for needed, pattern in _PATTERNS if present else ():
        for match in pattern.finditer(text) if needed in present else ():
            if not _is_bare_word(match):
                yield _written(match)


def month_number(name: str) -> int:
    """Give a month's number, 1 to 12, from its name or its first three letters."""
    return [month[:3] for month in MONTHS.split("|")].index(name[:3]) + 1


def weekday_number(name: str) -> int:
    """Give a weekday's number, 0 for Monday."""
    return WEEKDAYS.split("|").index(name)


def _is_bare_word(match: re.Match[str]) -> bool:
    """Tell "May" the person and "March" the order from months that stand alone."""
    groups = match.groupdict()
    month = groups.get("month")
    if not month or month.isdigit() or groups.get("day") or groups.get("year"):
        return False
    if groups["part"]:
        return False
    lead = _BEFORE_MAY if month == "May" else _BEFORE_MONTH
    return lead.search(match.string[max(match.start() - 10, 0) : match.start()]) is None


def _written(match: re.Match[str]) -> Written:
    groups = match.groupdict()
    year, month = groups.get("year"), groups.get("month")
    weekday = groups.get("weekday")
    return Written(
        match.start(),
        match.end(),
        year=int(year) if year else None,
        month=_month(month) if month else None,
        day=int(groups["day"]) if groups.get("day") else None,
        part=part_of(groups.get("part") or ""),
        last=int(groups["last"]) if groups.get("last") else None,
        until=_full_year(year, groups.get("until")),
        weekday=weekday_number(weekday) if weekday else None,
    )


def _month(text: str) -> int:
    return int(text) if text.isdigit() else month_number(text)


def part_of(words: str) -> str:
    """Tell which edge the words for a part name: ``end``, ``start``, or neither (empty)."""
    edge = re.match(r"(?:the )?(?:very )?(end|close|start|beginning)\b", words, re.IGNORECASE)
    if edge is None:
        return ""
    return "end" if edge[1].lower() in ("end", "close") else "start"


def _full_year(year: str | None, until: str | None) -> int | None:
    if year is None or until is None:
        return None
    return int(until) if len(until) == 4 else int(year[:2] + until)

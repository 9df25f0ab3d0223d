"""Times that are told from another time: today, next month, Tuesday, three years ago."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .anchor import Anchor
from .dates import FULL_MONTH, MONTHS, PART, WEEKDAYS, month_number, part_of, weekday_number
from .direction import BACK, FORWARD, PRESENT
from .numbers import NUMBER, worth
from .resolve import UNRESOLVED, Resolved

Reader = Callable[[re.Match[str], Anchor, str | None], str | None]

_MONTHS = MONTHS.casefold().replace("|", " ")
_STEPS = {"last": -1, "this": 0, "the": 0, "next": 1}
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_SPANS = r"(?:days|weeks|months|years|decades|hours)"
_NUMBER = rf"(?:{NUMBER.pattern}|a few|several|few|a)"
_HEAD = r"(?<![\w-])"
_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"
_NOT_BEFORE = r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Ash )(?<!Easter )(?<!Palm )(?<!Super )"
_PAPERS = r"(?! (?:Times|Telegraph|Express|Mail|Mirror|Star|Post|Herald)\b)"


@dataclass(frozen=True, slots=True)
class Told:
    """A relative time at characters ``start <= i < end``; ``read`` counts it from an anchor."""

    start: int
    end: int
    read: Callable[[Anchor, str | None], str | None]

    def resolve(self, anchor: Anchor | None, direction: str | None) -> Resolved:
        """Count it from the anchor in the direction of the tense, or leave it open."""
        start = self.read(anchor, direction) if anchor else None
        return Resolved(start, None, counted=True) if start else UNRESOLVED


def find_relative(text: str) -> Iterator[Told]:
    """Find relative times in a line; matches of different patterns may overlap."""
    folded = text.casefold()
    present = {letters for letters in _NEEDED if letters in folded}
    for needed, pattern, reader in _GRAMMAR if present else ():
        if present.isdisjoint(needed):
            continue
        for match in pattern.finditer(text):
            yield Told(match.start(), match.end(), _bind(reader, match))


def _bind(reader: Reader, match: re.Match[str]) -> Callable[[Anchor, str | None], str | None]:
    return lambda anchor, direction: reader(match, anchor, direction)


def _day(match: re.Match[str], anchor: Anchor, _: str | None) -> str | None:
    return anchor.in_days(_DAYS[match["day"].lower()])


def _day_part(match: re.Match[str], anchor: Anchor, _: str | None) -> str | None:
    return anchor.in_days(0)


def _year(match: re.Match[str], anchor: Anchor, _: str | None) -> str | None:
    year = anchor.in_years(_STEPS[match["step"].lower()])
    edge = {"end": "-12", "start": "-01"}.get(part_of(match["part"] or ""), "")
    return year + edge if year else None


def _month(match: re.Match[str], anchor: Anchor, _: str | None) -> str | None:
    return anchor.in_months(_STEPS[match["step"].lower()])


def _named_month(match: re.Match[str], anchor: Anchor, direction: str | None) -> str | None:
    """Count "last May" back, "next May" forward, "this May" within the anchor's year."""
    if anchor.month is None:
        return None
    ahead = (month_number(match["month"]) - anchor.month) % 12
    step = match["step"].lower()
    if step == "this":
        return f"{anchor.year:04}-{month_number(match['month']):02}"
    return anchor.in_months((ahead or 12) if step == "next" else ahead - 12)


def _weekday(match: re.Match[str], anchor: Anchor, direction: str | None) -> str | None:
    weekday = weekday_number(match["weekday"])
    step = (match["step"] or "").lower()
    if step == "last":
        return anchor.last_weekday(weekday, least=1)
    if step in ("next", "coming"):
        return anchor.next_weekday(weekday, least=1)
    if direction in (FORWARD, PRESENT):
        return anchor.next_weekday(weekday)
    return anchor.last_weekday(weekday) if direction == BACK else None


def _ago(match: re.Match[str], anchor: Anchor, _: str | None) -> str | None:
    """Count back in the unit named; weeks are no unit of our dates and stay open."""
    number = worth(match["number"])
    count = 1 if match["number"].lower() in ("a", "an") else int(number)
    unit = match["unit"].lower()
    if number != int(number) or count > 9999:
        return None
    if unit.startswith("day"):
        return anchor.in_days(-count)
    return anchor.in_months(-count) if unit.startswith("month") else anchor.in_years(-count)


def _open(match: re.Match[str], anchor: Anchor, _: str | None) -> None:
    """Keep the words: nothing in them, nor a dateline, gives a date that our types can hold."""


#: Letters of which every match holds some (quick to look for), pattern, and what it means.
_GRAMMAR: tuple[tuple[tuple[str, ...], re.Pattern[str], Reader], ...] = tuple(
    (tuple(needed.split()), re.compile(_HEAD + pattern), reader)
    for needed, pattern, reader in (
        (
            "today tonight yesterday tomorrow",
            r"(?i:(?:earlier |later )?(?P<day>today|tonight|yesterday|tomorrow))"
            + _OF_DAY
            + r"\b(?![’']s (?:world|environment|age|era|threats?|challenges?)\b)",
            _day,
        ),
        ("morning afternoon evening", r"(?i:this (?:morning|afternoon|evening))\b", _day_part),
        (
            "year",
            rf"(?:(?i:{PART}|earlier |later ))?(?P<step>(?i:this|last|next)) year\b",
            _year,
        ),
        ("year", rf"(?i:{PART})(?P<step>the) year\b", _year),
        ("year", r"(?P<part>(?:the )?year[- ]end)(?P<step>)\b", _year),
        (
            "month",
            r"(?i:(?:(?:the )?end of |earlier |later |early |late )?"
            r"(?P<step>this|last|next) month)\b",
            _month,
        ),
        (_MONTHS, rf"(?P<step>(?i:this|last|next)) {FULL_MONTH}(?! \d)", _named_month),
        (
            "day",
            rf"{_NOT_BEFORE}(?:(?P<step>[Ll]ast|[Nn]ext|[Tt]his|coming) )?"
            rf"(?P<weekday>{WEEKDAYS}){_OF_DAY}\b{_PAPERS}",
            _weekday,
        ),
        (
            "ago",
            rf"(?i:(?P<number>{NUMBER.pattern}|an?) (?P<unit>days?|months?|years?) ago)\b",
            _ago,
        ),
        ("ago", rf"(?i:{_NUMBER} (?:weeks?|decades?|hours?|minutes?) ago)\b", _open),
        ("ago", rf"(?i:(?:several|many|a few|some) {_SPANS} ago)\b", _open),
        (
            "week day decade century quarter summer autumn fall winter spring",
            r"(?i:(?:early |late |mid-|earlier |later |the end of |the start of )?"
            r"(?:this|last|next|that|the (?:coming|following|same|previous|past|next|last)) "
            r"(?:week|weekend|day|decade|century|quarter|summer|autumn|fall|winter|spring))\b",
            _open,
        ),
        (
            "month year",
            r"(?i:the (?:following|same|previous) (?:month|year)|that (?:month|year))\b",
            _open,
        ),
        (
            "days weeks months years decades hours",
            rf"(?i:(?:the )?(?:past|last|next|coming|recent|previous|following) "
            rf"(?:{_NUMBER} )?{_SPANS})\b",
            _open,
        ),
        (
            "day week month year",
            rf"(?i:{_NUMBER} (?:days?|weeks?|months?|years?) (?:later|earlier|on))\b",
            _open,
        ),
        ("earlier later", r"(?i:(?:earlier|later) in the (?:day|week|month|year|decade))\b", _open),
        ("end", r"(?i:the end of the (?:day|week|month|decade|century|summer|winter))\b", _open),
        ("weekend overnight day", r"(?i:the weekend|overnight|the day (?:before|after))\b", _open),
        ("0s", r"the (?:early |late )?(?:19|20)\d0s\b", _open),
        (
            "since",
            r"(?i:(?<=since )(?:its|their|his|her|the) (?:inception|launch|start|creation|outbreak"
            r"|establishment|beginning|foundation|founding|end)(?: of the \w+)?)\b",
            _open,
        ),
    )
)
_NEEDED = frozenset(letters for needed, _, _ in _GRAMMAR for letters in needed)

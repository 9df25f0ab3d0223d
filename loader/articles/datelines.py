"""Datelines: the town, day and agency that open a report, and the day on an article's top lines."""

from __future__ import annotations

import re

from .days import day_of

#: What a day that an article's own first lines give rests on.
TOP_LINE = "the article's own top line"

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_FULL = rf"(?:{_DAY}\s{_MONTH},?\s\d{{4}}|{_MONTH}\s{_DAY},?\s\d{{4}}|\d{{4}}-\d\d-\d\d)(?![\w-])"
_DATE = rf"{_WEEKDAY}(?:{_FULL}|{_DAY}\s{_MONTH}|{_MONTH}\s{_DAY})(?!\w)"
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.’']*+(?:-\w[\w.’']*+)*+"
_PARTICLE = r"(?:de|da|do|dos|del|of|and|the|la|le|el|al|an|i|y|e)"
_TOWN = rf"{_WORD}(?:[ /](?:{_PARTICLE}\s)?{_WORD}){{0,4}}"
_PLACE = rf"(?P<town>{_TOWN})(?P<region>(?:,\s(?:and\s)?{_TOWN}){{1,3}})?"
_NAMED = r"[^\W\d][^()\d]{1,40}"
_WIRE = r"/[^\W\d][\w ]{2,30}/"
_DASH = r"\s*(?:(?<=\s)-{1,2}\s*|--\s*|[–—―]\s*|-\s+)"
_FOLLOWS = r"(?=[“‘\"']?[^\W_a-zß-öø-ÿ])"
_NOTICE = r"(?:for\s+immediate\s+release|press\s+release|news\s+release|media\s+release)"

_REPORT = re.compile(
    rf"{_PLACE},?\s*(?:{_DASH})?(?:\(?(?P<date>{_DATE})\)?)?,?\s*(?P<source>\((?P<agency>{_NAMED})\)|{_WIRE})?,?"
    rf"(?:{_DASH}|(?<=\d)\.\s+|(?<=\d):\s+){_FOLLOWS}"
)
_NO_TOWN = re.compile(
    rf"(?:(?i:{_NOTICE})(?:\s*[:,]\s*|{_DASH}))?(?P<date>{_WEEKDAY}{_FULL})"
    rf"\s*(?:\({_NAMED}\)|{_WIRE})?{_DASH}{_FOLLOWS}|\({_TOWN}\){_DASH}{_FOLLOWS}"
)
_SHORT_AGENCY = re.compile(r"[A-Z]{2,8}\Z|Reuters|Xinhua|Kyodo|Yonhap|Bloomberg|Tass|Lusa|Bernama")
_LONGEST = 160

_ALONE = re.compile(
    rf"(?:(?:(?i:published|posted|issued|released|date|dated|{_NOTICE})(?:\s+on)?"
    r"|(?i:(?:press\s+|news\s+|media\s+)?release)\s+(?:(?i:no)\.?|№|\#)\s?[\w./-]+)"
    rf"(?:\s*[:,|]\s*|{_DASH}|\s+))?(?:{_TOWN}(?:,\s{_TOWN})?,?\s+)?"
    rf"{_WEEKDAY}(?P<date>{_FULL})(?:,?\s+(?:at\s+)?\d\d?[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{{2,5}})?)?"
    r"(?:\s*[|–—-].{0,60})?\.?\Z"
)
_TOP_LINES = 8


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Give where a report begins after the dateline of a paragraph, None where it has none.

    The town is in capitals, or a region, a day or an agency stands beside it: "RIGA — ",
    "Ottawa, Ontario – ", "SOFIA, 12 May (BTA) - ".

    Args:
        text: The whole text.
        start: Where the paragraph begins.
        end: Where it ends.
    """
    found = _dateline(text, start, end)
    return found.end() if found else None


def _dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    end = min(end, start + _LONGEST)
    report = _REPORT.match(text, start, end)
    if report and _is_placed(report):
        return report
    return _NO_TOWN.match(text, start, end)


def _is_placed(report: re.Match[str]) -> bool:
    if report["date"] or report["town"].isupper() or (report["source"] and not report["agency"]):
        return True
    known = bool(report["agency"]) and bool(_SHORT_AGENCY.match(report["agency"]))
    return known or (bool(report["region"]) and not report["source"])


def date_on_top(text: str) -> str | None:
    """Give the day that an article's own first lines date it, None where they write none in full.

    It stands alone on a line above the report, or in the dateline that opens it. Days without
    their year, and ``03/04/2031``, are not taken.

    >>> date_on_top("LISBON, 4 May 2031 (Agency) - Portugal and Japan signed a treaty on Monday.")
    '2031-05-04'
    >>> date_on_top("The treaty of 4 May 2031 holds.") is None
    True
    """
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_TOP_LINES]
    for line in lines:
        found = _ALONE.match(line) if len(line) <= _LONGEST else None
        found = found or _dateline(line, 0, len(line))
        if found and (day := _day(found["date"])):
            return day
        if len(line) > _LONGEST:
            return None
    return None


def _day(words: str | None) -> str | None:
    """Give the day where the words write it in full."""
    full = re.search(_FULL, words or "")
    if full is None:
        return None
    return day_of(full[0].replace("Sept.", "Sep.").replace("Sept ", "Sep "))

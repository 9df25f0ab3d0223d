"""Dates as pages, feeds and records write them, to a day, month or year of ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_PARTIAL = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d.*)?", re.DOTALL)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAME = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_WORDED = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_NAME},? (?P<year>\d{{4}})"),
    re.compile(rf"{_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
)


def is_date(text: str) -> bool:
    """Tell whether a text is an existing day, month or year of ISO 8601.

    >>> is_date("2031-04"), is_date("2031-02-30")
    (True, False)
    """
    if not _PARTIAL.fullmatch(text):
        return False
    return _exists(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)


def day_of(text: str) -> str | None:
    """Give the date that a text writes out, None where it writes none that is certain.

    Taken are ISO 8601 with or without a time, the date of a mail or feed (RFC 5322), and English
    words; the day is the one written, in the writer's own time zone. ``04/05/2031`` is not taken,
    for it is a day of April or of May.

    >>> day_of("2031-04-09T23:30:00+12:00"), day_of("Wed, 09 Apr 2031 10:00:00 GMT")
    ('2031-04-09', '2031-04-09')
    >>> day_of("April 9, 2031"), day_of("04/05/2031")
    ('2031-04-09', None)
    """
    text = " ".join(text.split())
    if is_date(text):
        return text
    if (iso := _ISO.fullmatch(text)) and _exists(iso[1]):
        return iso[1]
    return _worded(text) or _mailed(text)


def _worded(text: str) -> str | None:
    for pattern in _WORDED:
        if match := pattern.fullmatch(text):
            return _day(match["year"], match["month"], match["day"])
    return None


def _day(year: str, month: str, day: str) -> str | None:
    short = month[:3].lower()
    written = f"{year}-{_MONTHS.index(short) + 1:02}-{int(day):02}" if short in _MONTHS else ""
    return written if _exists(written) else None


def _mailed(text: str) -> str | None:
    if not re.match(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{2,4} \d", text):
        return None
    parts = parsedate(text)
    written = f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}" if parts else ""
    return written if _exists(written) else None


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True

"""Words that say how a number bounds the true value."""

from __future__ import annotations

import re

from .units import one_of

#: Words before a number. What is near but below ("nearly") is about; what is surely not above is
#: up to, "fewer than" included, for the code list has no finer word.
BEFORE = {
    **dict.fromkeys(
        ("more than", "over", "well over", "just over", "greater than", "in excess of", "above",
         "upwards of", "upward of", "exceeding", "better than", "north of"),
        "MoreThan",
    ),
    **dict.fromkeys(
        ("at least", "no fewer than", "no less than", "not less than", "not fewer than",
         "a minimum of", "from at least"),
        "AtLeast",
    ),
    **dict.fromkeys(
        ("up to", "as many as", "as much as", "no more than", "not more than", "at most",
         "a maximum of", "less than", "fewer than", "under", "below"),
        "UpTo",
    ),
    **dict.fromkeys(
        ("about", "around", "approximately", "approx", "approx.", "roughly", "some", "nearly",
         "almost", "close to", "circa", "c.", "ca.", "an estimated", "estimated", "just under",
         "just below", "in the region of", "something like"),
        "About",
    ),
}  # fmt: skip
#: Words after a number.
AFTER = {
    "or more": "AtLeast",
    "or above": "AtLeast",
    "-plus": "AtLeast",
    "+": "AtLeast",
    "or so": "About",
    "or fewer": "UpTo",
    "or less": "UpTo",
}

PATTERN_BEFORE = rf"(?:(?P<before>(?i:{one_of(BEFORE)})) +)?"
PATTERN_AFTER = rf"(?: ?(?P<after>(?i:{one_of(AFTER)}))(?!\w))?"


def bound_of(before: str | None, after: str | None) -> str:
    """Name the bound; a number without such words is taken as exact.

    >>> bound_of("No fewer than", None), bound_of(None, "or so"), bound_of(None, None)
    ('AtLeast', 'About', 'Exactly')
    """
    if before:
        return BEFORE[re.sub(r"\s+", " ", before.lower())]
    return AFTER[after.lower()] if after else "Exactly"

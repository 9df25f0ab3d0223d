"""Where the names of units begin and end: their numbers, regiments and places."""

from __future__ import annotations

from ..text.brill_tables import is_known
from .runs import is_tight
from .view import View

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: Units that a number alone names.
NUMBERED = (
    "Squadron",
    "Brigade",
    "Regiment",
    "Battalion",
    "Wing",
    "Flotilla",
    "Division",
    "Commando",
)
COMPASS = ("North", "South", "East", "West", "Northeast", "Northwest", "Southeast", "Southwest")


def after_rank(view: View, start: int, at: int) -> int:
    """Leave out the rank before a formation: "Flag Officer Commanding Eastern Fleet"."""
    ranks = [i for i in range(start, at) if view.text(i) in ("Officer", "Commanding", "Commander")]
    return ranks[-1] + 1 if ranks else start


def number_before(view: View, start: int, at: int) -> int:
    """Give where the number of a unit begins: "16 Air Assault Brigade", "No. 45 Squadron".

    A number that counts has a plural behind it; a day stands beside its month.
    """
    number = view.text(start - 1)
    bare = number.isdigit() and len(number) < 4
    marked = bare and view.text(start - 2) in ("No.", "No", "Nr.", "No.")
    dated = view.text(start - 2).rstrip(".")[:3] in MONTHS
    if not bare or dated or (start == at and view.text(at) not in NUMBERED):
        return start
    return start - 2 if marked else start - 1


def seat_of_unit(view: View, end: int) -> int:
    """Take what tells one unit from its sisters: "Division North", "Battle Group Estonia"."""
    if view.text(end) in COMPASS:
        return end + 1
    if view.text(end) in ("-", "‑") and is_tight(view, end) and view.is_name_word(end + 1):
        match = view.name_at(end + 1)
        return match.last if match else end + 2
    group = view.text(end - 1) in ("Battlegroup", "Brigade") or (
        view.text(end - 2) == "Battle" and view.text(end - 1) == "Group"
    )
    match = view.name_at(end)
    state = match is not None and match.names[0].kind == "name" and view.state_at(match.last - 1)
    return match.last if group and match and match.first == end and state else end


def with_regiment(view: View, end: int) -> int:
    """Take the regiment after a battalion's comma: "2nd Battalion, Corvo Regiment"."""
    at = end + 1
    while at < end + 5 and (view.is_name_word(at) or view.name_at(at)):
        if view.text(at) == "Regiment" and at > end + 1:
            return at + 1
        at += 1
    return end


def with_theme(view: View, end: int) -> int:
    """Take what an institute is for: "Institute of Science and Technology"; no state, no person."""
    at = end + 1
    if view.text(end) not in ("of", "for") or not _is_theme(view, at):
        return end
    while True:
        while _is_theme(view, at):
            at += 1
        listed = view.text(at) in ("and", "&", ",") and _is_theme(view, at + 1)
        if not listed or (view.text(at) == "," and view.text(at + 2) not in (",", "and")):
            return at
        at += 1


def _is_theme(view: View, index: int) -> bool:
    """Tell whether a capital is a plain word."""
    plain = is_known(view.low(index)) or view.text(index) in view.patterns.generic
    title = view.text(index) in view.patterns.last_titles
    return view.is_name_word(index) and view.name_at(index) is None and plain and not title

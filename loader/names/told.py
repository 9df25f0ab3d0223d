"""Names told by what stands beside them: "the frigate X", "X, a shipbuilder", "X missiles"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .firms import is_firm
from .free import Free, free_runs, is_strange
from .kinds import EQUIPMENT, Kinds, load_kinds
from .mint import thing_named
from .model import Mention
from .view import View, possessor

_WHEELS = re.compile(r"\d{1,2}[x×]\d{1,2}")
_HULL = re.compile(r"[A-Z]{1,5}[- ]?\d{1,4}")
_TRAINING = ("training", "firing", "proving", "test", "bombing", "missile", "manoeuvre")
_GROUNDS = ("area", "ground", "grounds", "range", "ranges", "site", "centre", "center", "camp")
_EVENTS = frozenset([
    "begin", "end", "conclude", "open", "close", "start", "involve", "finish", "continue",
    "complete", "kick", "wrap", "commence", "culminate", "rehearse", "gather", "bring", "draw",
    "conduct", "stage", "join", "unfold", "follow",
])  # fmt: skip
_EDITIONS = ("edition", "iteration", "exercise", "drill", "manoeuvres", "maneuvers", "instalment")
_NO_EXERCISE = frozenset([
    "Expo", "Show", "Airshow", "Forum", "Summit", "Conference", "Week", "Day", "Vision",
    "Strategy", "Agenda", "Plan", "Cup", "Games", "Fair", "Dialogue", "Olympics", "Exhibition",
    "Congress", "Review", "Symposium", "Festival", "Championship", "Budget", "Programme",
    "Program", "Act", "Report", "Session", "Year", "Season", "Term", "Election", "Elections",
    "Squadron", "Group", "Force", "Wing", "Division", "Brigade", "Flight", "Type", "Company",
    "Unit", "Battalion", "Regiment", "Corps", "Team", "Station", "Base", "Article", "Chapter",
    "Resolution", "Paper",
])  # fmt: skip
_YEAR = re.compile(r"(20)?[2-4]\d")
_FAMILY = frozenset(("family", "series", "range", "variant", "version", "generation"))
_GROUP = ("JJ", "NN", "VBN", "VBG", "HYPH", "CD", "RB")
_LEADS = ("a", "an", "the", "its", "their", "his", "her", "our", "one")
_FAR = 12

Told = tuple[str, int]
Test = Callable[[View, Free, Kinds], Told | None]


def told(view: View) -> Iterator[Mention]:
    """Yield the names that no list holds and whose class their surroundings tell."""
    runs, kinds = free_runs(view), load_kinds()
    found: dict[int, Told] = {}
    for index, run in enumerate(runs):
        told = next((t for test in TESTS if (t := test(view, run, kinds))), None)
        told = told or (_joined(view, runs[index - 1], run, found) if index else None)
        if told:
            found[run.first] = told
            if mention := _mention(view, run, *told):
                yield mention


def _mention(view: View, run: Free, type_: str, last: int) -> Mention | None:
    thing = thing_named(view.lexicon, view.words(run.first, last), type_)
    return Mention(run.first, last, thing, state=possessor(view, run.first)) if thing else None


def _joined(view: View, before: Free, run: Free, found: dict[int, Told]) -> Told | None:
    """Give the class of the name before in a list: "the corvettes X and Y"."""
    told = found.get(before.first)
    between = tuple(t for t in view.texts[before.after : run.first - run.quoted] if t != "the")
    listed = between in (("and",), ("or",), (",", "and")) or (
        between == (",",) and view.text(run.after) in (",", "and") and _ends_list(view, run.after)
    )
    return (told[0], run.last) if told and listed and told[0] != "Agreement" else None


def _ends_list(view: View, start: int) -> bool:
    """Tell whether the list that goes on at a token has its "and" before any word in lower case."""
    at = start
    while view.text(at) in (",", "the") or view.text(at)[:1].isupper():
        at += 1
    return view.text(at) == "and"


def _by_noun_before(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "the frigate X", "joint exercises “X”", "the boat, X,"."""
    at = run.before
    comma = view.text(at) == ","
    if comma and view.text(run.after) not in (",", "and", ".", ";"):
        return None
    at -= comma
    type_ = kinds.nouns.get(view.lemma(at)) if _is_noun(view, at) else None
    if type_ in (None, "Person"):
        return None
    return (type_, run.last) if not comma or _brings_in(view, at, type_) else None


def _is_noun(view: View, index: int) -> bool:
    """Tell whether a word is a noun in lower case, or a verb of its looks after a noun's part."""
    if _is_short(view, index):
        return True
    if not view.text(index)[:1].islower():
        return False
    if view.text(index) in ("daily", "weekly") and view.is_name_word(index + 1):
        return True
    led = view.tag(index - 1).startswith(("NN", "JJ", "DT", "PRP$", "POS"))
    return view.tag(index).startswith("NN") or (led and view.tag(index) in ("VB", "VBP", "VBZ"))


def _brings_in(view: View, index: int, type_: str) -> bool:
    """Tell whether a noun before a comma names one thing: "its drill, X,", "a venture, X."."""
    if type_ == "Place":
        return False
    at = _opens_group(view, index)
    one = view.low(at) in ("a", "an", "one") and type_ in ("Company", "Exercise", "Operation")
    return one or _is_definite(view, index)


def _is_definite(view: View, index: int) -> bool:
    """Tell whether a noun's group begins with "the" or a possessive."""
    at = _opens_group(view, index)
    return view.low(at) in ("the", "its", "their", "his", "her") or view.tag(at) == "POS"


def _opens_group(view: View, index: int) -> int:
    """Give the token before the adjectives and nouns in lower case that a noun ends."""
    at = index - 1
    while view.tag(at).startswith(("JJ", "NN", "VBN")) and view.text(at)[:1].islower():
        at -= 1
    return at


def _by_noun_of(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "the town of X"."""
    if view.text(run.before) != "of":
        return None
    type_ = kinds.of.get(view.low(run.before - 1))
    return (type_, run.last) if type_ and view.tag(run.after) != "POS" else None


def _by_call(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "a mission called X", "the first hull, to be named X"."""
    for length in (4, 3, 2, 1):
        start = run.before - length + 1
        if start > 0 and kinds.called.length(view.lower, start) == length:
            type_ = _nearest(view, start, kinds)
            return (type_, run.last) if type_ and type_ != "Person" else None
    return None


def _nearest(view: View, index: int, kinds: Kinds, *, plural: bool = False) -> str | None:
    """Give the class of the nearest noun of a kind to the left of a token."""
    for at in range(index - 1, max(index - _FAR, -1), -1):
        if view.text(at) in (".", ";", ":") or (view.tag(at) in ("VBD", "VBZ") and plural):
            return None
        type_ = kinds.nouns.get(view.lemma(at)) if _is_noun(view, at) else None
        many = view.tag(at) == "NNS" or view.text(at) in ("craft", "aircraft")
        if type_ and (many or not plural):
            return type_
    return None


def _by_members(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "five fast craft, among them the X"."""
    end = run.before + 1 - (view.text(run.before) == "the")
    for length in (2, 1):
        if end >= length and kinds.members.length(view.lower, end - length) == length:
            at = end - length - (view.text(end - length - 1) == ",")
            type_ = _nearest(view, at, kinds, plural=True)
            return (type_, run.last) if type_ and type_ != "Person" else None
    return None


def _by_apposition(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "X, a Croatian shipbuilder": a comma, and a noun of a kind that heads what follows."""
    if view.text(run.after) != "," or view.text(run.before) in ("and", "of"):
        return None
    start = run.after + 1
    owner = view.state_at(start) and view.tag(start + 1) == "POS"
    if not owner and view.lower[start : start + 1] not in tuple((w,) for w in _LEADS):
        return None
    head, end = _head(view, start + (2 if owner else 1))
    type_ = kinds.nouns.get(view.lemma(head)) if head else None
    if type_ in (None, "Person") or view.is_name_word(end):
        return None
    return (type_, run.last) if type_ else None


def _head(view: View, start: int) -> tuple[int, int]:
    """Give the last noun of a group that begins at a token, and where the group ends."""
    end = start
    while _goes_on(view, end) and (view.text(end).islower() or view.name_at(end)):
        end += 1
    if view.lower[end - 1 : end] in (("one",),) and view.text(end) == "of":
        return _head(view, end + 2)
    return (end - 1 if end > start and _is_noun(view, end - 1) else 0), end


def _by_equipment_after(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "X anti-ship missiles", "the X family of drones", "X-type drones"."""
    start, last = run.after, run.last
    if view.text(start) == "-" and view.text(start + 1) in ("type", "style"):
        start, last = start + 2, last + 2
    if _WHEELS.fullmatch(view.text(start)):
        start = last = start + 1
    head, end = _tail(view, start)
    if head and view.lemma(head) in _FAMILY and view.text(end) == "of":
        head, end = _tail(view, end + 1)
    type_ = kind_of(view, head) if head else None
    meant = type_ in EQUIPMENT or (run.quoted and type_ in ("Exercise", "Operation"))
    return (type_, last) if type_ and meant and view.tag(end) != "POS" else None


def _is_short(view: View, index: int) -> bool:
    """Tell whether a word is a kind of equipment by its initials: "UAVs"."""
    return view.text(index).rstrip("s").isupper() and kind_of(view, index) in EQUIPMENT


def kind_of(view: View, index: int) -> str | None:
    """Give the class that a noun tells: a loitering munition is a drone."""
    lemma = view.low(index).rstrip("s") if view.text(index)[:1].isupper() else view.lemma(index)
    if lemma == "munition" and view.low(index - 1) == "loitering":
        return "UncrewedSystemType"
    if lemma == "carrier" and view.low(index - 1) in ("personnel", "mortar", "troop"):
        return "AssetType"
    return load_kinds().nouns.get(lemma)


def _goes_on(view: View, index: int) -> bool:
    """Tell whether a token goes on a group of nouns: no participle after its head ("made by")."""
    verb = view.tag(index).startswith(("VBN", "VBG")) and _is_noun(view, index - 1)
    ended = verb and not view.tag(index + 1).startswith(("NN", "JJ", "HYPH"))
    made = view.text(index).endswith("ed") and view.tag(index + 1).startswith("NN")
    grouped = view.tag(index).startswith(_GROUP) or _is_noun(view, index) or made
    return grouped and not ended


def _tail(view: View, start: int) -> tuple[int, int]:
    """Give the head of the lower-case nouns that go on from a name, and where they end."""
    end = start
    while end < start + 6 and _goes_on(view, end) and _is_low(view, end):
        end += 1
    plural = any(view.tag(i) in ("NNS", "VBZ") for i in range(start, end - 1))
    headed = end > start and _is_noun(view, end - 1) and not plural
    return (end - 1 if headed else 0), end


def _is_low(view: View, index: int) -> bool:
    return not view.is_name_word(index) or _is_short(view, index)


def _by_noun_after(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "X airfield", "X air base", "X training area"."""
    if view.text(run.last) in _TRAINING and view.text(run.last + 1) in _GROUNDS:
        goes_on = view.tag(run.last + 2).startswith("NN")
        return None if run.quoted or goes_on else ("Facility", run.last + 2)
    end = run.last + (view.text(run.last) in ("air", "naval", "army", "military", "training"))
    type_ = kinds.after.get(view.text(end))
    single = type_ and view.tag(end).startswith("NN") and not view.tag(end + 1).startswith("NN")
    return (type_, end + 1) if type_ and single and not run.quoted else None


def _by_hull(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "X (F 190)" and "aboard X"."""
    at = run.last
    if view.text(at) == "(":
        end = at + 1 + (view.text(at + 2) == ")" or 2 * (view.text(at + 3) == ")"))
        bracketed = end > at + 1 and _HULL.fullmatch(view.words(at + 1, end))
        return ("Vessel", run.last) if bracketed else None
    digits = any(view.text(i)[-1:].isdigit() for i in range(run.first, run.last))
    back = run.before - (view.text(run.before) == "the")
    aboard = view.low(back) == "aboard" or view.lower[back - 1 : back + 1] == ("on", "board")
    return ("Vessel", run.last) if back >= 0 and aboard and not digits else None


def _by_year(view: View, run: Free, kinds: Kinds) -> Told | None:
    """Read "Iron Marten 31 began", "during Iron Marten 2031", "next edition, Iron Marten 32"."""
    words = view.texts[run.first : run.last - 1]
    named = len(words) == 2 and not any(w in view.patterns.generic or w.isupper() for w in words)
    if not named or not _YEAR.fullmatch(view.text(run.last - 1)) or words[-1] in _NO_EXERCISE:
        return None
    comma = view.text(run.before) == "," and view.text(run.last) in (",", ".")
    if comma and view.lemma(run.before - 1) in _EDITIONS:
        return ("Exercise", run.last)
    held = view.lemma(run.last) in _EVENTS and view.tag(run.last).startswith("VB")
    during = view.low(run.before) in ("during", "exercise")
    held = held or (view.lemma(run.before) in _EVENTS and view.tag(run.before).startswith("VB"))
    part = view.low(run.before) == "in" and view.lemma(run.before - 1) in ("part", "participate")
    return ("Exercise", run.last) if held or during or part else None


def _by_role(view: View, run: Free, kinds: Kinds) -> Told | None:
    return ("Company", run.last) if is_strange(view, run) and is_firm(view, run, kinds) else None


TESTS: tuple[Test, ...] = (
    _by_hull,
    _by_noun_before,
    _by_call,
    _by_members,
    _by_noun_of,
    _by_noun_after,
    _by_apposition,
    _by_equipment_after,
    _by_year,
    _by_role,
)

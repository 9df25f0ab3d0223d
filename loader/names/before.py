"""Names whose first words tell what they name: "HMS …", "Operation …", "Gulf of …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from .gazetteer import Match
from .mint import thing_named
from .model import Mention
from .patterns import load_patterns
from .phrases import Phrase
from .runs import bracketed_number, run_right, titled
from .view import View, possessor

SHORT = {
    "Op": "Operation",
    "Op.": "Operation",
    "OPERATION": "Operation",
    "Operations": "Operation",
    "Ex": "Exercise",
    "EXERCISE": "Exercise",
    "Exercises": "Exercise",
    "CSG": "Carrier Strike Group",
    "CVW": "Carrier Air Wing",
    "DESRON": "Destroyer Squadron",
    "SNMG": "Standing NATO Maritime Group",
    "SNMCMG": "Standing NATO Mine Countermeasures Group",
}
NO_SHIP = frozenset(("ship", "vessel", "boat", "carrier"))
_THEME = 5
WITH_NUMBER = frozenset(("MilitaryFormation",))


def squadrons(view: View) -> Iterator[Mention]:
    """Yield formations that are a word of letters and a number in one: "VFA-190"."""
    for index, text in enumerate(view.texts):
        if "-" not in text:
            continue
        letters, _, number = text.partition("-")
        known = view.patterns.before.at((letters,), 0)
        if not known or known[0] != "MilitaryFormation" or not number.isdigit():
            continue
        label = f"{SHORT[letters]} {number}" if letters in SHORT else text
        if thing := thing_named(view.lexicon, label, "MilitaryFormation"):
            yield Mention(index, index + 1, thing)


def ships(view: View) -> Iterator[Mention]:
    """Yield ships: a prefix such as HMS or USS and a name."""
    prefixes = view.patterns.ships
    for index, text in enumerate(view.texts):
        if text in prefixes:
            end = _end_of_ship(view, index + 1, run_right(view, index + 1, _stops()))
            name = titled(view.words(index + 1, end)) if end > index + 1 else ""
            thing = thing_named(view.lexicon, f"{text} {name}", "Vessel") if name else None
            if thing:
                state = view.patterns.ships[text] or possessor(view, index)
                yield Mention(index, end, thing, state=state)


def _end_of_ship(view: View, start: int, end: int) -> int:
    """Leave out "of the Danish Navy" after a ship's name."""
    for index in range(start + 1, end):
        if view.text(index) == "of" and (view.name_at(index + 1) or view.name_at(index + 2)):
            return index
    return end


def kinds_of_ship(view: View) -> Iterator[Mention]:
    """Yield ships without a prefix: "the frigate Larkspur"."""
    kinds = view.patterns.kinds
    for index, text in enumerate(view.texts):
        if text in kinds and text not in NO_SHIP and not text.endswith("s"):
            admiral = view.text(index + 1) == "Admiral"
            end = run_right(view, index + 1 + admiral, _stops(), most=3)
            touched = any(_is_stranger(view, i) for i in range(index + 1, end))
            if end == index + 1 + admiral or touched or view.text(index + 1) in view.patterns.ships:
                continue
            if thing := thing_named(view.lexicon, view.words(index + 1, end), "Vessel"):
                yield Mention(index + 1, end, thing, state=possessor(view, index))


def _is_stranger(view: View, index: int) -> bool:
    """Tell whether a token belongs to a known name that is no ship's and no person's."""
    match = view.name_at(index)
    if match is None or _is_town_within(view, match):
        return False
    return match.names[0].thing.types[0] not in ("Vessel", "Person")


def _is_town_within(view: View, match: Match) -> bool:
    """Tell whether a town is a later word of a strange name: "Reina Sofía"."""
    before = match.first - 1
    strange = view.is_name_word(before) and view.name_at(before) is None
    return strange and (match.names[0].kind == "seat" or match.names[0].thing.types == ("Place",))


@cache
def _stops() -> frozenset[str]:
    """Give the words that cannot be part of a name which they follow."""
    patterns = load_patterns()
    units = {words[0] for type_, words in patterns.after if type_ == "MilitaryFormation"}
    return frozenset(units | patterns.titles | set(patterns.ships))


def fronted(view: View) -> Iterator[Mention]:
    """Yield the names that begin with a word which tells their class."""
    for index in view.patterns.before.starts(view.texts):
        found = view.patterns.before.at(view.texts, index)
        if found and view.text(index - 1) != "-" and not _is_second(view, index, found[0]):
            yield from _named(view, index, *found)


def _is_second(view: View, index: int, type_: str) -> bool:
    """Tell whether a word goes on from a capital: "Special Operations", "Corvo Institute of"."""
    known = view.name_at(index - 1)
    before = view.is_name_word(index - 1) and (known is None or known.last > index)
    return type_ in ("Operation", "Exercise", "Organisation") and before


def _named(view: View, at: int, type_: str, words: Phrase) -> Iterator[Mention]:
    start = at + len(words)
    end = _numbered(view, start) if type_ in WITH_NUMBER else _end(view, start, type_)
    if end == start:
        return
    label = _label(view, at, start, end, type_)
    own = view.words(start, end)
    names = (own,) if type_ in ("Operation", "Exercise") else ()
    thing = thing_named(view.lexicon, label, type_, *names)
    if thing:
        yield Mention(at, end, thing, state=possessor(view, at))


def _end(view: View, start: int, type_: str) -> int:
    """Give where the name ends; a known name of a state or person in it ends it."""
    stops = _stops() if type_ not in ("Agreement", "Policy") else frozenset[str]()
    end = run_right(view, start, stops)
    if type_ in ("Exercise", "Operation") and start < end:
        end = _past_title(view, end)
    if type_ == "Agreement":
        end = _end_of_theme(view, start, end)
    for index in range(start + 1, end):
        known = view.name_at(index)
        if known and known.names[0].thing.types[0] == "Person":
            return index
    return end


def _past_title(view: View, end: int) -> int:
    """Take a word that could be a title, where no name follows it: "Desert Lance"."""
    title = view.is_name_word(end) and view.text(end) in view.patterns.titles
    return (
        end + 1 if title and not view.is_name_word(end + 1) and "." not in view.text(end) else end
    )


def _end_of_theme(view: View, start: int, end: int) -> int:
    """Take "amendments to the Accord on Mines", and "for 2031" after a name."""
    at = start
    while at < start + _THEME and view.text(at)[:1].islower():
        at += 1
    joined = view.text(at - 1) in ("the", "on", "of", "to", "for", "in")
    if end == start and at > start and joined and view.is_name_word(at):
        end = run_right(view, at, frozenset())
    further = view.text(end) in ("on", "for") and run_right(view, end + 1, frozenset()) > end + 1
    if further and end > start and at > start:
        end = run_right(view, end + 1, frozenset())
    year = view.text(end + 1)
    dated = end > start and view.text(end) == "for" and year.isdigit() and len(year) == 4
    return end + 2 if dated else end


def _numbered(view: View, start: int) -> int:
    if number := bracketed_number(view, start):
        return number
    text = view.text(start)
    plain = text.isdigit() and len(text) <= 3
    if not plain and view.text(start - 1).isupper():
        return start
    return start + 1 if plain else run_right(view, start, _stops(), most=2)


def _label(view: View, at: int, start: int, end: int, type_: str) -> str:
    word = view.words(at, start)
    name = view.words(start, end).rpartition(") ")[2]
    plain = titled(name) if type_ in ("Operation", "Exercise") else name
    return f"{SHORT.get(word, word)} {plain}"

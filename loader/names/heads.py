"""Names whose last words tell what they name: "Delta Treaty", "Corvo Air Base"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..text.brill_tables import is_known
from .mint import thing_named
from .model import Mention
from .phrases import Phrase
from .runs import JOINTS, bracketed_number, run_left, run_right
from .units import after_rank, number_before, seat_of_unit, with_regiment, with_theme
from .view import View, possessor

HOUSES = frozenset(("Hotel", "Bridge", "Palace", "Castle", "Stadium", "Barracks", "Memorial"))
UNITS = ("MilitaryFormation", "Facility")
BILATERAL = frozenset(("Agreement",))
PLAIN_OK = frozenset(("Policy",))
KEEPS_STATE = frozenset(("Place", "MilitaryFormation", "GovernmentBody", "Organisation", "Policy"))


def headed(view: View) -> Iterator[Mention]:
    """Yield the names that end in a word which tells their class."""
    done = 0
    for index in view.patterns.after.starts(view.texts):
        found = view.patterns.after.at(view.texts, index) if index >= done else None
        if found and (mention := _named(view, index, *found)):
            yield mention
        done = index + len(found[1]) if found else done


def _named(view: View, at: int, type_: str, head: Phrase) -> Mention | None:
    start = _begin(view, run_left(view, at), at, type_)
    start = after_rank(view, start, at) if type_ == "MilitaryFormation" else start
    if view.text(at) in HOUSES and view.text(start - 1) == "of" and view.is_name_word(start - 2):
        start -= 2
    end = _prolonged(view, at + len(head), type_)
    numbered = end > at + len(head) and (start < at or view.text(at).startswith("Battle"))
    if type_ == "MilitaryFormation" and (first := number_before(view, start, at)) < start:
        start, numbered = first, True
    if view.text(at + len(head) - 1) == "Commando" and not numbered:
        return None
    if _is_inside(view, at, end, start) or not (numbered or _is_specific(view, start, at, type_)):
        return None
    if not FITS.get(type_, _always)(view, start, at, end):
        return None
    label = _label(view.words(start, end))
    thing = thing_named(view.lexicon, label, _class(type_, label))
    return Mention(start, end, thing, state=_state(view, start)) if thing else None


def _is_inside(view: View, at: int, end: int, start: int) -> bool:
    """Tell whether the head ends a known name that begins later ("Army and Marine Corps")."""
    known = view.name_at(at)
    return known is not None and start < known.first < at and known.last == end


def _begin(view: View, start: int, at: int, type_: str) -> int:
    """Leave out states before a name that stands by itself ("the Chilean Delta Treaty")."""
    rest = start
    while rest < at and (known := view.name_at(rest)) and known.first >= start:
        if known.names[0].thing.types != ("State",) or known.last > at:
            break
        rest = known.last + (view.text(known.last) in ("-", "–", "and", "&"))
    alone = rest < at and _is_specific(view, rest, at, type_) and not _has_state(view, rest, at)
    if type_ == "Company" and all(_is_firm(view, view.text(i)) for i in range(rest, at)):
        return start
    return rest if alone and type_ not in KEEPS_STATE else start


def _has_state(view: View, start: int, at: int) -> bool:
    return any(view.state_at(index) for index in range(start, at))


def _is_specific(view: View, start: int, at: int, type_: str) -> bool:
    """Tell whether the words before the head name something."""
    words = [i for i in range(start, at) if view.text(i)[:1].isalnum()]
    states = {state.thing.slug for i in words if (state := view.state_at(i))}
    covered = [i for i in words if (m := view.name_at(i)) and m.names[0].thing.types == ("State",)]
    own = [i for i in words if i not in covered and view.text(i) not in view.patterns.generic]
    if type_ == "Alliance":
        return len(words) > 1 or bool(own)
    if type_ in BILATERAL:
        return bool(own) or len(states) > 1
    if type_ == "Place":
        return bool(own) or bool(states)
    if view.text(at) == "Red" and states:
        return True
    if type_ == "GovernmentBody" and view.text(at) == "Agency":
        return len(words) > 1
    if type_ in PLAIN_OK or (type_ in KEEPS_STATE and states):
        return len(words) > 1 or bool(own)
    return bool(own)


def _prolonged(view: View, end: int, type_: str) -> int:
    """Take a number after the head ("Maritime Group 1", "Declaration 2031")."""
    if type_ == "MilitaryFormation" and (number := bracketed_number(view, end)):
        return number
    further = view.patterns.after.at(view.texts, end + 1)
    if type_ == "Company" and view.text(end) in ("and", "&") and further and further[0] == type_:
        return end + 1 + len(further[1])
    if type_ == "Company":
        return _with_form(view, end)
    if type_ == "Organisation":
        return with_theme(view, end)
    if type_ == "MilitaryFormation" and view.text(end) == ",":
        return with_regiment(view, end)
    if type_ == "MilitaryFormation" and (told := seat_of_unit(view, end)) > end:
        return told
    text = view.text(end)
    numbered = type_ in ("MilitaryFormation", "Policy", "Exercise") and text.isdigit()
    return end + 1 if numbered and len(text) in (1, 2, 3, 4) and view.tag(end + 1) != "%" else end


def _with_form(view: View, end: int) -> int:
    """Take the forms of a firm after its name: "(Pty) Ltd", ", Inc."."""
    while True:
        text, legal = view.text(end), view.patterns.legal
        if text in legal:
            end += 1
        elif text == "," and view.text(end + 1) in legal and view.text(end + 1)[-1] in ".CP":
            end += 2
        elif text == "(" and view.text(end + 1) in legal and view.text(end + 2) == ")":
            end += 3
        else:
            return end


def _label(words: str) -> str:
    """Leave out an acronym in brackets before a number and points; guardsmen are their guard."""
    plain = re.sub(r" \([A-Z-]+\) (?=\d)", " ", words)
    return plain.replace("U.S. ", "US ").replace("U.K. ", "UK ").replace("Guardsmen", "Guard")


def _class(type_: str, label: str) -> str:
    if type_ != "Agreement":
        return type_
    words = set(label.replace("-", " ").split())
    if words & {"Trade", "CEPA", "Tariff"}:
        return "TradeAgreement"
    if words & {"Defence", "Defense", "Security", "Military", "Logistics", "Servicing", "Nuclear"}:
        return "DefenceAgreement"
    return "Agreement"


def _state(view: View, start: int) -> str | None:
    owner = possessor(view, start)
    first = view.name_at(start)
    if owner is None and first and first.names[0].thing.types == ("State",):
        return first.names[0].thing.slug
    return owner


def _always(view: View, start: int, at: int, end: int) -> bool:
    return True


def _fits_company(view: View, start: int, at: int, end: int) -> bool:
    """Refuse plain words, units, and what goes on: "Chile's Defence", "Delta Defence Minister"."""
    words = [view.text(i) for i in range(start, at)]
    if words[0][0].isdigit() or any(_is_unit(view, word) for word in words):
        return False
    if view.text(at) not in view.patterns.loose:
        return True
    goes_on = view.is_name_word(end) or view.text(end) in JOINTS or view.tag(end) == "NN"
    firm = view.tag(start - 1) != "POS" and any(_is_firm(view, word) for word in words)
    return firm or (not goes_on and any(_is_strange(view, i) for i in range(start, at)))


def _is_strange(view: View, index: int) -> bool:
    """Tell whether a word is neither plain English nor a state's name."""
    plain = is_known(view.lower[index]) or view.text(index) in view.patterns.generic
    return not plain and view.state_at(index) is None


def _is_unit(view: View, word: str) -> bool:
    return any(view.patterns.after.at((word,), 0) == (type_, (word,)) for type_ in UNITS)


def _is_firm(view: View, word: str) -> bool:
    """Tell whether a word is a company's and no plain word."""
    found = view.patterns.after.at((word,), 0)
    return found is not None and found[0] == "Company" and word not in view.patterns.loose


def _fits_exercise(view: View, start: int, at: int, end: int) -> bool:
    """Ask for a name before a lower-case "exercise": capitals that are no state and no force."""
    known = any(view.name_at(i) for i in range(start, at))
    return not known and not (start == 0 and at == 1)


def _fits_place(view: View, start: int, at: int, end: int) -> bool:
    open_ = view.text(at) not in view.patterns.articled
    led = view.lower[start - 1] in ("the", "and", "or", ",", "&", "–", "-") if start else True
    return (
        (open_ or led) and not view.is_name_word(end) and run_right(view, end, frozenset()) == end
    )


def _fits_facility(view: View, start: int, at: int, end: int) -> bool:
    """Ask for a strange word before a bare "Base" or "Camp", which may be an industry's."""
    plain = view.text(at) in ("Base", "Camp")
    return not plain or any(_is_strange(view, i) for i in range(start, at))


def _fits_agreement(view: View, start: int, at: int, end: int) -> bool:
    return not view.tag(end).startswith("NNP") and view.text(end) not in ("Program", "Programme")


FITS: dict[str, Callable[[View, int, int, int], bool]] = {
    "Company": _fits_company,
    "Exercise": _fits_exercise,
    "Facility": _fits_facility,
    "Place": _fits_place,
    "Agreement": _fits_agreement,
}

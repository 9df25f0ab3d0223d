"""Names whose last words tell what they name: "Delta Treaty", "Corvo Air Base"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .mint import thing_named
from .model import Mention
from .patterns import Phrase
from .runs import JOINTS, phrase_at, run_left, run_right
from .view import View, possessor

BILATERAL = frozenset(("Agreement", "Alliance"))
PLAIN_OK = frozenset(("Policy",))
KEEPS_STATE = frozenset(("MilitaryFormation", "GovernmentBody", "Organisation", "Policy"))


def headed(view: View) -> Iterator[Mention]:
    """Yield the names that end in a word which tells their class."""
    index = 0
    while index < len(view.texts):
        found = phrase_at(view, index, view.patterns.after)
        if found and (mention := _named(view, index, *found)):
            yield mention
        index += len(found[1]) if found else 1


def _named(view: View, at: int, type_: str, head: Phrase) -> Mention | None:
    start = _begin(view, run_left(view, at), at, type_)
    end = at + len(head)
    if not _is_specific(view, start, at, type_):
        return None
    end = _prolonged(view, end, type_)
    if not FITS.get(type_, _always)(view, start, at, end):
        return None
    label = view.words(start, end)
    thing = thing_named(view.lexicon, label, _class(type_, label))
    return Mention(start, end, thing, state=_state(view, start)) if thing else None


def _begin(view: View, start: int, at: int, type_: str) -> int:
    """Leave out states before a name that stands by itself ("the Chilean Delta Treaty")."""
    rest = start
    while rest < at and (known := view.name_at(rest)) and known.first >= start:
        if known.names[0].thing.types != ("State",) or known.last > at:
            break
        rest = known.last + (view.text(known.last) in ("-", "–", "and", "&"))
    alone = rest < at and _is_specific(view, rest, at, type_) and not _has_state(view, rest, at)
    return rest if alone and type_ not in KEEPS_STATE else start


def _has_state(view: View, start: int, at: int) -> bool:
    return any(view.state_at(index) for index in range(start, at))


def _is_specific(view: View, start: int, at: int, type_: str) -> bool:
    """Tell whether the words before the head name something."""
    words = [i for i in range(start, at) if view.text(i)[:1].isalnum()]
    states = {state.thing.slug for i in words if (state := view.state_at(i))}
    covered = [i for i in words if (m := view.name_at(i)) and m.names[0].thing.types == ("State",)]
    own = [i for i in words if i not in covered and view.text(i) not in view.patterns.generic]
    if type_ in BILATERAL:
        return bool(own) or len(states) > 1
    if type_ in PLAIN_OK or (type_ in KEEPS_STATE and states):
        return len(words) > 1 or bool(own)
    return bool(own)


def _prolonged(view: View, end: int, type_: str) -> int:
    """Take a number after the head ("Maritime Group 1", "Declaration 2031")."""
    text = view.text(end)
    numbered = type_ in ("MilitaryFormation", "Policy", "Exercise") and text.isdigit()
    return end + 1 if numbered and len(text) in (1, 2, 3, 4) and view.tag(end + 1) != "%" else end


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
    """Refuse what belongs to a state or goes on: "Chile's Defence", "Delta Defence Minister"."""
    loose = view.text(at) in view.patterns.loose
    owned = view.tag(start - 1) == "POS" or _has_state(view, start, at)
    goes_on = view.is_name_word(end) or view.text(end) in ("of", "and", *JOINTS)
    long = view.text(at).isupper() or at - start > 0
    return long and not (loose and (owned or goes_on)) and not view.tag(end).startswith("NN")


def _fits_exercise(view: View, start: int, at: int, end: int) -> bool:
    """Ask for a name before a lower-case "exercise": capitals that are no state and no force."""
    known = any(view.name_at(i) for i in range(start, at))
    return not known and not (start == 0 and at == 1)


def _fits_place(view: View, start: int, at: int, end: int) -> bool:
    return not view.is_name_word(end) and run_right(view, end, frozenset()) == end


def _fits_agreement(view: View, start: int, at: int, end: int) -> bool:
    return not view.tag(end).startswith("NNP")


FITS: dict[str, Callable[[View, int, int, int], bool]] = {
    "Company": _fits_company,
    "Exercise": _fits_exercise,
    "Place": _fits_place,
    "Agreement": _fits_agreement,
}

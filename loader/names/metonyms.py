"""A capital for its government, where it does what only a government does."""

from __future__ import annotations

from .gazetteer import Match
from .lexicon import Name
from .model import Mention
from .view import View

_FAR, _ASIDE = 14, 10


def seat(view: View, match: Match) -> Mention | None:
    """Read a seat of government: as its state by an act of will, else as the place.

    Returns:
        None where the words are no city and show no will ("the White House" as a venue).
    """
    name = next(name for name in match.names if name.kind == "seat")
    if is_metonym(view, match):
        return Mention(match.first, match.last, name.thing, "metonym", name.state)
    place = next((name for name in match.names if name.kind != "seat"), None)
    return _place(view, match, place)


def _place(view: View, match: Match, place: Name | None) -> Mention | None:
    if place is None:
        return None
    return Mention(match.first, match.last, place.thing, "name", place.state)


def is_metonym(view: View, match: Match) -> bool:
    """Tell whether a seat stands for its government.

    It does as the possessor of what only a will has ("Lima's decision"), as the subject of an act
    of will ("Lima agreed"), as the object of one ("warned Lima"), in a pair of seats ("Lima and
    Quito") and after "with" or "between" when ties are spoken of; not after a preposition of place.
    """
    before = view.text(match.first - 1).lower()
    if before == "to" and _is_given(view, match.first - 1):
        return True
    if before in view.patterns.places and not _paired(view, match):
        return False
    return (
        _possesses_will(view, match.last)
        or _acts(view, match)
        or (_paired(view, match) and not _in_place(view, match))
        or (view.tag(match.first - 1).startswith("VB") and _is_toward(view, match.first - 1))
        or (before in ("with", "between") and _ties_before(view, match.first - 1))
        or (before == "with" and _is_dealt(view, match.first - 1))
    )


def _is_given(view: View, index: int) -> bool:
    """Tell whether "to" follows a verb of giving with nothing sent elsewhere between them."""
    for at in range(index - 1, max(index - _FAR, -1), -1):
        if view.text(at) in ("to", ".", ";"):
            return False
        if view.tag(at).startswith("VB") and view.lemma(at) in view.patterns.giving:
            return True
    return False


def _is_dealt(view: View, index: int) -> bool:
    """Tell whether "with" follows a verb of dealing: "is negotiating with Lima"."""
    near = range(max(index - 4, 0), index)
    return any(
        view.lemma(at) in view.patterns.dealing and view.tag(at).startswith("VB") for at in near
    )


def _possesses_will(view: View, index: int) -> bool:
    """Read a possessive, up to three words, and a noun of will."""
    if view.tag(index) != "POS":
        return False
    for at in range(index + 1, min(index + 5, len(view.texts))):
        if view.text(at).lower() in view.patterns.will_nouns:
            return True
        if not view.tag(at).startswith(("JJ", "RB", "VBG", "VBN", "NN")):
            return False
    return False


def _acts(view: View, match: Match) -> bool:
    """Read auxiliaries and adverbs, then a verb of will; a pair of seats acts together."""
    at = match.last
    if view.text(at) == "and" and (other := _seat_at(view, at + 1)):
        at = other.last
    at = _after_aside(view, at)
    auxiliary = ""
    while view.tag(at).startswith(("MD", "RB")) or view.lemma(at) in ("have", "be"):
        auxiliary = view.lemma(at) if not view.tag(at).startswith("RB") else auxiliary
        at += 1
    lemma, tag = view.lemma(at), view.tag(at)
    passive = auxiliary == "be" and tag in ("VBN", "VBD") and lemma not in view.patterns.toward
    participle = tag == "VBG" and at == match.last
    return tag.startswith("VB") and not (passive or participle) and lemma in view.patterns.will


def _after_aside(view: View, at: int) -> int:
    """Step over ", the last to do so," and ", which"; stay where a name follows the comma."""
    if view.text(at) != ",":
        return at
    if view.text(at + 1) == "which":
        return at + 2
    if not view.text(at + 1)[:1].islower():
        return at
    end = next((i for i in range(at + 2, at + _ASIDE) if view.text(i) == ","), 0)
    return end + 1 if end else at


def _is_toward(view: View, index: int) -> bool:
    return view.lemma(index) in view.patterns.toward


def _seat_at(view: View, index: int) -> Match | None:
    match = view.name_at(index)
    is_seat = (
        match is not None
        and match.first == index
        and any(name.kind == "seat" for name in match.names)
    )
    return match if is_seat else None


def _seat_before(view: View, index: int) -> Match | None:
    match = view.name_at(index - 1)
    is_seat = match is not None and any(name.kind == "seat" for name in match.names)
    return match if is_seat else None


def _paired(view: View, match: Match) -> bool:
    if view.text(match.last) == "and" and _seat_at(view, match.last + 1):
        return True
    return view.text(match.first - 1) == "and" and _seat_before(view, match.first - 1) is not None


def _in_place(view: View, match: Match) -> bool:
    """Tell whether a preposition of place governs the pair that a seat belongs to."""
    first = match
    if view.text(match.first - 1) == "and":
        first = _seat_before(view, match.first - 1) or match
    before = view.text(first.first - 1).lower()
    if before == "between":
        return not _ties_before(view, first.first - 1)
    return before in view.patterns.places


def _ties_before(view: View, index: int) -> bool:
    """Tell whether ties are spoken of in the three words before a token."""
    return any(view.text(i).lower() in view.patterns.ties for i in range(index - 3, index))

"""Persons told by a role beside their name: "her colleague X Y", "X Y, head of it"."""

from __future__ import annotations

from collections.abc import Iterator

from .kinds import load_kinds
from .view import View

_SUFFIXES = ("master", "mistress", "woman", "man", "ist", "maker", "keeper", "worker", "crat")
_LEADS = ("the", "a", "an", "its", "their", "his", "her", "our")
_PLACES = ("at", "in", "on", "near", "off", "outside", "of", "the")
_FAR = 12
_GROUP = ("JJ", "NN", "VBN", "VBG", "HYPH", "CD", "RB", "DT")


def is_role_before(view: View, start: int) -> bool:
    """Tell whether a role stands right before a name, or before the comma that opens it."""
    at = start - 1
    if view.text(at) == ")" and "(" in view.texts[max(at - 3, 0) : at]:
        at = max(i for i in range(max(at - 3, 0), at) if view.text(i) == "(") - 1
        return view.text(at) in view.patterns.last_titles
    if view.text(at) == ",":
        return _is_led(view, at - 1)
    return is_role(view, at) and view.text(at)[:1].islower()


def is_role(view: View, index: int) -> bool:
    """Tell whether a noun, in lower case or with a capital, is what a person is."""
    lemma = view.low(index)
    if view.tag(index) == "NNS" or view.text(index).islower():
        lemma = view.lemma(index)
    if not view.tag(index).startswith("NN"):
        return False
    kind = load_kinds().nouns.get(lemma)
    return kind == "Person" or (kind is None and len(lemma) > 6 and lemma.endswith(_SUFFIXES))


def _is_led(view: View, end: int) -> bool:
    """Tell whether a group with a role as its head ends at a token: "Peru's envoy to Chile"."""
    at = end
    while at > max(end - _FAR, -1) and view.text(at) not in (",", ".", ";", ":", "”"):
        opposite = view.low(at) == "number" and view.low(at - 1) == "opposite"
        if (is_role(view, at) or opposite) and _is_joined(view, at + 1, end):
            return _is_definite(view, at)
        at -= 1
    return False


def _is_joined(view: View, start: int, end: int) -> bool:
    """Tell whether what follows a role is nothing, or begins with "of", "for", "to", "in", "at"."""
    joined = start > end or view.text(start) in ("of", "for", "to", "in", "at")
    return joined and not any(view.tag(i).startswith(("VB", "MD")) for i in range(start, end + 1))


def _is_definite(view: View, index: int) -> bool:
    at = index
    while at > 0 and view.tag(at).startswith(("JJ", "NN", "HYPH")):
        at -= 1
    return view.low(at) in _LEADS or view.tag(at) in ("POS", "PRP$")


def is_role_after(view: View, end: int) -> bool:
    """Tell whether a comma and a role follow a name: "X Y, deputy head of", "X Y, a farmer"."""
    if view.text(end) != ",":
        return False
    at = end + 1
    while at < end + 9 and view.tag(at).startswith((*_GROUP, "POS", "PRP$")):
        if is_role(view, at) and not view.tag(at + 1).startswith(("NN", "HYPH", "JJ")):
            return True
        at += 1
    return False


def acts_in_person(view: View, end: int) -> bool:
    """Tell whether what follows a name is a verb of what only people do, or "is" and an office."""
    at = end
    while view.tag(at) in ("RB", "MD") or view.lemma(at) in ("have",):
        at += 1
    if view.tag(at).startswith("VB") and view.lemma(at) in view.patterns.personal:
        return True
    if view.lemma(at) not in ("be", "become"):
        return False
    return any(is_role(view, i) for i in range(at + 1, at + 8)) and view.low(at + 1) != "the"


def names_by_role(view: View, starts: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield those of the full names whose surroundings make them a person's."""
    for start, end in starts:
        placed = view.low(start - 1) in _PLACES
        told = is_role_after(view, end) or acts_in_person(view, end)
        if is_role_before(view, start) or (told and not placed):
            yield start, end

"""Models of equipment by their designation: "CH-47F Chinook", "CV90 infantry vehicle"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .kinds import EQUIPMENT, load_kinds
from .mint import KIN, known, thing_named
from .model import Mention
from .view import View

HYPHENED = re.compile(r"([A-Z][A-Za-z]{0,4})[-‑](\d{1,3})([A-Z]{1,3}(?:\d)?)?s?")
BARE = re.compile(r"([A-Z][A-Za-z]{0,3})(\d{1,4})([A-Z]{1,2}\d?)?s?")
#: What the letters of an aircraft are not: "Nora B-52 howitzers".
SHIPS_AND_ARMS = ("VesselType", "WeaponType")
#: Words of ships that are those of aircraft or vehicles as well.
AIRBORNE = ("carrier", "tanker")
TYPE = re.compile(r"\d{2,3}[A-Z]{0,2}")


def models(view: View) -> Iterator[Mention]:
    """Yield models of equipment."""
    classes = any("class" in text for text in view.texts)
    for index in view.capitals:
        found = _designated(view, index) or _type_of_ship(view, index)
        if found or (classes and (found := _class_of_ship(view, index))):
            yield found


def _designated(view: View, index: int) -> Mention | None:
    text = view.text(index)
    if text.isalpha():
        return None
    match = HYPHENED.fullmatch(text) or BARE.fullmatch(text)
    if match is None or not _is_equipment(view, index, match):
        return None
    end = index + 1 + _proper_name(view, index + 1)
    type_ = _type(view, end, match[1])
    free = view.is_name_word(index - 1) and view.name_at(index - 1) is None
    other = type_ in SHIPS_AND_ARMS and view.patterns.families.get(match[1], type_) != type_
    if (
        (type_ == "VesselType" or other)
        and free
        and view.text(index - 1) not in view.patterns.generic
    ):
        end += view.text(end) in view.patterns.kinds
        label = view.words(index - 1, end)
        thing = thing_named(view.lexicon, label.removesuffix("s"), type_)
        return Mention(index - 1, end, thing) if thing else None
    return _mention(view, index, end, _singular(view.words(index, end), text), match, type_)


def _type(view: View, end: int, letters: str) -> str:
    """Give the class that the nouns after a designation tell, else its letters."""
    for index in range(end, end + 4):
        if not view.tag(index).startswith(("NN", "JJ", "VBN", "HYPH", "CD")):
            break
        if _is_hull(view, index):
            return "VesselType"
        kind = load_kinds().nouns.get(view.lemma(index))
        if kind == "Vessel" and not view.tag(index + 1).startswith("NN"):
            return "VesselType"
        if kind in EQUIPMENT and not view.tag(index + 1).startswith("NN"):
            return kind
    return view.patterns.families.get(letters, "AssetType")


def _is_hull(view: View, index: int) -> bool:
    """Tell whether a noun after a designation is a ship's and nothing goes on from it."""
    ship = view.text(index) in view.patterns.kinds and not view.text(index).startswith(AIRBORNE)
    return ship and not view.tag(index + 1).startswith("NN")


def _singular(label: str, designation: str) -> str:
    plural = designation.endswith("s") and label == designation
    return label.removesuffix("s") if plural else label


def _is_equipment(view: View, index: int, match: re.Match[str]) -> bool:
    near = [view.text(i).lower() for i in range(index + 1, index + 4)]
    before = view.text(index - 1).lower()
    counted = match[0].endswith("s") and view.tag(index - 1) == "CD"
    shown = counted or any(word in view.patterns.equipment for word in (*near, before))
    if "-" in match[0] or "‑" in match[0]:
        long = len(match[2]) > 1 or match[3] or shown or _proper_name(view, index + 1)
        return match[1] in view.patterns.letters and bool(long)
    return shown and len(match[1]) + len(match[2]) > 1


def _proper_name(view: View, index: int) -> int:
    """Give how many words of a proper name follow a designation: one at most, or none."""
    name = view.name_at(index)
    strange = name is not None and name.names[0].thing.types[0] not in KIN["AssetType"]
    plain = view.text(index).isalpha() and view.is_name_word(index) and not strange
    ends = not view.is_name_word(index + 1)
    return int(plain and ends and view.text(index) not in view.patterns.generic)


def _mention(
    view: View, first: int, last: int, label: str, match: re.Match[str], type_: str
) -> Mention | None:
    """Link a variant ("P-8A") to the model that it varies where that one is known."""
    mark = "-" if "-" in match[0] else ""
    plain = f"{match[1]}{mark}{match[2]}"
    tail = view.words(first + 1, last) if last - first > 1 else ""
    for text in (label, f"{plain} {tail}".strip(), plain):
        if found := known(view.lexicon, text, "AssetType"):
            return Mention(first, last, found)
    thing = thing_named(view.lexicon, label, type_)
    return Mention(first, last, thing) if thing else None


def _type_of_ship(view: View, index: int) -> Mention | None:
    """Read "Type 26 frigate", "Type 212CD"."""
    if view.text(index) not in ("Type", "Mk", "Mark") or not TYPE.fullmatch(view.text(index + 1)):
        return None
    last = index + 2 + (view.text(index + 2).lower() in view.patterns.kinds)
    label = view.words(index, last)
    singular = label.removesuffix("s") if last - index == 3 else label
    plain = view.words(index, index + 2)
    whole = (known(view.lexicon, f"{plain} {kind}", "VesselType") for kind in view.patterns.kinds)
    of_kind = {thing.slug: thing for thing in whole if thing}
    if len(of_kind) == 1:
        return Mention(index, last, next(iter(of_kind.values())))
    thing = thing_named(view.lexicon, singular, "VesselType", plain)
    return Mention(index, last, thing) if thing else None


def _class_of_ship(view: View, index: int) -> Mention | None:
    """Read "Meko-class frigate": a name, a hyphen or not, "class", and what it is a class of."""
    hyphen = int(view.text(index + 1) in ("-", "‑"))
    whole = view.text(index).endswith(("-class", "‑class", "-variant"))
    at = index if whole else index + 1 + hyphen
    if not view.is_name_word(index) or not (
        whole or view.text(at) == "class" or (hyphen and view.text(at) == "variant")
    ):
        return None
    start = index
    while not whole and view.is_name_word(start - 1) and not view.name_at(start - 1):
        start -= 1
    last = _end_of_class(view, at + 1)
    words = view.words(start, last)
    label = re.sub(r"s$", "", words) if last > at + 1 else words
    label = label if whole or hyphen else label.replace(" class", "-class", 1)
    thing = thing_named(view.lexicon, label, "VesselType")
    return Mention(start, last, thing) if thing else None


def _end_of_class(view: View, at: int) -> int:
    """Step over "guided-missile", "aircraft", … to the noun; stay where there is none."""
    end = at
    while end < at + 4 and (view.tag(end).startswith(("JJ", "NN", "VBN"))):
        end += 1
        if (
            view.text(end - 1).lower() in view.patterns.kinds
            and view.text(end).lower() not in view.patterns.kinds
        ):
            return end
    return at

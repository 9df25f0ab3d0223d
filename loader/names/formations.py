"""Short forms of a formation: "Merlin Carrier Strike Group (CSG 9)" is "Merlin CSG" as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..claims import Thing
from .model import Mention
from .view import View

#: What a group round a ship is called, longest first; the ship's name stands before it.
_GROUPS = ("Carrier Strike Group", "Strike Group")


def formation_forms(thing: Thing) -> Iterator[str]:
    """Give what a strike group that bears a ship's name is called besides.

    >>> group = Thing("x", ("MilitaryFormation",), "Merlin Strike Group")
    >>> list(formation_forms(group))
    ['Merlin Carrier Strike Group', 'Merlin Strike Group', 'Merlin CSG', 'MER CSG']
    """
    ending = next((group for group in _GROUPS if thing.label.endswith(f" {group}")), "")
    own = thing.label.removesuffix(ending).strip()
    if not ending or thing.types != ("MilitaryFormation",) or " " in own or not own.isalpha():
        return
    yield from (f"{own} {group}" for group in _GROUPS)
    yield from (f"{own} CSG", f"{own[:3].upper()} CSG")


def same_formations(found: Sequence[tuple[View, Mention]]) -> dict[str, Thing]:
    """Map a strike group to what it is in an article: the numbered one in brackets behind its name.

    Without such a number its longest form counts: "MER CSG" is the Merlin Carrier Strike Group.
    """
    units = {m.thing.label: m.thing for _, m in found if m.thing.types == ("MilitaryFormation",)}
    same: dict[str, Thing] = {}
    numbered = dict(_numbered(found))
    for thing in sorted(units.values(), key=lambda unit: -len(unit.label)):
        forms = [units[form] for form in formation_forms(thing) if form in units]
        number = next((numbered[one.slug] for one in forms if one.slug in numbered), thing)
        for one in forms:
            same.setdefault(one.slug, number)
    return same


def _numbered(found: Sequence[tuple[View, Mention]]) -> Iterator[tuple[str, Thing]]:
    begins = {(id(view), mention.first): mention.thing for view, mention in found}
    for view, mention in found:
        other = begins.get((id(view), mention.last + 1))
        if other is None or view.text(mention.last) != "(":
            continue
        if other.types == mention.thing.types and other.label[-1:].isdigit():
            yield mention.thing.slug, other

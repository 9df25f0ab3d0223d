"""Things for names that no list holds; a known name of the same class wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ontology.iris import slugify

from ..claims import Thing
from .lexicon import Lexicon, Name
from .model import Mention
from .words import atoms_of

KIN = {
    "Agreement": ("Agreement", "DefenceAgreement", "TradeAgreement"),
    "MilitaryFormation": ("MilitaryFormation", "ArmedForce", "Organisation"),
    "ArmedForce": ("ArmedForce", "MilitaryFormation"),
    "GovernmentBody": ("GovernmentBody", "Organisation"),
    "Organisation": ("Organisation", "GovernmentBody", "Alliance", "MilitaryFormation"),
    "Alliance": ("Alliance", "Organisation"),
    "Place": ("Place", "Facility"),
    "Facility": ("Facility", "Place"),
    "Policy": ("Policy", "Agreement", "DefenceAgreement"),
    "AssetType": ("AssetType", "VesselType", "AircraftType", "WeaponType", "UncrewedSystemType"),
    "VesselType": ("VesselType", "AssetType"),
    "Operation": ("Operation", "TrainingProgramme", "Conflict"),
}


def known(lexicon: Lexicon, text: str, type_: str) -> Thing | None:
    """Give the one known thing of a class that has exactly this name, or None."""
    found = {name.thing.slug: name.thing for name in _named(lexicon, text) if _is(name, type_)}
    return next(iter(found.values())) if len(found) == 1 else None


def _named(lexicon: Lexicon, text: str) -> Iterator[Name]:
    keys = [key for _, key in atoms_of(text)]
    for end, names in lexicon.names.walk(keys, 0):
        if end == len(keys):
            yield from names


def _is(name: Name, type_: str) -> bool:
    return name.kind == "name" and name.thing.types[0] in KIN.get(type_, (type_,))


def thing_named(lexicon: Lexicon, label: str, type_: str, *names: str) -> Thing | None:
    """Give what has this name: a known thing of the class, else a new one.

    Args:
        lexicon: Known names.
        label: Name in full.
        type_: Ontology class for a new thing.
        names: Other names, tried too.

    Returns:
        None where no slug can be made of the label.
    """
    for text in (label, *names):
        if found := known(lexicon, text, type_):
            return found
    try:
        slug = slugify(label)
    except ValueError:
        return None
    taken = lexicon.things.get(slug)
    if taken and taken.types[0] not in KIN.get(type_, (type_,)):
        slug = f"{slug}-{slugify(type_)}"
    elif taken:
        return taken
    return Thing(slug, (type_,), label, tuple(sorted({*names} - {label})))


def distinct(found: Iterable[tuple[Mention, ...]]) -> tuple[tuple[Mention, ...], ...]:
    """Give things of one name and several classes, a ship and its town, addresses of their own."""
    mentions = tuple(found)
    classes: dict[str, set[tuple[str, ...]]] = {}
    for mention in (mention for some in mentions for mention in some):
        classes.setdefault(mention.thing.slug, set()).add(mention.thing.types)
    shared = {slug for slug, types in classes.items() if len(types) > 1}
    if not shared:
        return mentions
    return tuple(tuple(_own(mention, shared) for mention in some) for some in mentions)


def _own(mention: Mention, shared: set[str]) -> Mention:
    thing = mention.thing
    if thing.slug not in shared or thing.origin == "reference" or thing.types == ("Place",):
        return mention
    slug = f"{thing.slug}-{slugify(thing.types[0])}"
    return replace(mention, thing=replace(thing, slug=slug))

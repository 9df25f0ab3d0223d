"""Labels of described things: what a reader would call them."""

from __future__ import annotations

from .entities import Entity
from .nouns import load_nouns

_UNNAMED = ("Vessel", "Facility", "Asset", "MilitaryFormation", "Organisation", "Place")


def label_of(entity: Entity) -> str:
    """Give the label: a name, a frame's label, or the description in the words of the text."""
    if entity.thing is not None:
        return entity.thing.label
    text = entity.label or _agreement(entity) or entity.words or min(entity.types)
    text = text[0].upper() + text[1:]
    return f"{text} (unnamed)" if not entity.label and entity.is_a(_UNNAMED) else text


def _agreement(entity: Entity) -> str:
    """Name an agreement by its kind and parties: "Defence pact of Chile and Peru"."""
    if not entity.is_a(("Agreement",)):
        return ""
    words = entity.words.lower().replace("-", " ").split()
    found = load_nouns().class_of(words[:-1], entity.lemma) if words else None
    kind = found[1].removeprefix("new ").removeprefix("bilateral ") if found else ""
    parties = sorted(label_of(party) for party in entity.roles.get("parties", ()))
    return f"{kind} of {' and '.join(parties)}" if kind and parties else ""

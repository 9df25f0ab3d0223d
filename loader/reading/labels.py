"""Labels of described things: what a reader would call them."""

from __future__ import annotations

from .entities import Entity
from .nouns import load_nouns

_UNNAMED = ("Vessel", "Facility", "Asset", "MilitaryFormation", "Organisation", "Place")
_BODIES = ("ArmedForce", "MilitaryFormation", "GovernmentBody", "Alliance")


def label_of(entity: Entity) -> str:
    """Give the label: a name, a frame's label, or the description in the words of the text."""
    if entity.thing is not None:
        return entity.thing.label
    text = entity.label or _agreement(entity) or entity.words or min(entity.types)
    text = text.removeprefix("the ")
    text = text[0].upper() + text[1:]
    return f"{text} (unnamed)" if not entity.label and entity.is_a(_UNNAMED) else text


def within(entity: Entity) -> str:
    """Give the label as it stands inside another: "the United States", "a pact" without capital."""
    if entity.thing is None:
        return entity.label or _agreement(entity) or entity.words or min(entity.types).lower()
    label = entity.thing.label
    return f"the {label}" if _takes_article(entity, label) else label


def _takes_article(entity: Entity, label: str) -> bool:
    articles = load_nouns().articles
    words = label.split()
    if entity.is_a(("State",)) or not entity.is_a((*_BODIES, "Post", "Place")):
        return entity.is_a(("State",)) and words[0] in articles
    if entity.is_a((*_BODIES, "Post")):
        return not label.isupper() and len(words) > 1
    return words[0] in articles or words[-1] in articles


def _agreement(entity: Entity) -> str:
    """Name an agreement by its kind and parties: "Defence pact of Chile and Peru"."""
    if not entity.is_a(("Agreement",)):
        return ""
    words = entity.words.lower().replace("-", " ").split()
    found = load_nouns().class_of(words[:-1], entity.lemma) if words else None
    kind = found[1].removeprefix("new ").removeprefix("bilateral ") if found else ""
    parties = sorted(entity.roles.get("parties", ()), key=label_of)
    return f"{kind} of {' and '.join(map(within, parties))}" if kind and parties else ""

"""What is a state's own: how it is named, its forces and organs in the reference data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..reference import Row, load_reference

KINDS = ("ArmedForce", "MilitaryFormation", "GovernmentBody")
THE = ("Bahamas", "Netherlands", "Philippines", "United", "Maldives", "Comoros", "Seychelles")

ALSO = {
    "defence force": "armed forces",
    "defence forces": "armed forces",
    "armed forces": "defence force",
    "marines": "marine corps",
    "marine corps": "marines",
}


@cache
def own_bodies() -> Mapping[tuple[str, str], str]:
    """Map ``(state, what it is)`` to a reference row: ``("chile", "navy")``.

    What it is, is the name in lower case without the state's names and "Royal"; what two rows of a
    state would share is left out.
    """
    reference = load_reference()
    found: dict[tuple[str, str], set[str]] = {}
    for row in reference.entities.values():
        if row.state and row.types[0] in KINDS:
            state = reference.states[row.state]
            for name in (row.label, *row.aliases):
                found.setdefault((row.state, body_key(name, state)), set()).add(row.slug)
    return {key: next(iter(slugs)) for key, slugs in found.items() if key[1] and len(slugs) == 1}


def body_key(name: str, state: Row) -> str:
    """Give the name of a state's body in lower case, without the state's own names.

    >>> body_key("Royal Netherlands Navy", load_reference().states["netherlands"])
    'navy'
    """
    words = f" {name.lower()} "
    own = (state.label, *state.aliases, *state.demonyms, "U.S.", "royal", "the", "of")
    for text in sorted((text.lower() for text in own), key=len, reverse=True):
        words = words.replace(f" {text} ", " ")
    return " ".join(words.replace("defense", "defence").split())


def own_body(state: str, key: str) -> str | None:
    """Give the slug of a state's body by what it is, such as ``navy``; None where unknown."""
    rows = own_bodies()
    plain = key.lower().replace("defense", "defence").removeprefix("royal ")
    return rows.get((state, plain)) or rows.get((state, ALSO.get(plain, "")))


def named(state: Row) -> str:
    """Give a state's name as it follows "of"."""
    return f"the {state.label}" if state.label.startswith(THE) else state.label


def adjective(state: Row) -> str:
    """Give a state's adjective, or its name where it has none."""
    return state.demonyms[0] if state.demonyms else state.label

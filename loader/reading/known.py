"""Things of the reference data that a text describes instead of naming them."""

from __future__ import annotations

from functools import cache

from ontology.iris import slugify

from ..claims import Thing
from ..names import Lexicon, load_lexicon

_BODIES = ("ArmedForce", "MilitaryFormation", "GovernmentBody", "Organisation")
_FORCES = ("armed forces", "defence force", "defense force", "defence forces", "defense forces")


class Known:
    """Look-ups by state and description."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._state_names = _names_of_states(lexicon)
        self._bodies: dict[tuple[str, str], str] = {}
        for slug, row in sorted(lexicon.rows.items()):
            if row.state and row.types[0] in _BODIES:
                for name in (row.label, *row.aliases):
                    self._bodies.setdefault((row.state, name.lower()), slug)

    def thing(self, slug: str) -> Thing | None:
        """Give a thing of the reference data."""
        return self.lexicon.things.get(slug)

    def post(self, title: str, state: str) -> Thing:
        """Give a state's post by its title, such as "defence minister"; plurals are folded."""
        return self.lexicon.post(title.removesuffix("s"), state)

    def force(self, state: str, branch: str) -> Thing:
        """Give a state's force by its branch, such as "navy"."""
        return self.lexicon.force(state, branch)

    def described(self, state: Thing, name: str) -> Thing | None:
        """Give a state's body by its description, such as "carrier strike group"."""
        slug = self._bodies.get((state.slug, name.lower()))
        return self.lexicon.things[slug] if slug else None

    def names_state(self, words: str, state: str) -> bool:
        """Tell whether words hold the state's name, adjective or initials."""
        return state in self.states_in(words)

    def states_in(self, words: str) -> tuple[str, ...]:
        """Give the slugs of the states whose names stand in the words, longest names first.

        A name inside a longer one ("Guinea" in "Papua New Guinea") is not found.
        """
        found: list[str] = []
        rest = f" {words.replace('–', ' ').replace('-', ' ')} "
        for name, slug in self._state_names:
            if name in rest:
                rest = rest.replace(name, "  ")
                found.append(slug)
        return tuple(sorted(set(found)))

    def armed_forces(self, state: Thing) -> Thing:
        """Give the armed forces of a state as a whole; described where reference data has none."""
        found = {
            slug
            for (owner, name), slug in self._bodies.items()
            if owner == state.slug
            and any(words in name for words in _FORCES)
            and self.lexicon.rows[slug].types == ("ArmedForce",)
        }
        if len(found) == 1:
            return self.lexicon.things[found.pop()]
        label = f"Armed forces of {state.label}"
        return Thing(slugify(label), ("ArmedForce",), label)


def _names_of_states(lexicon: Lexicon) -> list[tuple[str, str]]:
    """Give names and adjectives with their states, longest first; a shared one tells no state.

    Each name has a space on both sides, for it must stand as a whole.
    """
    owners: dict[str, set[str]] = {}
    for slug, row in lexicon.rows.items():
        if "State" in row.types:
            for name in (row.label, *row.aliases, *row.demonyms):
                owners.setdefault(name, set()).add(slug)
    told = [(name, found.pop()) for name, found in owners.items() if len(found) == 1]
    longest_first = sorted(told, key=lambda pair: (-len(pair[0]), pair))
    return [(f" {name} ", slug) for name, slug in longest_first]


@cache
def load_known() -> Known:
    """Build the look-ups from the packaged lexicon."""
    return Known(load_lexicon())

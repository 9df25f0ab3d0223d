"""All names that are known beforehand, in one trie."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from ontology.iris import slugify

from ..claims import Thing
from ..errors import DataError
from ..reference import Row, load_reference
from .states import adjective, own_body
from .titles import described_post, known_post, normal_title
from .trie import Trie
from .words import atoms_of

ALIASES = Path(__file__).with_name("aliases.tsv")
MODELS = ("AircraftType", "WeaponType", "UncrewedSystemType")
KINDS = ("name", "adjective", "nationals", "seat", "ambiguous")
CAREFUL = ("AssetType", "AircraftType", "VesselType", "WeaponType", "Company", "Exercise")
CONTEXTS = ("", "alone", "apart", "inside", "state", "the")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing.

    Attributes:
        texts: Its atoms as written.
        thing: What it names; for a seat of government, the state.
        kind: ``name``, ``adjective``, ``nationals``, ``seat`` (a capital: a place, or in context
            its government), ``ambiguous`` (many have the name: never linked).
        state: Slug of the state that the thing belongs to.
        context: Where it holds: ``alone`` (no stranger's capital beside it), ``apart`` (that, and
            not after a comma, where it may be the region of a town), ``inside`` (alone, and not
            first in a sentence), ``state`` (after its state only), ``the`` (after "the" or "this"
            only), or anywhere.
    """

    texts: tuple[str, ...]
    thing: Thing
    kind: str = "name"
    state: str | None = None
    context: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Names, and the things that they name.

    Attributes:
        names: Trie of names over folded atoms.
        things: Things by slug.
        rows: Reference rows by slug.
    """

    names: Trie[Name]
    things: Mapping[str, Thing]
    rows: Mapping[str, Row]

    def post(self, title: str, state: str | None, article: str = "") -> Thing:
        """Give the post that a title names in a state: a reference row's, else a new one.

        Args:
            title: Title without its state, such as ``Minister of Defence``.
            state: Slug of the state, or None where the text does not tell.
            article: Slug of the article; needed where the state is None.
        """
        normal = normal_title(title)
        if state is None:
            return described_post(normal, None, article)
        slug = known_post(normal, state)
        return self.things[slug] if slug else described_post(normal, self.rows[state], article)

    def force(self, state: str, name: str) -> Thing:
        """Give a state's force by what it is, such as ``navy``: a reference row's, else a new one.

        Args:
            state: Slug of the state.
            name: Branch or formation, in any case, without the state's name.
        """
        if slug := own_body(state, name):
            return self.things[slug]
        words = " ".join(word.capitalize() for word in name.split())
        owner = adjective(self.rows[state])
        royal = "Royal " if words.startswith("Royal ") else ""
        label = f"{royal}{owner} {words.removeprefix('Royal ')}"
        return Thing(slugify(label), ("ArmedForce",), label)


def thing_of(row: Row) -> Thing:
    """Turn a reference row into a thing."""
    return Thing(row.slug, row.types, row.label, tuple(sorted(row.aliases)), "reference")


@cache
def load_lexicon(aliases: Path = ALIASES) -> Lexicon:
    """Build the lexicon from reference data and a table of further names.

    Args:
        aliases: Tab-separated: slug, type (of a thing that is no reference row), alias, kind and
            context; the first line is a header.

    Raises:
        DataError: When a line of the table is not well formed.
    """
    rows = load_reference().rows
    things = {slug: thing_of(row) for slug, row in rows.items()}
    listed = tuple(_listed(aliases, things))
    told = {(name.thing.slug, name.texts) for name in listed}
    given = (name for row in rows.values() for name in _row_names(row, things))
    names: Trie[Name] = Trie()
    for name in (*(n for n in given if (n.thing.slug, n.texts) not in told), *listed):
        keys = [key for _, key in atoms_of(" ".join(name.texts))]
        names.add(keys, name)
        if plural := _plural(name):
            names.add([key for _, key in atoms_of(" ".join(plural.texts))], plural)
    return Lexicon(names, things, rows)


def _plural(name: Name) -> Name | None:
    """Give the plural of a model of equipment ("Gripens"), None for other names."""
    last = name.texts[-1]
    if name.thing.types[0] not in MODELS or name.kind != "name" or not last[-1:].isalnum():
        return None
    return None if last.endswith("s") else replace(name, texts=(*name.texts[:-1], f"{last}s"))


def _texts(name: str) -> tuple[str, ...]:
    return tuple(text for text, _ in atoms_of(name.removeprefix("the ").removeprefix("The ")))


def _row_names(row: Row, things: Mapping[str, Thing]) -> Iterator[Name]:
    thing = things[row.slug]
    state = row.slug if "State" in row.types else row.state
    for text in (row.label, *row.aliases):
        yield Name(_texts(text), thing, state=state, context=_care(row, text))
    for text in row.demonyms:
        if text != row.label:
            yield Name(_texts(text), thing, "adjective", state)
    for text in row.nationals:
        if text != row.label and text not in row.demonyms:
            yield Name(_texts(text), thing, "nationals", state)
    if row.capital and row.capital != row.label:
        yield Name(_texts(row.capital), thing, "seat", state)


def _care(row: Row, text: str) -> str:
    """Ask for care with one plain word: it may be part of the name of a stranger."""
    plain = text.isalpha() and not text.isupper()
    return "alone" if plain and row.types[0] in CAREFUL else ""


def _listed(path: Path, things: dict[str, Thing]) -> Iterator[Name]:
    """Read the further names; a slug that is no row's is a thing of its own with a type."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, cells in enumerate(csv.reader(lines, delimiter="\t"), 1):
            if number > 1:
                yield _listed_name(f"{path.name}:{number}", cells, things)


def _listed_name(place: str, cells: list[str], things: dict[str, Thing]) -> Name:
    if len(cells) != 5:
        raise DataError(place, f"{len(cells)} cells; write slug, type, alias, kind and context")
    slug, type_, alias, kind, context = cells
    if kind not in KINDS or context not in CONTEXTS:
        raise DataError(place, f"kind {kind!r} is none of {KINDS} or context {context!r} unknown")
    if slug not in things:
        if not type_:
            raise DataError(place, f"{slug!r} is no reference row; give a type, or mend the slug")
        things[slug] = Thing(slug, (type_,), alias)
    thing = things[slug]
    row = load_reference().rows.get(slug)
    state = slug if "State" in thing.types else row.state if row else None
    return Name(_texts(alias), thing, kind, state, context)

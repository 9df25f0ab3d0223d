"""Rows of reference data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """What a scheme calls a state.

    Attributes:
        scheme: Local name of the datatype, such as ``IsoAlpha2``.
        text: The code, leading zeros kept.
    """

    scheme: str
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """The same thing in another data set.

    Attributes:
        predicate: ``owl:sameAs``, ``skos:exactMatch`` or ``skos:closeMatch``.
        iri: Its address there.
        source: Where the identifier was seen and how well it is supported, in words.
    """

    predicate: str
    iri: str
    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """A state or an entity of the reference data.

    Attributes:
        slug: Last part of its IRI.
        types: Ontology class names.
        label: English name.
        aliases: Other names.
        state: Slug of its state, for the linker only; None where it has none.
        demonyms: Adjectives of a state ("Norwegian"); empty for others.
        nationals: Nouns for its people ("Norwegians").
        capital: Name of a state's capital, else None.
        holds: Slug of the office that a person's row names, for the linker only.
        codes: What code lists call it; states only.
        links: The same thing elsewhere.
        position: Latitude and longitude as decimal degrees, WGS 84; None where unknown.
        un_member: Whether a state is a member of the United Nations; None for what is no state.
    """

    slug: str
    types: tuple[str, ...]
    label: str
    aliases: tuple[str, ...] = ()
    state: str | None = None
    demonyms: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    capital: str | None = None
    holds: str | None = None
    codes: tuple[Code, ...] = ()
    links: tuple[Link, ...] = ()
    position: tuple[str, str] | None = None
    un_member: bool | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """All rows by slug.

    Attributes:
        states: Rows of states.
        entities: Rows of everything else, capitals among them.
    """

    states: Mapping[str, Row]
    entities: Mapping[str, Row]

    @property
    def rows(self) -> dict[str, Row]:
        """Give states and entities together."""
        return {**self.states, **self.entities}

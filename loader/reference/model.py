"""Rows of reference data."""

from __future__ import annotations

from dataclasses import dataclass


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

"""Suggestions while a user types: things, classes, properties (section 6 of the specification)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ontology.fulltext import JOINING, fold
from ontology.iris import is_slug

from .. import search
from ..snapshots import Snapshot
from .answers import kinds_of, told_hit
from .schema import Schema, Term, local

PAGE, FARTHEST = 20, 500


def suggest_entities(
    snapshot: Snapshot, schema: Schema, prefix: str, cursor: int = 0, types: Iterable[str] = ()
) -> dict[str, Any]:
    """Suggest things whose names, or whose identifier, begin so.

    Args:
        snapshot: The data.
        schema: Its classes and properties.
        prefix: What was typed.
        cursor: How many suggestions to skip.
        types: Identifiers of classes of which a thing must have one; none for any.
    """
    wanted = {local(kind) for kind in types}
    first = min(max(cursor, 0), FARTHEST)
    hits = search.complete(
        snapshot.search, prefix, first + PAGE, lambda kinds: _fits(kinds, wanted)
    )
    named = search.find(snapshot.search, prefix) if is_slug(prefix) and not first else None
    if named and _fits(named.classes, wanted):
        hits = [named, *(hit for hit in hits if hit.slug != named.slug)]
    shown = hits[first:][:PAGE]
    return {"result": [told_hit(hit, schema) | {"notable": kinds_of(hit, schema)} for hit in shown]}


def suggest_types(schema: Schema, prefix: str, cursor: int = 0) -> dict[str, Any]:
    """Suggest classes whose label or identifier begins so, each with those directly above it."""
    found = _beginning(schema.classes.values(), prefix, cursor)
    return {"result": [_told(one) | {"broader": _broader(one, schema.classes)} for one in found]}


def suggest_properties(schema: Schema, prefix: str, cursor: int = 0) -> dict[str, Any]:
    """Suggest properties whose label or identifier begins so."""
    return {
        "result": [_told(one) for one in _beginning(schema.properties.values(), prefix, cursor)]
    }


def _broader(one: Term, table: Mapping[str, Term]) -> list[dict[str, str]]:
    return [_told(table[above]) for above in one.broader if above in table]


def _fits(kinds: frozenset[str], wanted: set[str]) -> bool:
    return not wanted.isdisjoint(kinds) if wanted else JOINING.isdisjoint(kinds)


def _beginning(terms: Iterable[Term], prefix: str, cursor: int) -> list[Term]:
    """List the terms of which a word begins so, those whose name does first."""
    typed = fold(prefix)
    found = [(place, one) for one in terms if (place := _place(one, typed, prefix)) >= 0]
    found.sort(key=lambda row: (row[0], row[1].id.startswith("^"), row[1].id))
    return [one for _, one in found][max(cursor, 0) :][:PAGE]


def _place(one: Term, typed: str, prefix: str) -> int:
    name, words = fold(one.name), f" {fold(one.name)}"
    if one.id == prefix or name == typed:
        return 0
    if name.startswith(typed) or one.id.lower().startswith(prefix.lower()):
        return 1
    return 2 if f" {typed}" in words else -1


def _told(one: Term) -> dict[str, str]:
    told = {"id": one.id, "name": one.name}
    return told | {"description": one.description} if one.description else told

"""What became of an address: kept, merged into another, withdrawn, or never given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pyoxigraph import DefaultGraph, Literal, NamedNode

from ontology.curies import term
from ontology.iris import is_slug

from .snapshots import Snapshot

TYPE, WHY = term("rdf:type"), term("rdfs:comment")
SAME_AS, DEPRECATED = term("owl:sameAs"), term("owl:deprecated")


class State(Enum):
    """What can become of a thing's address."""

    KEPT = "kept"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of one slug.

    Attributes:
        state: One of four.
        successor: Slug of the thing that it was merged into, else None.
        reason: Why it was withdrawn, or empty.
    """

    state: State
    successor: str | None = None
    reason: str = ""


def find_standing(snapshot: Snapshot, slug: str) -> Standing:
    """Tell what became of a slug, by the judgements in ``graph/curated``."""
    if not is_slug(slug):
        return Standing(State.UNKNOWN)
    thing, curated = snapshot.base.thing(slug), snapshot.base.graph("curated")
    if kept := _successor(snapshot, thing):
        return Standing(State.MERGED, kept)
    quads = snapshot.store.quads_for_pattern(thing, None, None, curated)
    values = {quad.predicate: quad.object for quad in quads}
    if isinstance(gone := values.get(DEPRECATED), Literal) and gone.value in ("true", "1"):
        why = values.get(WHY)
        return Standing(State.WITHDRAWN, reason=why.value if isinstance(why, Literal) else "")
    return Standing(State.KEPT if is_known(snapshot, thing) else State.UNKNOWN)


def _successor(snapshot: Snapshot, thing: NamedNode) -> str | None:
    """Give the slug that took a thing's place: of names judged the same, the one described."""
    store, curated = snapshot.store, snapshot.base.graph("curated")
    same = [quad.object for quad in store.quads_for_pattern(thing, SAME_AS, None, curated)]
    same += [quad.subject for quad in store.quads_for_pattern(None, SAME_AS, thing, curated)]
    if not same or _is_described(snapshot, thing):
        return None
    kept = [other for other in same if isinstance(other, NamedNode)]
    return next((slug_of(snapshot, one) for one in kept if _is_described(snapshot, one)), None)


def _is_described(snapshot: Snapshot, thing: NamedNode) -> bool:
    types = snapshot.store.quads_for_pattern(thing, TYPE, None, DefaultGraph())
    return next(types, None) is not None


def is_known(snapshot: Snapshot, iri: NamedNode) -> bool:
    """Tell whether any graph says something of an IRI."""
    patterns = ((iri, None, None), (None, None, iri), (None, iri, None))
    found = (snapshot.store.quads_for_pattern(*pattern) for pattern in patterns)
    return any(next(quads, None) is not None for quads in found)


def slug_of(snapshot: Snapshot, term: object) -> str | None:
    """Give the slug of a thing under the base, or None for any other term."""
    path = snapshot.base.path(term.value) if isinstance(term, NamedNode) else None
    slug = path.removeprefix("id/") if path and path.startswith("id/") else ""
    return slug if is_slug(slug) else None

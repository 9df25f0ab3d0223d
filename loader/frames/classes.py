"""The class tree of the ontology, as the loader needs it: is this a kind of that?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Store

from ontology.curies import term
from ontology.files import vocabulary_text

_NS = term("").value


@cache
def _vocabulary() -> Store:
    store = Store()
    store.load(vocabulary_text().encode(), format=RdfFormat.TURTLE)
    return store


def _local(node: object) -> str:
    return node.value.removeprefix(_NS) if isinstance(node, NamedNode) else ""


@cache
def kinds_of(name: str) -> frozenset[str]:
    """Give the class and everything above it, by local name."""
    above = {
        kind
        for quad in _vocabulary().quads_for_pattern(term(name), term("rdfs:subClassOf"), None, None)
        for kind in kinds_of(_local(quad.object))
    }
    return frozenset({name, *above})


@cache
def known_terms() -> frozenset[str]:
    """Give the local names of all terms of the ontology."""
    quads = _vocabulary().quads_for_pattern(None, term("rdf:type"), None, None)
    return frozenset(_local(quad.subject) for quad in quads if _NS in str(quad.subject))


def is_kind(types: Iterable[str], wanted: Iterable[str]) -> bool:
    """Tell whether one of the types is, or is under, one of the wanted classes."""
    return not _under(tuple(wanted)).isdisjoint(types)


@cache
def _under(wanted: tuple[str, ...]) -> frozenset[str]:
    """Give the classes and everything below them."""
    names = {*known_terms(), *wanted}
    return frozenset(name for name in names if not kinds_of(name).isdisjoint(wanted))


def most_specific(types: Iterable[str]) -> tuple[str, ...]:
    """Leave out classes that lie above another one; sorted."""
    given = set(types)
    above = {kind for name in given for kind in kinds_of(name) if kind != name}
    return tuple(sorted(given - above))

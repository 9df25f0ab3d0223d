"""The names of things as a dataset has them, for the full text beside the store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from . import NAMESPACE
from .curies import term
from .facets import Source, write_facets
from .fulltext import Named, write
from .iris import Base

A, LABEL, ALT_LABEL = term("rdf:type"), term("rdfs:label"), term("skos:altLabel")


def write_search(store: Source, base: Base, path: Path) -> int:
    """Write the full text over the names of things, and what they can be chosen by.

    Returns:
        How many things it holds.
    """
    number = write(path, named_things(store, base))
    write_facets(store, base, path)
    return number


def named_things(store: Source, base: Base) -> Iterator[Named]:
    """Give each thing that has a label, sorted by slug."""
    others, links = _texts(store, ALT_LABEL), _links(store, base)
    every = _classes(store.quads_for_pattern(None, A, None, DefaultGraph()))
    inferred = _classes(store.quads_for_pattern(None, A, None, base.graph("inferred")))
    for subject, labels in sorted(_texts(store, LABEL).items()):
        path = base.path(subject) or ""
        if path.startswith("id/"):
            classes = every.get(subject, set())
            yield Named(
                slug=path.removeprefix("id/"),
                label=labels[0],
                names=tuple(others.get(subject, ())),
                kinds=tuple(sorted(classes - inferred.get(subject, set()))),
                classes=tuple(sorted(classes)),
                links=links[subject],
            )


def _texts(store: Source, predicate: NamedNode) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, predicate, None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            found[quad.subject.value].append(quad.object.value)
    return {subject: sorted(texts) for subject, texts in found.items()}


def _classes(quads: Iterator[Quad]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        kind = quad.object.value if isinstance(quad.object, NamedNode) else ""
        if isinstance(quad.subject, NamedNode) and kind.startswith(NAMESPACE):
            found[quad.subject.value].add(kind.removeprefix(NAMESPACE))
    return found


def _links(store: Source, base: Base) -> Counter[str]:
    things = f"{base.iri}id/"
    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    objects = (quad.object.value for quad in quads if isinstance(quad.object, NamedNode))
    return Counter(iri for iri in objects if iri.startswith(things))

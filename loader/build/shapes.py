"""SHACL: what one article publishes, held against the ontology's shapes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pyoxigraph import DefaultGraph, RdfFormat, Triple, parse

from ontology.files import SHAPES, vocabulary_text
from ontology.iris import Base
from ontology.shacl import Classes, Index, Result, Shapes, compile_shapes

from ..articles.model import Article
from ..claims import Reading
from .naming import Names
from .quads import reading_quads
from .vocabulary import LABEL, A, english, term


def violations(reading: Reading, article: Article, base: Base) -> tuple[Result, ...]:
    """Give what is wrong with an article's graphs, sorted; empty when they fit the shapes.

    The graph that is checked holds what the article's own graph and its claims' graphs do, and
    type and label of the reference things that it speaks of.
    """
    shapes, classes = _compiled()
    return shapes.results(Index(_triples(reading, article, base), classes))


@cache
def _compiled() -> tuple[Shapes, Classes]:
    vocabulary = parse(vocabulary_text(), format=RdfFormat.TURTLE)
    return compile_shapes(SHAPES.read_bytes()), Classes.of(quad.triple for quad in vocabulary)


def _triples(reading: Reading, article: Article, base: Base) -> Iterator[Triple]:
    """Give the triples of the named graphs, which hold all that the default graph does."""
    default = DefaultGraph()
    for quad in reading_quads(reading, article, base):
        if quad.graph_name != default:
            yield quad.triple
    yield from _known(reading, base)


def _known(reading: Reading, base: Base) -> Iterator[Triple]:
    names = Names(reading, base)
    for thing in reading.things.values():
        if thing.origin == "reference":
            yield Triple(names.thing(thing.slug), LABEL, english(thing.label))
            for name in thing.types:
                yield Triple(names.thing(thing.slug), A, term(name))

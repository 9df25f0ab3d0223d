"""SHACL: what one article publishes, held against the ontology's shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import rdflib
from pyoxigraph import RdfFormat, Triple, serialize
from pyshacl import validate
from rdflib.namespace import RDF, RDFS, SH, SKOS

from ontology.files import SHAPES, vocabulary_text
from ontology.iris import Base

from ..articles.model import Article
from ..claims import Reading
from .naming import Names
from .quads import reading_quads
from .vocabulary import LABEL, A, english, term

# What shapes look up in the vocabulary; the rest would only be copied for every article.
DISJOINT = tuple(
    rdflib.URIRef(f"https://w3id.org/entente/shapes#{name}")
    for name in ("Disjoint", "DisjointAsset", "DisjointPlace")
)
USED = (RDF.type, RDFS.subClassOf, SKOS.inScheme, SKOS.broader)


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What a shape found.

    Attributes:
        message: What the data should be like.
        focus: IRI of the node that is not so.
        path: IRI of the property that is wrong or missing, or empty.
        value: The value that is wrong, an IRI or the text of a literal; empty where none is.
    """

    message: str
    focus: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        where = " ".join(part for part in (self.focus, self.path, self.value) if part)
        return f"{self.message} ({where})"


def violations(reading: Reading, article: Article, base: Base) -> tuple[Violation, ...]:
    """Give what is wrong with an article's graphs, sorted; empty when they fit the shapes.

    The graph that is checked holds what the article's own graph and its claims' graphs do, and
    type and label of the reference things that it speaks of.
    """
    graph = _graph(reading, article, base)
    typed = Counter(graph.subjects(RDF.type))
    shapes, vocabulary = _shapes(several=max(typed.values(), default=0) > 1)
    conforms, results, _ = validate(
        graph, shacl_graph=shapes, ont_graph=vocabulary, inference="none"
    )
    return () if conforms else tuple(sorted(_violations(results)))


@cache
def _shapes(*, several: bool) -> tuple[rdflib.Graph, rdflib.Graph]:
    """Give the shapes and what they look up; those on classes that exclude each other are slow.

    Args:
        several: Whether something is of several classes: else no two of them exclude each other.
    """
    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    for shape in () if several else DISJOINT:
        shapes.remove((shape, SH.targetClass, None))
    vocabulary = rdflib.Graph().parse(data=vocabulary_text(), format="turtle")
    tree = rdflib.Graph()
    for triple in vocabulary:
        if triple[1] in USED:
            tree.add(triple)
    return shapes, tree


def _graph(reading: Reading, article: Article, base: Base) -> rdflib.Graph:
    triples = {quad.triple for quad in reading_quads(reading, article, base)}
    triples.update(_known(reading, base))
    data = serialize(triples, format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=data, format="nt")


def _known(reading: Reading, base: Base) -> Iterator[Triple]:
    names = Names(reading, base)
    for thing in reading.things.values():
        if thing.origin == "reference":
            yield Triple(names.thing(thing.slug), LABEL, english(thing.label))
            for name in thing.types:
                yield Triple(names.thing(thing.slug), A, term(name))


def _violations(results: rdflib.Graph) -> Iterator[Violation]:
    for result in results.subjects(RDF.type, SH.ValidationResult):
        yield Violation(
            message=str(results.value(result, SH.resultMessage) or ""),
            focus=str(results.value(result, SH.focusNode) or ""),
            path=_iri(results.value(result, SH.resultPath)),
            value=str(results.value(result, SH.value) or ""),
        )


def _iri(path: object) -> str:
    """Give a property's IRI; a path of several steps has none."""
    return str(path) if isinstance(path, rdflib.URIRef) else ""

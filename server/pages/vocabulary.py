"""The ontology's page, as values: classes as a tree, properties, code lists, with live counts."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT
from ontology.curies import term

from .graph import LABEL, SUBCLASS, TYPE, Graph, local
from .model import Link
from .words import counted, wordings

DEFINITION, EXAMPLE = term("skos:definition"), term("skos:example")
SCOPE, SCHEME = term("skos:scopeNote"), term("skos:inScheme")
_KINDS = {"ObjectProperty": "to a thing", "DatatypeProperty": "to a value"}
_OF = (("rdfs:domain", "Of"), ("schema:domainIncludes", "Of"),
       ("rdfs:range", "To"), ("schema:rangeIncludes", "To"),
       ("rdfs:subClassOf", "Narrower than"), ("rdfs:subPropertyOf", "Narrower than"),
       ("skos:broader", "Narrower than"), ("owl:disjointWith", "Never also"))  # fmt: skip

_USES = f'?s ?p ?x . ?x a <{term("skos:Concept").value}> FILTER(STRSTARTS(STR(?p), "{ENT}"))'


@dataclass(frozen=True, slots=True)
class TermView:
    """One term of the ontology.

    Attributes:
        name: Local name, and its anchor on the page.
        iri: Its IRI.
        label: What it is called.
        definition: One sentence.
        examples: Examples as the ontology gives them.
        scope: When to use it; None when the ontology says no more.
        reads: How a property reads in both directions; None for other terms.
        facets: ``(word, links)``: what it is of, what it leads to, what is broader.
        count: How often the data has it.
        unit: What the count counts.
    """

    name: str
    iri: str
    label: str
    definition: str
    examples: tuple[str, ...]
    scope: str | None
    reads: tuple[str, str] | None
    facets: tuple[tuple[str, tuple[Link, ...]], ...]
    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A class in the tree, with the classes below it."""

    term: TermView
    below: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """A code list: what it is for, and its codes."""

    scheme: TermView
    codes: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class VocabularyView:
    """All that the ontology's page shows."""

    iri: str
    title: str
    description: str
    version: str
    tree: tuple[Branch, ...]
    classes: tuple[TermView, ...]
    properties: tuple[tuple[str, tuple[TermView, ...]], ...]
    lists: tuple[Codes, ...]
    datatypes: tuple[TermView, ...]


def vocabulary_view(graph: Graph) -> VocabularyView:
    """Make the view of the ontology that the snapshot was built with."""
    ontology = NamedNode(ENT.rstrip("#"))
    classes = _terms(graph, "owl:Class")
    by_iri = {term.iri: term for term in classes}
    return VocabularyView(
        iri=ontology.value,
        title=graph.text(ontology, term("dcterms:title")) or "The ontology",
        description=graph.text(ontology, term("dcterms:description")) or "",
        version=graph.text(ontology, term("owl:versionInfo")) or "",
        tree=_branches(graph, by_iri, None),
        classes=classes,
        properties=tuple((words, _terms(graph, f"owl:{name}")) for name, words in _KINDS.items()),
        lists=tuple(_codes(graph, scheme) for scheme in _terms(graph, "skos:ConceptScheme")),
        datatypes=_terms(graph, "rdfs:Datatype"),
    )


def _terms(graph: Graph, kind: str) -> tuple[TermView, ...]:
    nodes = graph.subjects(TYPE, term(kind))
    ours = [node for node in nodes if node.value.startswith(ENT)]
    return tuple(term_view(graph, node) for node in sorted(ours, key=lambda n: n.value.lower()))


def term_view(graph: Graph, node: NamedNode) -> TermView:
    """Make the view of one term."""
    name = local(node.value)
    words = wordings().get(name)
    count, unit = _count(graph, node)
    return TermView(
        name=name,
        iri=node.value,
        label=graph.text(node, LABEL) or name,
        definition=graph.text(node, DEFINITION) or "",
        examples=tuple(term.value for term in graph.objects(node, EXAMPLE)),
        scope=graph.text(node, SCOPE),
        reads=(words.forward, words.inverse) if words else None,
        facets=_facets(graph, node),
        count=count,
        unit=unit,
    )


def _count(graph: Graph, node: NamedNode) -> tuple[int, str]:
    """Count a class's things, a property's triples or a code's uses in the default graph."""
    kinds = {local(term.value) for term in graph.objects(node, TYPE)}
    if "Class" in kinds:
        number = graph.tally("?s a ?x").get(node, 0)
        return number, counted(number, "thing")
    if kinds & set(_KINDS):
        number = graph.tally("?s ?x ?o").get(node, 0)
        return number, counted(number, "triple")
    if "Concept" not in kinds:
        return 0, ""
    number = graph.tally(_USES).get(node, 0)
    return number, counted(number, "use")


def _facets(graph: Graph, node: NamedNode) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    found: dict[str, list[Link]] = {}
    for predicate, word in _OF:
        for other in graph.objects(node, term(predicate)):
            if isinstance(other, NamedNode):
                found.setdefault(word, []).append(_term_link(graph, other))
    return tuple((word, tuple(dict.fromkeys(links))) for word, links in found.items())


def _term_link(graph: Graph, term: NamedNode) -> Link:
    if term.value.startswith(ENT):
        return graph.link(term)
    return Link(local(term.value))


def _branches(
    graph: Graph, terms: dict[str, TermView], above: NamedNode | None
) -> tuple[Branch, ...]:
    if above is None:
        nodes = [NamedNode(iri) for iri in terms if not graph.above(iri) & terms.keys()]
    else:
        nodes = [node for node in graph.subjects(SUBCLASS, above) if node.value in terms]
    return tuple(Branch(terms[node.value], _branches(graph, terms, node)) for node in nodes)


def _codes(graph: Graph, scheme: TermView) -> Codes:
    nodes = graph.subjects(SCHEME, NamedNode(scheme.iri))
    return Codes(scheme, tuple(term_view(graph, node) for node in nodes))

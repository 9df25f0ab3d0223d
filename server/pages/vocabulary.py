"""The ontology's page, as values: classes as a tree, properties, code lists, with live counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT
from ontology.curies import term

from .. import plots
from .alignments import Aligned, alignments
from .explore import KINDS, ROOTS
from .graph import Graph, local
from .lexicon import Lexicon, read_lexicon
from .model import Link
from .specimens import Specimen, specimens
from .term_words import leads, query_of
from .words import STAGES, counted, wordings

PROPERTIES = {"owl:ObjectProperty": "to a thing", "owl:DatatypeProperty": "to a value"}
BROADER = ("rdfs:subClassOf", "rdfs:subPropertyOf", "skos:broader")
_USES = f'?s ?p ?x . ?x a <{term("skos:Concept").value}> FILTER(STRSTARTS(STR(?p), "{ENT}"))'
_AT_STAGE = """SELECT ?x (COUNT(DISTINCT ?s) AS ?n) {{
  {{ ?s ent:currentStatus ?x }} UNION {{ ?s ent:currentStatus/{broader} ?x }}
  ?s {label} ?name . VALUES ?root {{ {roots} }} ?s a ?root
}} GROUP BY ?x"""

Facets = tuple[tuple[str, tuple[Link, ...]], ...]


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
        leads: What a property leads from and to, in words; empty for other terms.
        facets: ``(word, links)``: what is broader, narrower, never the same.
        aligned: The same for terms of other vocabularies.
        count: How often the data has it.
        unit: What the count counts.
        href: Where those that are counted can be browsed; empty when nowhere.
        query: SPARQL that lists its uses; empty for what none would find.
        specimens: Sentences that use it.
    """

    name: str
    iri: str
    label: str
    definition: str
    examples: tuple[str, ...]
    scope: str | None
    reads: tuple[str, str] | None
    leads: Facets
    facets: Facets
    aligned: Aligned
    count: int
    unit: str
    href: str
    query: str
    specimens: tuple[Specimen, ...]


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

    @property
    def twigs(self) -> tuple[plots.Twig, ...]:
        """The tree as its picture wants it."""
        return tuple(map(_twig, self.tree))


@dataclass(frozen=True, slots=True)
class Read:
    """All that is read for the page: the ontology, counts by term, sentences by local name."""

    lexicon: Lexicon
    things: Mapping[NamedNode, int]
    triples: Mapping[NamedNode, int]
    uses: Mapping[NamedNode, int]
    stages: Mapping[NamedNode, int]
    sentences: Mapping[str, tuple[Specimen, ...]]


def vocabulary_view(graph: Graph) -> VocabularyView:
    """Make the view of the ontology that the snapshot was built with."""
    read, ontology = _read(graph), NamedNode(ENT.rstrip("#"))
    words, classes = read.lexicon, _terms(read, "owl:Class")
    schemes = _terms(read, "skos:ConceptScheme")
    return VocabularyView(
        iri=ontology.value,
        title=words.text(ontology, "dcterms:title") or "The ontology",
        description=words.text(ontology, "dcterms:description") or "",
        version=words.text(ontology, "owl:versionInfo") or "",
        tree=_branches(words, {one.iri: one for one in classes}, None),
        classes=classes,
        properties=tuple((end, _terms(read, kind)) for kind, end in PROPERTIES.items()),
        lists=tuple(_codes(read, scheme) for scheme in schemes),
        datatypes=_terms(read, "rdfs:Datatype"),
    )


def _read(graph: Graph) -> Read:
    roots = " ".join(f"ent:{name}" for name in ROOTS)
    text = _AT_STAGE.format(roots=roots, broader=term("skos:broader"), label=term("rdfs:label"))
    return Read(
        lexicon=read_lexicon(graph),
        things=graph.tally("?s a ?x"),
        triples=graph.tally("?s ?x ?o"),
        uses=graph.tally(_USES),
        stages={row["x"]: int(row["n"].value) for row in graph.select(text)},
        sentences=specimens(graph),
    )


def _terms(read: Read, kind: str) -> tuple[TermView, ...]:
    nodes = read.lexicon.subjects("rdf:type", term(kind))
    return tuple(_term_view(read, node) for node in nodes)


def _term_view(read: Read, node: NamedNode) -> TermView:
    name, lexicon = local(node.value), read.lexicon
    reads = wordings().get(name)
    count, unit, href = _count(read, node)
    return TermView(
        name=name,
        iri=node.value,
        label=lexicon.label(node),
        definition=lexicon.text(node, "skos:definition") or "",
        examples=tuple(one.value for one in lexicon.objects(node, "skos:example")),
        scope=lexicon.text(node, "skos:scopeNote"),
        reads=(reads.forward, reads.inverse) if reads else None,
        leads=leads(lexicon, node) if lexicon.is_a(node, *PROPERTIES) else (),
        facets=_facets(lexicon, node),
        aligned=alignments().get(name, ()),
        count=count,
        unit=unit,
        href=href if count else "",
        query=query_of(lexicon, node),
        specimens=read.sentences.get(name, ()),
    )


def _count(read: Read, node: NamedNode) -> tuple[int, str, str]:
    """Count a class's things, a property's triples, things at a stage or a code's uses."""
    name, is_a = local(node.value), read.lexicon.is_a
    if is_a(node, "owl:Class"):
        number = read.things.get(node, 0)
        return number, counted(number, "thing"), f"explore?class={name}" if name in KINDS else ""
    if is_a(node, *PROPERTIES):
        number = read.triples.get(node, 0)
        return number, counted(number, "triple"), ""
    if name in STAGES or name in ("Real", "Intended"):
        number = read.stages.get(node, 0)
        return number, counted(number, "thing"), f"explore?status={name}"
    if is_a(node, "skos:Concept"):
        number = read.uses.get(node, 0)
        return number, counted(number, "use"), ""
    return 0, "", ""


def _facets(lexicon: Lexicon, node: NamedNode) -> Facets:
    broader = [one for one in lexicon.nodes(node, *BROADER) if one != node]
    narrower = [one for name in BROADER for one in lexicon.subjects(name, node) if one != node]
    apart = lexicon.nodes(node, "owl:disjointWith")
    rows = (("A kind of", broader), ("Kinds of it", narrower), ("Never also", apart))
    return tuple((word, _links(lexicon, nodes)) for word, nodes in rows if nodes)


def _links(lexicon: Lexicon, nodes: list[NamedNode]) -> tuple[Link, ...]:
    ours = (node for node in dict.fromkeys(nodes) if node.value.startswith(ENT))
    return tuple(Link(lexicon.label(node), f"ontology#{local(node.value)}") for node in ours)


def _branches(
    lexicon: Lexicon, terms: Mapping[str, TermView], above: NamedNode | None
) -> tuple[Branch, ...]:
    if above is None:
        every = [NamedNode(iri) for iri in terms]
        nodes = [
            node
            for node in every
            if not {one.value for one in lexicon.nodes(node, "rdfs:subClassOf")} & terms.keys()
        ]
    else:
        below = lexicon.subjects("rdfs:subClassOf", above)
        nodes = [node for node in below if node.value in terms and node != above]
    return tuple(Branch(terms[node.value], _branches(lexicon, terms, node)) for node in nodes)


def _codes(read: Read, scheme: TermView) -> Codes:
    nodes = read.lexicon.subjects("skos:inScheme", NamedNode(scheme.iri))
    return Codes(scheme, tuple(_term_view(read, node) for node in nodes))


def _twig(branch: Branch) -> plots.Twig:
    one = branch.term
    return plots.Twig(one.label, f"#{one.name}", one.count, tuple(map(_twig, branch.below)))

"""Pages of what makes claims (rules, curators) and of the dataset's own graphs, as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from ontology.curies import term

from .evidence import evidence_for, together
from .graph import LABEL, TYPE, Graph, Term, local
from .model import Evidence, Link
from .words import split_words

GENERATED, ATTRIBUTED = term("prov:wasGeneratedBy"), term("prov:wasAttributedTo")
MOST_SHOWN = 20
KINDS = {"rule": "Rule", "curator": "Curator", "graph": "Graph"}
GRAPHS = {
    "reference": "Types, names, codes and links of states and other things, from reference data.",
    "ontology": "The terms that all of the data is written in, with their axioms.",
    "curated": "Judgements of a person on which names mean the same thing.",
    "inferred": "Facts that follow from stated ones by the rules of the ontology. "
    "No sentence states them in so many words.",
    "meta": "The description of this dataset, and of what made its claims.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A triple of a graph, with the anchor that its subject's address leads to.

    Attributes:
        links: Subject, property and value.
        anchor: Fragment of the subject, in the first row that has it; else empty.
    """

    links: tuple[Link, Link, Link]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ResourceView:
    """All that such a page shows.

    Attributes:
        path: Its own address, without the first slash.
        kind: Rule, Curator or Graph.
        name: What it is called.
        about: What it is for.
        facts: ``(property, values)`` of what the data says of it.
        made: How many claims it made.
        claims: Some of these, with their sentences.
        triples: Number of triples of a graph, else 0.
        shown: Some of the triples of a graph; of its description of itself all.
    """

    path: str
    kind: str
    name: str
    about: str
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    made: int
    claims: tuple[Evidence, ...]
    triples: int
    shown: tuple[Row, ...]


def resource_view(graph: Graph, node: NamedNode) -> ResourceView | None:
    """Make the view of a rule, a curator or a graph; None when the data knows none of that name."""
    path = graph.base.path(node.value) or ""
    kind, _, name = path.partition("/")
    made = [one for by in (GENERATED, ATTRIBUTED) for one in graph.subjects(by, node)]
    triples = sorted(graph.quads(graph=node), key=str) if kind == "graph" else []
    if kind not in KINDS or not (made or triples or name in GRAPHS or any(graph.quads(node))):
        return None
    evidence = (evidence_for(graph, claim, ()) for claim in made[:MOST_SHOWN])
    return ResourceView(
        path=path,
        kind=KINDS[kind],
        name=graph.text(node, LABEL) or split_words(name).replace("-", " "),
        about=GRAPHS.get(name, "") if kind == "graph" else "",
        facts=tuple(_facts(graph, node)),
        made=len(made),
        claims=together(one for one in evidence if one),
        triples=len(triples),
        shown=tuple(_rows(graph, triples if name == "meta" else triples[:MOST_SHOWN])),
    )


def _facts(graph: Graph, node: NamedNode) -> Iterable[tuple[str, tuple[Link, ...]]]:
    found: dict[str, list[Link]] = {}
    for quad in sorted(graph.quads(node), key=str):
        if quad.predicate not in (LABEL, TYPE):
            name = split_words(local(quad.predicate.value))
            found.setdefault(name, []).append(_link(graph, quad.object))
    return [(name, tuple(dict.fromkeys(links))) for name, links in found.items()]


def _link(graph: Graph, term: Term | object) -> Link:
    if isinstance(term, NamedNode):
        return graph.link(term)
    return Link(str(getattr(term, "value", term)))


def _rows(graph: Graph, triples: Iterable[Quad]) -> Iterable[Row]:
    seen: set[str] = set()
    for quad in triples:
        subject = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        anchor = subject.partition("#")[2] if subject not in seen else ""
        seen.add(subject)
        yield Row(_triple(graph, quad), anchor if graph.base.path(subject) else "")


def _triple(graph: Graph, quad: Quad) -> tuple[Link, Link, Link]:
    parts = (getattr(quad, name) for name in ("subject", "predicate", "object"))
    first, second, third = (_link(graph, part) for part in parts)
    return first, second, third

"""Reads many things at once: a page costs a handful of queries, however many facts it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad, QuerySolution

from ontology.curies import term

from .graph import LABEL, TYPE, Graph, Term, ent, in_order, known

AT_ONCE = 300
"""Things named in one query. A list of properties beside it would make engines scan: each
property is a branch of its own, so that both ends of the index are known."""
OF_THINGS = (TYPE, LABEL, ent("status"), ent("currentStatus"))
OF_CLAIMS = (
    *(ent(name) for name in ("inPassage", "modality", "attributedTo", "cue", "dateBasis")),
    *(term(name) for name in ("prov:wasGeneratedBy", "prov:wasAttributedTo")),
)
OF_PASSAGES = tuple(ent(name) for name in ("inArticle", "text", "repairedText", "contentHash"))
OF_ARTICLES = (
    *(ent(name) for name in ("published", "approximate", "dateBasis", "countsAs")),
    *(term(name) for name in ("dcterms:title", "dcterms:publisher", "dcterms:source")),
    *(term("dcterms:rights"), LABEL),
)


FOLDED = tuple(ent(name) for name in ("Participation", "Tenure", "Figure"))
"""Classes of nodes that fold into facts about what they join."""
MOST_CLAIMS = 2000


def claims_naming(graph: Graph, thing: NamedNode, most: int = MOST_CLAIMS) -> list[NamedNode]:
    """List the claims that name a thing, or a node that folds into a fact about it, sorted.

    One more than ``most`` are given where there are more.
    """
    ends = f"{{ GRAPH ?g {{ {thing} ?a ?node }} }} UNION {{ GRAPH ?g {{ ?node ?a {thing} }} }}"
    kinds = ", ".join(map(str, FOLDED))
    folded = f"GRAPH ?h {{ ?node a ?kind }} FILTER(?kind IN ({kinds}))"
    rows = graph.select(f"SELECT DISTINCT ?node {{ {ends} {folded} }}")
    nodes = {row["node"] for row in rows if isinstance(row["node"], NamedNode)}
    claims: set[NamedNode] = set()
    for some in _parts(in_order(nodes | {thing})):
        values = f"VALUES ?one {{ {_listed(some)} }}"
        ends = "{ GRAPH ?c { ?one ?p ?o } } UNION { GRAPH ?c { ?s ?p ?one } }"
        named = f'{values} {ends} FILTER(CONTAINS(STR(?c), "#claim-"))'
        found = graph.select(f"SELECT DISTINCT ?c {{ {named} }} ORDER BY ?c LIMIT {most + 1}")
        claims |= {row["c"] for row in found}
    return in_order(claims)[: most + 1]


def number_naming(graph: Graph, thing: NamedNode) -> int:
    """Count the claims that name a thing itself."""
    ends = f"{{ GRAPH ?c {{ {thing} ?p ?o }} }} UNION {{ GRAPH ?c {{ ?s ?p {thing} }} }}"
    text = f'SELECT (COUNT(DISTINCT ?c) AS ?n) {{ {ends} FILTER(CONTAINS(STR(?c), "#claim-")) }}'
    (row,) = graph.select(text)
    return int(row["n"].value)


def read_objects(graph: Graph, subjects: Iterable[NamedNode], by: Sequence[NamedNode]) -> None:
    """Hold what the default graph says of things by some properties."""
    held = graph.held.objects
    new = [one for one in in_order(subjects) if any((one, name) not in held for name in by)]
    found: dict[tuple[NamedNode, NamedNode], set[Term]]
    found = {(one, name): set() for one in new for name in by}
    for some in _parts(new):
        for row in _by_each(graph, some, by, "?one {name} ?other"):
            if value := known(row["other"]):
                found[row["one"], row["by"]].add(value)
    held |= {key: sorted(terms, key=str) for key, terms in found.items()}


def read_subjects(graph: Graph, by: Sequence[NamedNode], values: Iterable[NamedNode]) -> None:
    """Hold which subjects the default graph has with some values of some properties."""
    held = graph.held.subjects
    new = [one for one in in_order(values) if any((name, one) not in held for name in by)]
    found: dict[tuple[NamedNode, Term], set[NamedNode]]
    found = {(name, one): set() for one in new for name in by}
    for some in _parts(new):
        for row in _by_each(graph, some, by, "?other {name} ?one"):
            if isinstance(row["other"], NamedNode):
                found[row["by"], row["one"]].add(row["other"])
    held |= {key: in_order(nodes) for key, nodes in found.items()}


def read_claims(graph: Graph, claims: Iterable[NamedNode]) -> None:
    """Hold all that pages need of claims: what they state, and where, and of what that speaks."""
    every = in_order(claims)
    read_stated(graph, every)
    read_objects(graph, every, OF_CLAIMS)
    passages = _ends(graph, every, ent("inPassage"))
    read_objects(graph, passages, OF_PASSAGES)
    read_objects(graph, _ends(graph, passages, ent("inArticle")), OF_ARTICLES)
    read_mentions(graph, passages)
    makers = _ends(graph, every, *OF_CLAIMS)
    stated = (quad for claim in every for quad in graph.claim_triples(claim))
    things = {end for quad in stated for end in (quad.subject, quad.object)}
    named = [one for one in things | makers if isinstance(one, NamedNode)]
    read_objects(graph, named, OF_THINGS)
    read_quotations(graph, named)


def read_passages(graph: Graph, nodes: Iterable[NamedNode]) -> None:
    """Hold the passages of an article among its nodes, and the claims read in them."""
    passages = [node for node in nodes if "#char=" in node.value]
    read_subjects(graph, [ent("inPassage")], passages)
    inside = (one for passage in passages for one in graph.subjects(ent("inPassage"), passage))
    read_objects(graph, passages, OF_PASSAGES)
    read_claims(graph, [one for one in inside if graph.is_claim(one)])


def read_stated(graph: Graph, claims: Sequence[NamedNode]) -> None:
    """Hold what claims state."""
    held = graph.held.stated
    found: dict[NamedNode, list[Quad]] = {one: [] for one in claims if one not in held}
    for some in _parts(list(found)):
        text = f"SELECT ?c ?s ?p ?o {{ VALUES ?c {{ {_listed(some)} }} GRAPH ?c {{ ?s ?p ?o }} }}"
        for row in graph.select(text):
            found[row["c"]].append(Quad(row["s"], row["p"], row["o"], row["c"]))
    held |= {claim: sorted(quads, key=str) for claim, quads in found.items()}


def read_mentions(graph: Graph, passages: Iterable[NamedNode]) -> None:
    """Hold which names stand in passages, and what they mean; articles' own graphs say so."""
    found: dict[NamedNode, set[tuple[NamedNode, NamedNode]]]
    found = {one: set() for one in in_order(passages) if one not in graph.held.named}
    for some in _parts(list(found)):
        said = "GRAPH ?a { ?name ent:inPassage ?one ; ent:refersTo ?thing }"
        text = f"SELECT ?one ?name ?thing {{ VALUES ?one {{ {_listed(some)} }} {said} }}"
        for row in graph.select(text):
            found[row["one"]].add((row["name"], row["thing"]))
    graph.held.named |= {one: sorted(pairs, key=str) for one, pairs in found.items()}
    things = {thing for pairs in found.values() for _, thing in pairs}
    read_objects(graph, things, OF_THINGS)


def read_quotations(graph: Graph, nodes: Iterable[NamedNode]) -> None:
    """Hold the words of those nodes that are quotations, and of the passages they stand in."""
    quotations = [node for node in nodes if "#quote=" in node.value]
    read_objects(graph, quotations, [ent("text"), ent("inPassage")])
    passages = _ends(graph, quotations, ent("inPassage"))
    read_objects(graph, passages, OF_PASSAGES)
    articles = {NamedNode(node.value.partition("#")[0]) for node in quotations}
    read_objects(graph, articles, OF_ARTICLES)


def _by_each(
    graph: Graph, some: Sequence[NamedNode], by: Sequence[NamedNode], said: str
) -> Iterator[QuerySolution]:
    values = f"VALUES ?one {{ {_listed(some)} }}"
    parts = (f"{{ {values} {said.format(name=name)} BIND({name} AS ?by) }}" for name in by)
    return graph.select(f"SELECT ?one ?by ?other {{ {' UNION '.join(parts)} }}")


def _ends(graph: Graph, subjects: Iterable[NamedNode], *by: NamedNode) -> set[NamedNode]:
    found = {value for one in subjects for name in by for value in graph.objects(one, name)}
    return {value for value in found if isinstance(value, NamedNode)}


def _listed(nodes: Sequence[NamedNode]) -> str:
    return " ".join(map(str, nodes))


def _parts(nodes: Sequence[NamedNode]) -> Iterable[Sequence[NamedNode]]:
    return (nodes[start : start + AT_ONCE] for start in range(0, len(nodes), AT_ONCE))

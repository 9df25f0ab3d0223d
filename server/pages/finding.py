"""What the search page shows: things found by name; where there are none, those of like names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from .. import search
from .ahead import OF_THINGS, read_objects
from .graph import LABEL, Graph, ent
from .labels import label_of
from .model import Link, Stage
from .words import date_words, wording

MOST_FOUND, MOST_NEAR, FEW_FOUND, MOST_ENDS = 50, 5, 3, 3


TELLING = ("holdsPost", "postIn", "operatedBy", "belongsTo", "partOf", "location")
"""Relations that tell things of like names apart, the most telling first."""
DATED = ("startDate", "signedDate", "inForceDate", "endDate")
MOST_COUNTED = 5_000
"""Most triples that lead to a thing whose facts are counted."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found, with what is known of it.

    Attributes:
        thing: Its page.
        names: Its other names.
        stage: Where it stands; None when no source says.
        when: Its first date in words; empty when unknown.
        told: A relation in words and its other ends; None when there is none that tells much.
        facts: How many claims name it; 0 too where they are too many to count.
    """

    thing: Link
    names: tuple[str, ...]
    stage: Stage | None
    when: str
    told: tuple[str, tuple[Link, ...]] | None
    facts: int


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of one class that were found: its name, where it is explained, the things."""

    name: Link
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows: things found by kind; where they are few, some of like names."""

    words: str
    kinds: tuple[Kind, ...]
    near: tuple[Link, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every thing found, kind by kind."""
        return tuple(hit for kind in self.kinds for hit in kind.hits)


def search_view(graph: Graph, file: Path, words: str) -> SearchView:
    """Find things by name; three reads of the store, however many are found.

    Args:
        graph: The snapshot, for what is known of things.
        file: The snapshot's full text.
        words: What was typed; anything at all.
    """
    found = search.complete(file, words, MOST_FOUND)
    kinds = _kinds(graph, found) if found else ()
    slugs = {f"page/{one.slug}" for one in found}
    few = len(found) < FEW_FOUND
    near = [link for link in near_names(file, words) if link.href not in slugs] if few else []
    return SearchView(words, kinds, tuple(near))


def _kinds(graph: Graph, found: list[search.Hit]) -> tuple[Kind, ...]:
    """Group things by their first class, the class of the best first."""
    nodes = {one.slug: graph.base.thing(one.slug) for one in found}
    read_objects(graph, nodes.values(), (*map(ent, (*TELLING, *DATED)), *OF_THINGS))
    ends = (end for node in nodes.values() for name in TELLING for end in _ends(graph, node, name))
    read_objects(graph, ends, (LABEL,))
    counts = _facts(graph, [nodes[one.slug] for one in found if one.links <= MOST_COUNTED])
    groups: dict[str, list[Hit]] = {}
    for one in found:
        node = nodes[one.slug]
        hit = _hit(graph, one, node, counts.get(node, 0))
        groups.setdefault(one.kinds[0] if one.kinds else "", []).append(hit)
    return tuple(
        Kind(Link(label_of(name), f"ontology#{name}") if name else Link("Other"), tuple(hits))
        for name, hits in groups.items()
    )


def _ends(graph: Graph, node: NamedNode, name: str) -> list[NamedNode]:
    return [end for end in graph.objects(node, ent(name)) if isinstance(end, NamedNode)]


def _facts(graph: Graph, nodes: list[NamedNode]) -> dict[NamedNode, int]:
    """Count the claims that name each of some things."""
    ends = "{ GRAPH ?c { ?one ?p ?o } } UNION { GRAPH ?c { ?s ?q ?one } }"
    named = f"VALUES ?one {{ {' '.join(map(str, nodes))} }} {ends}"
    only = 'FILTER(CONTAINS(STR(?c), "#claim-"))'
    text = f"SELECT ?one (COUNT(DISTINCT ?c) AS ?n) {{ {named} {only} }} GROUP BY ?one"
    return {row["one"]: int(row["n"].value) for row in graph.select(text)} if nodes else {}


def near_names(file: Path, words: str) -> list[Link]:
    """List things whose names are much like the words, or else like some of them."""
    found = search.resemble(file, words, MOST_NEAR)
    for word in sorted(words.split(), key=len, reverse=True):
        if len(found) < MOST_NEAR and len(word) > 2:
            found += search.complete(file, word, MOST_NEAR) or search.resemble(file, word, 1)
    named = {hit.slug: Link(hit.label, f"page/{hit.slug}") for hit in found}
    return list(named.values())[:MOST_NEAR]


def _hit(graph: Graph, found: search.Hit, node: NamedNode, facts: int) -> Hit:
    dates = sorted(day for name in DATED if (day := graph.text(node, ent(name))))
    told = ((name, _ends(graph, node, name)) for name in TELLING)
    first = next(((name, ends) for name, ends in told if ends), None)
    return Hit(
        thing=Link(found.label, f"page/{found.slug}"),
        names=found.names,
        stage=graph.stage(node),
        when=date_words(dates[0]) if dates else "",
        told=(wording(first[0]).forward, tuple(map(graph.link, first[1][:MOST_ENDS])))
        if first
        else None,
        facts=facts,
    )

"""The first page, as values: what is in the data, all of it counted in the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..plots import Cell, Item, Spot
from .ahead import read_objects
from .evidence import evidence_for, source_of
from .graph import TYPE, Graph, ent, in_order
from .happening import WHEN, WHERE, Areas, items_of, places_of, window_of
from .measures import Measured, measures_of
from .model import Evidence, Link, Source, Stage
from .pairs import JOINS, QUERY, Pair, pairs_of, states_named
from .phrases import object_link, relation_words, saying_stage
from .sayings import Saying, sayings
from .words import date_words

MOST_PAIRS, MOST_ARTICLES, MOST_TRIED = 10, 6, 40


@dataclass(frozen=True, slots=True)
class Specimen:
    """One fact in full, as an example of what is here."""

    subject: Link
    relation: str
    object: Link
    stage: Stage | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Queries:
    """The queries that give what the pictures show."""

    pairs: str = QUERY
    where: str = WHERE
    when: str = WHEN


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the first page shows; ``articles`` of 0 means an empty build.

    Attributes:
        copies: How many of the articles are copies that another stands for.
    """

    articles: int
    copies: int
    passages: int
    stated: int
    claims: int
    states: int
    agreements: int
    activities: int
    specimen: Specimen | None
    pairs: tuple[Pair, ...]
    starts: tuple[Link, ...]
    latest: tuple[tuple[Source, int], ...]
    measures: tuple[Measured, ...]
    items: tuple[Item, ...] = ()
    window: tuple[str, str] | None = None
    spots: tuple[Spot, ...] = ()
    areas: tuple[Areas, ...] = ()
    newest: str | None = None
    queries: Queries = Queries()

    @property
    def shown(self) -> tuple[Pair, ...]:
        """The pairs that share most."""
        return self.pairs[:MOST_PAIRS]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All pairs, as the matrix takes them; each leads to all that the two do together."""
        return tuple(
            Cell(
                one.first.text,
                one.second.text,
                one.real,
                len(one.things) - one.real,
                one.address,
            )
            for one in self.pairs
        )


def home_view(graph: Graph) -> HomeView:
    """Make the view of the first page."""
    articles = newest(graph, members(graph, "Article"))
    pairs = pairs_of(graph)
    spots, areas = places_of(graph)
    newest_date = graph.text(articles[0], ent("published")) if articles else None
    return HomeView(
        articles=len(articles),
        copies=graph.number("?x ent:countsAs ?other FILTER(?x != ?other)"),
        passages=graph.number("?x a ent:Passage"),
        stated=graph.number("?claim a ent:Claim ; ent:inPassage ?x"),
        claims=graph.number("?x a ent:Claim"),
        states=len(states_named(graph)),
        agreements=len(kind_members(graph, "Agreement")),
        activities=len(kind_members(graph, "Activity")),
        specimen=specimen_of(graph, articles),
        pairs=pairs,
        starts=most_joined(pairs) + _first_staged(pairs),
        latest=tuple(
            (source_of(graph, one), _claims_in(graph, one)) for one in articles[:MOST_ARTICLES]
        ),
        measures=measures_of(graph),
        items=items_of(graph),
        window=window_of(newest_date),
        newest=date_words(newest_date) if newest_date else None,
        spots=spots,
        areas=areas,
    )


def members(graph: Graph, kind: str) -> list[NamedNode]:
    """List the things whose type is exactly this class, sorted."""
    return graph.subjects(TYPE, ent(kind))


def kind_members(graph: Graph, kind: str) -> list[NamedNode]:
    """List the things of a class, subclasses counted, sorted."""
    found = {one for below in graph.below(ent(kind)) for one in graph.subjects(TYPE, below)}
    return in_order(found)


def most_joined(pairs: tuple[Pair, ...]) -> tuple[Link, ...]:
    """Give the two states that share most with others."""
    weight: Counter[Link] = Counter()
    for pair in pairs:
        for link in (pair.first, pair.second):
            weight[link] += len(pair.things)
    return tuple(sorted(weight, key=lambda link: (-weight[link], link.text)))[:2]


def _first_staged(pairs: tuple[Pair, ...]) -> tuple[Link, ...]:
    staged = [one.thing for pair in pairs for one in pair.things if one.stage]
    return tuple(staged[:1])


def specimen_of(graph: Graph, articles: list[NamedNode]) -> Specimen | None:
    """Pick a claim that joins two states, of the newest article whose words may be shown.

    Where none of the newest articles shows its words, the newest such claim without words.
    """
    without = None
    for article in articles[:MOST_TRIED]:
        quads = graph.quads(None, TYPE, ent("Claim"), article)
        claims = in_order(quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
        found = [one for claim in claims for one in _specimens(graph, claim)]
        told = [one for one in found if one.evidence.pieces]
        if told:
            return max(told, key=_worth)
        without = without or max(found, key=_worth, default=None)
    return without


def _worth(specimen: Specimen) -> tuple[bool, int, int]:
    evidence = specimen.evidence
    words = sum(len(piece.text) for piece in evidence.pieces)
    marks = sum(piece.marked for piece in evidence.pieces)
    return (specimen.stage is not None, min(marks, 2), -words)


def _specimens(graph: Graph, claim: NamedNode) -> Iterable[Specimen]:
    modality = graph.node(claim, ent("modality"))
    if modality is not None and modality != ent("Asserted"):
        return
    for saying in sayings(graph, graph.claim_triples(claim)):
        if saying.relation in JOINS and graph.is_a(saying.subject, "State"):
            yield from _told(graph, saying, claim)


def _told(graph: Graph, saying: Saying, claim: NamedNode) -> Iterable[Specimen]:
    thing = saying.object
    if not isinstance(thing, NamedNode):
        return
    partners = {one for name in JOINS for one in graph.subjects(ent(name), thing)}
    others = [one for one in partners - {saying.subject} if graph.is_a(one, "State")]
    meant = [saying.subject, thing] + ([saying.node] if saying.node else [])
    evidence = evidence_for(graph, claim, meant)
    if others and evidence:
        stage = saying_stage(graph, saying, saying.subject)
        words = relation_words(graph, saying, True)
        yield Specimen(
            graph.link(saying.subject), words, object_link(graph, thing), stage, evidence
        )


def newest(graph: Graph, articles: list[NamedNode]) -> list[NamedNode]:
    """Sort articles by their date, the newest first, undated ones last."""
    read_objects(graph, articles, [ent("published")])
    dated = [(graph.text(one, ent("published")) or "", one.value) for one in articles]
    return [NamedNode(iri) for _, iri in sorted(dated, reverse=True)]


def _claims_in(graph: Graph, article: NamedNode) -> int:
    return sum(1 for _ in graph.quads(None, TYPE, ent("Claim"), article))

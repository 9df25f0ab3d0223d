"""The page of two states, as values: what they have in common, and what each says of the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup
from pyoxigraph import NamedNode

from .. import plots
from .entity import ordered
from .graph import Graph
from .happening import PREFIXES, items_of
from .model import FactRow, Link, Stage
from .pairs import pairs_of
from .rows import rows_about
from .words import counted, listed, places

LAST, STANCES = "partners", "stances"
MOST_PARTNERS = 6
Placed = list[tuple[str, FactRow]]


@dataclass(frozen=True, slots=True)
class Together:
    """A thing that both have to do with: what is stated of the part of each."""

    thing: Link
    stage: Stage | None
    sides: tuple[tuple[Link, tuple[FactRow, ...]], ...]

    @property
    def real(self) -> bool:
        """Whether it is more than meant."""
        return self.stage is None or self.stage.real


@dataclass(frozen=True, slots=True)
class Sort:
    """Shared things of one sort, real ones first."""

    key: str
    heading: str
    things: tuple[Together, ...]


@dataclass(frozen=True, slots=True)
class BetweenView:
    """All that the page of two states shows.

    Attributes:
        path: Its own address.
        sorts: Shared things by sort; alliances last.
        direct: What is stated of one and the other, from the first's side.
        timeline: Shared things in time; empty where none has a date.
        partners: Where nothing is shared: with whom each does something, as links to such pages.
        query: What gives the shared things by SPARQL.
    """

    path: str
    first: Link
    second: Link
    lede: str
    sorts: tuple[Sort, ...]
    direct: tuple[FactRow, ...]
    timeline: Markup
    partners: tuple[tuple[Link, tuple[Link, ...]], ...]
    query: str

    @property
    def name(self) -> str:
        """The two, joined."""
        return f"{self.first.text} and {self.second.text}"


def between_view(graph: Graph, first: str, second: str) -> BetweenView | None:
    """Make the view of two states, named by their slugs in order; None when one is none."""
    states = tuple(graph.base.thing(slug) for slug in (first, second))
    if not all(graph.is_a(state, "State") for state in states):
        return None
    links = [graph.link(state) for state in states]
    rows = [
        [(place, _alone(row, other)) for place, row in rows_about(graph, state)]
        for state, other in zip(states, reversed(links), strict=True)
    ]
    sorts = tuple(_sorts(links, rows))
    direct = [row for _, row in rows[0] if row.object.href == links[1].href]
    things = [one for sort in sorts if sort.key not in (LAST, STANCES) for one in sort.things]
    shared = [graph.base.thing(str(one.thing.href).rpartition("/")[2]) for one in things]
    picture = _timeline(graph, shared, f"What {links[0].text} and {links[1].text} do, over time")
    return BetweenView(
        path=f"between/{first}/{second}",
        first=links[0],
        second=links[1],
        lede=_lede(sorts, things, len(direct)),
        sorts=sorts,
        direct=tuple(ordered(direct)),
        timeline=picture,
        partners=() if sorts or direct else tuple(_partners(graph, links)),
        query=_query(states),
    )


def _alone(row: FactRow, other: Link) -> FactRow:
    """Leave the other state out of the company that a row names: the page is about the two."""
    kept = []
    for note in row.notes:
        links = tuple(link for link in note.links if link.href != other.href)
        if note.words != "with" or links:
            kept.append(replace(note, links=links) if note.words == "with" else note)
    return replace(row, notes=tuple(kept))


def _sorts(links: list[Link], rows: list[Placed]) -> Iterable[Sort]:
    ends = [
        {row.object.href for place, row in placed if row.object.href and place != "said"}
        for placed in rows
    ]
    shared = (ends[0] & ends[1]) - {link.href for link in links}
    headings = {key: name for key, name in places().items() if key != LAST}
    for key, heading in {**headings, LAST: "Alliances and groups of both"}.items():
        found: dict[str, list[FactRow]] = {}
        for place, row in rows[0]:
            if place == key and row.object.href in shared:
                found.setdefault(str(row.object.href), []).append(row)
        things = [_together(links, mine, rows[1]) for mine in found.values()]
        if things:
            things.sort(key=lambda one: (not one.real, one.thing.text))
            yield Sort(key, heading, tuple(things))


def _together(links: list[Link], mine: list[FactRow], others: Placed) -> Together:
    thing = mine[0].object
    theirs = [row for _, row in others if row.object.href == thing.href]
    stages = [row.stage for row in (*mine, *theirs) if row.stage]
    meant = next((stage for stage in stages if not stage.real), None)
    stage = next((stage for stage in stages if stage.real), None) or meant
    sides = ((links[0], tuple(ordered(mine))), (links[1], tuple(ordered(theirs))))
    return Together(thing, stage, sides)


def _lede(sorts: tuple[Sort, ...], things: list[Together], direct: int) -> str:
    if not sorts and not direct:
        return "No article says that they do anything together."
    real = sum(one.real for one in things)
    meant = len(things) - real
    parts = [f"{real} real" if real else "", f"{meant} only intended" if meant else ""]
    split = listed([part for part in parts if part])
    said = f"{counted(len(things), 'thing')} together: {split}." if things else ""
    more = f" {counted(direct, 'fact')} of one and the other." if direct else ""
    return (said + more).strip() or "No article tells of an activity or agreement of both."


def _timeline(graph: Graph, things: list[NamedNode], title: str) -> Markup:
    if not things:
        return Markup("")
    values = " ".join(map(str, things))
    query = f"""{PREFIXES}
SELECT DISTINCT ?thing ?name ?start ?end ?wording ?status {{
  VALUES ?thing {{ {values} }}
  ?thing rdfs:label ?name .
  OPTIONAL {{ ?thing ent:signedDate|ent:inForceDate|ent:startDate ?start }}
  OPTIONAL {{ ?thing ent:endDate ?end }}
  OPTIONAL {{ ?thing ent:dateText ?wording }}
  OPTIONAL {{ ?thing ent:currentStatus ?status }}
}} ORDER BY ?start ?name"""
    items = items_of(graph, query)
    if not any(one.start for one in items):
        return Markup("")
    return plots.timeline(items, title, root="../../")


def _partners(graph: Graph, links: list[Link]) -> Iterable[tuple[Link, tuple[Link, ...]]]:
    pairs = pairs_of(graph)
    for link in links:
        found = []
        for pair in pairs:
            if link.href in (pair.first.href, pair.second.href):
                other = pair.second if pair.first.href == link.href else pair.first
                found.append(Link(other.text, pair.address))
        yield link, tuple(found[:MOST_PARTNERS])


def _query(states: tuple[NamedNode, ...]) -> str:
    joins = "ent:partyTo|ent:participatesIn|ent:intendsToParticipateIn|ent:leads|ent:memberOf"
    return f"""{PREFIXES}
SELECT DISTINCT ?thing ?name ?status {{
  {states[0]} {joins} ?thing .
  {states[1]} {joins} ?thing .
  ?thing rdfs:label ?name .
  OPTIONAL {{ ?thing ent:currentStatus/rdfs:label ?status }}
}} ORDER BY ?name"""

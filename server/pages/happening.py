"""When and where things happen, for the first page: one query each, which readers can run too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions

from ontology import NAMESPACE as ENT

from ..plots import Item, Spot
from .graph import Graph, stage_of
from .model import Link, Stage
from .words import date_words, either

PREFIXES = f"""PREFIX ent: <{ENT}>
PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
WHEN = f"""{PREFIXES}
SELECT DISTINCT ?thing ?name ?start ?end ?wording ?status {{
  {{ ?thing a ent:Activity }} UNION {{ ?thing a ent:Agreement }}
  ?thing rdfs:label ?name .
  FILTER NOT EXISTS {{ ?thing a ent:Conflict }}
  OPTIONAL {{ ?thing ent:signedDate|ent:inForceDate|ent:startDate ?start }}
  OPTIONAL {{ ?thing ent:endDate ?end }}
  OPTIONAL {{ ?thing ent:dateText ?wording }}
  OPTIONAL {{ ?thing ent:currentStatus ?status }}
}} ORDER BY ?start ?name"""
WHERE = f"""{PREFIXES}
SELECT DISTINCT ?place ?name ?thing ?status ?lat ?long ?state {{
  ?thing a ent:Activity ; ent:location|ent:destination ?place .
  FILTER NOT EXISTS {{ ?thing a ent:Conflict }}
  ?place rdfs:label ?name .
  OPTIONAL {{ ?place geo:lat ?lat ; geo:long ?long }}
  OPTIONAL {{ ?place a ?state FILTER(?state = ent:State) }}
  OPTIONAL {{ ?thing ent:currentStatus ?status }}
}} ORDER BY ?name"""
WINDOW_BEFORE, WINDOW_AFTER = 18, 6


@dataclass(frozen=True, slots=True)
class Areas:
    """A place without a point of its own, and how many things are there."""

    place: Link
    count: int


def items_of(graph: Graph, query: str = WHEN) -> tuple[Item, ...]:
    """Place activities and agreements in time; the earliest start and the last end count."""
    together: dict[str, list[QuerySolution]] = {}
    for row in rows(graph, query):
        together.setdefault(row["thing"].value, []).append(row)
    return tuple(_item(graph, iri, found) for iri, found in together.items())


def _item(graph: Graph, iri: str, found: list[QuerySolution]) -> Item:
    starts, ends = texts(found, "start"), texts(found, "end")
    stage = stage_in(found)
    is_event = (
        starts and not ends and stage is not None and stage.name in ("Concluded", "Completed")
    )
    return Item(
        label=texts(found, "name")[0],
        href=graph.address(iri)[0],
        start=starts[0] if starts else None,
        end=ends[-1] if ends else starts[0] if is_event else None,
        wording=_wording(found, {*starts, *ends}),
        stage=stage.word if stage else None,
        real=stage is None or stage.real,
    )


def _wording(found: list[QuerySolution], dates: set[str]) -> str:
    """Give the one wording of its dates; empty where the dates say it too, or it is not alone."""
    worded = texts(found, "wording")
    alone = len(worded) == 1 and not any(worded[0] in date_words(date) for date in dates)
    return worded[0] if alone else ""


def window_of(newest: str | None) -> tuple[str, str] | None:
    """Give the months of the timeline round the newest article's date; None when it has none.

    >>> window_of("2031-04-09")
    ('2029-10', '2031-09')
    """
    if newest is None or not newest[:4].isdigit():
        return None
    month = int(newest[5:7] or 12)
    count = int(newest[:4]) * 12 + month - 1
    return _month(count - WINDOW_BEFORE), _month(count + WINDOW_AFTER - 1)


def _month(count: int) -> str:
    return f"{count // 12:04}-{count % 12 + 1:02}"


def places_of(graph: Graph) -> tuple[tuple[Spot, ...], tuple[Areas, ...]]:
    """Say where activities are: places with a point, and areas, the most first."""
    together: dict[str, list[QuerySolution]] = {}
    for row in rows(graph, WHERE):
        together.setdefault(row["place"].value, []).append(row)
    spots, areas = [], []
    for iri, found in together.items():
        first = found[0]
        count = len({row["thing"].value for row in found})
        name, href = first["name"].value, graph.address(iri)[0]
        if first["lat"] is None or first["state"] is not None:
            areas.append(Areas(Link(name, href), count))
            continue
        real = any(_is_real(row) for row in found)
        lat, long = float(first["lat"].value), float(first["long"].value)
        spots.append(Spot(name, href, lat, long, count, real))
    areas.sort(key=lambda one: (-one.count, one.place.text))
    return tuple(spots), tuple(areas)


def _is_real(row: QuerySolution) -> bool:
    stage = stage_in([row])
    return stage is None or stage.real


def stage_in(found: Iterable[QuerySolution]) -> Stage | None:
    """Give the stage that rows name; where several are named, a real one only if all are real."""
    terms = {row["status"].value: row["status"] for row in found if row["status"] is not None}
    stages = [stage_of(terms[iri]) for iri in sorted(terms)]
    if len(stages) < 2:
        return stages[0] if stages else None
    words = either(stage.word for stage in stages)
    return Stage(stages[0].name, words, all(stage.real for stage in stages))


def texts(found: Iterable[QuerySolution], name: str) -> list[str]:
    """List the different values of a variable, sorted."""
    terms = (row[name] for row in found)
    return sorted({term.value for term in terms if isinstance(term, Literal | NamedNode)})


def rows(graph: Graph, query: str) -> Iterable[QuerySolution]:
    """Run one of the queries here."""
    found = graph.store.query(query)
    assert isinstance(found, QuerySolutions)  # noqa: S101 (a SELECT gives nothing else)
    return found

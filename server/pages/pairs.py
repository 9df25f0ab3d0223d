"""Who with whom: states paired by the agreements, activities and alliances that they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, combinations

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT

from .ahead import OF_THINGS, read_objects
from .graph import LABEL, TYPE, Graph, ent, in_order
from .model import Link, Stage

JOINS = ("partyTo", "participatesIn", "memberOf")
QUERY = f"""PREFIX ent: <{ENT}>

SELECT DISTINCT ?one ?other ?thing ?status {{
  ?one a ent:State ; {"|".join(f"ent:{name}" for name in JOINS)} ?thing .
  ?other a ent:State ; {"|".join(f"ent:{name}" for name in JOINS)} ?thing .
  FILTER(STR(?one) < STR(?other))
  FILTER NOT EXISTS {{ ?thing a ent:Conflict }}
  OPTIONAL {{ ?thing ent:currentStatus ?status }}
}} ORDER BY ?one ?other"""


@dataclass(frozen=True, slots=True)
class Shared:
    """A thing that two states have in common, and where it stands."""

    thing: Link
    stage: Stage | None

    @property
    def real(self) -> bool:
        """Whether it is under way, in force or done; a thing without a stage counts as real."""
        return self.stage is None or self.stage.real


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states and all that joins them, real things first."""

    first: Link
    second: Link
    things: tuple[Shared, ...]

    @property
    def key(self) -> str:
        """Name the pair in the page's addresses."""
        ends = [str(link.href).rpartition("/")[2] for link in (self.first, self.second)]
        return "pair-" + "-and-".join(ends)

    @property
    def address(self) -> str:
        """Where all that the two do together is told."""
        slugs = sorted(str(link.href).rpartition("/")[2] for link in (self.first, self.second))
        return "between/" + "/".join(slugs)

    @property
    def real(self) -> int:
        """Count what is real."""
        return sum(thing.real for thing in self.things)

    @property
    def summary(self) -> str:
        """Say how many are real and how many only meant."""
        meant = len(self.things) - self.real
        parts = [f"{self.real} real" if self.real else "", f"{meant} intended" if meant else ""]
        return ", ".join(part for part in parts if part)


def states_named(graph: Graph) -> list[NamedNode]:
    """List the states that some claim says something of, sorted."""
    return [state for state in graph.subjects(TYPE, ent("State")) if _is_claimed(graph, state)]


def _is_claimed(graph: Graph, thing: NamedNode) -> bool:
    near = chain(graph.quads(thing), graph.quads(None, None, thing))
    return any(
        isinstance(quad.graph_name, NamedNode) and graph.is_claim(quad.graph_name) for quad in near
    )


def pairs_of(graph: Graph) -> tuple[Pair, ...]:
    """Pair the states by what they share, the most first."""
    states = states_named(graph)
    read_objects(graph, states, (LABEL, *map(ent, JOINS)))
    apart = _members(graph, "Conflict")
    joined: dict[NamedNode, list[NamedNode]] = {}
    for state in states:
        for thing in _joined_by(graph, state) - apart:
            joined.setdefault(thing, []).append(state)
    common = [thing for thing, ends in joined.items() if len(ends) > 1]
    read_objects(graph, common, OF_THINGS)
    together: dict[tuple[NamedNode, NamedNode], list[Shared]] = {}
    for thing in in_order(common):
        shared = Shared(graph.link(thing), graph.stage(thing))
        for pair in combinations(joined[thing], 2):
            together.setdefault(pair, []).append(shared)
    pairs = [Pair(graph.link(a), graph.link(b), _ranked(all_)) for (a, b), all_ in together.items()]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair.things), -pair.real, pair.key)))


def _joined_by(graph: Graph, state: NamedNode) -> set[NamedNode]:
    found = {term for name in JOINS for term in graph.objects(state, ent(name))}
    return {term for term in found if isinstance(term, NamedNode)}


def _members(graph: Graph, kind: str) -> set[NamedNode]:
    return {one for below in graph.below(ent(kind)) for one in graph.subjects(TYPE, below)}


def _ranked(shared: Iterable[Shared]) -> tuple[Shared, ...]:
    return tuple(sorted(shared, key=lambda one: (not one.real, one.thing.text)))

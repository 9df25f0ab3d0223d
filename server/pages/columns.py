"""What the columns of an answer hold: things, places, states, dates, numbers or text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, QuerySolutions

from ontology import NAMESPACE as ENT
from ontology import terms
from ontology.curies import term

from ..table import Table, Term
from .graph import LABEL, TYPE, Graph, local, stage_of
from .model import Stage
from .words import STAGES

LATITUDE, LONGITUDE = term("geo:lat"), term("geo:long")
STANDS = (terms.currentStatus, terms.status)
LIES = (terms.location, terms.destination, terms.basedIn, terms.headquarteredIn, terms.near)
"""Properties that lead from a thing to where it is, the surest first."""
_TOLD = (LABEL, TYPE, LATITUDE, LONGITUDE, *STANDS, *LIES)
_AT_ONCE = 500
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATES = {f"{_XSD}{name}" for name in ("date", "dateTime", "gYear", "gYearMonth")}
_NUMBERS = {
    f"{_XSD}{name}"
    for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")
}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(slots=True)
class Told:
    """What the snapshot tells of a thing, as far as views need it.

    Attributes:
        labels: Its labels.
        kinds: Local names of its classes.
        stages: Where it stands now, or as reported where nothing says where it stands now.
        degrees: Latitude and longitude, by the IRI of the property.
        lies: Where it is, the surest first.
    """

    labels: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    stages: dict[int, list[NamedNode]] = field(default_factory=dict)
    degrees: dict[str, float] = field(default_factory=dict)
    lies: dict[int, list[NamedNode]] = field(default_factory=dict)

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude of its own; None when it has none."""
        both = (self.degrees.get(LATITUDE.value), self.degrees.get(LONGITUDE.value))
        return (both[0], both[1]) if both[0] is not None and both[1] is not None else None

    @property
    def stage(self) -> Stage | None:
        """Where it stands: the first of the surest property; None when no source says."""
        nodes = self.stages[min(self.stages)] if self.stages else []
        return stage_of(nodes[0]) if nodes else None


class Things:
    """All that views need to know of the things in some rows, read in few queries."""

    def __init__(self, graph: Graph, rows: Iterable[Sequence[Term | None]]) -> None:
        """Read it; an IRI that the snapshot does not know is told by its last part."""
        named = dict.fromkeys(one for row in rows for one in row if isinstance(one, NamedNode))
        self._told = _read(graph, named)
        places = dict.fromkeys(place for told in self._told.values() for place in _all(told.lies))
        self._told |= _read(graph, [place for place in places if place not in named])

    def label(self, node: NamedNode) -> str:
        """Name a thing for people."""
        told = self._told.get(node.value)
        return min(told.labels) if told and told.labels else local(node.value) or node.value

    def is_state(self, node: NamedNode) -> bool:
        """Tell whether a thing is a state."""
        return "State" in self._of(node).kinds

    def stage(self, node: NamedNode) -> Stage | None:
        """Give where a thing stands; a concept of the status scheme stands for itself."""
        if is_stage(node):
            return stage_of(node)
        return self._of(node).stage

    def point(self, node: NamedNode) -> tuple[float, float] | None:
        """Give latitude and longitude of a thing, else of the place where it is; None when unknown.

        A state is too large to say where a thing in it is.
        """
        told = self._of(node)
        if told.point:
            return told.point
        near = [place for place in _all(told.lies) if not self.is_state(place)]
        return next((point for place in near if (point := self._of(place).point)), None)

    def _of(self, node: NamedNode) -> Told:
        return self._told.get(node.value) or Told()


def is_stage(node: NamedNode) -> bool:
    """Tell whether an IRI is a concept of the status scheme."""
    return node.value.startswith(ENT) and local(node.value) in STAGES


def _all(kept: dict[int, list[NamedNode]]) -> list[NamedNode]:
    return [node for rank in sorted(kept) for node in kept[rank]]


def _read(graph: Graph, nodes: Iterable[NamedNode]) -> dict[str, Told]:
    found: dict[str, Told] = {}
    properties = " ".join(map(str, _TOLD))
    asked = list(nodes)
    for start in range(0, len(asked), _AT_ONCE):
        some = " ".join(map(str, asked[start : start + _AT_ONCE]))
        text = f"VALUES ?n {{ {some} }} VALUES ?p {{ {properties} }}"
        rows = graph.store.query(f"SELECT ?n ?p ?v {{ {text} ?n ?p ?v }}")
        assert isinstance(rows, QuerySolutions)  # noqa: S101 (a SELECT gives nothing else)
        for node, name, value in rows:
            _take(found.setdefault(node.value, Told()), name, value)
    return found


def _take(told: Told, name: NamedNode, value: Term) -> None:
    if name == LABEL and isinstance(value, Literal):
        told.labels.append(value.value)
    elif name in (LATITUDE, LONGITUDE) and isinstance(value, Literal):
        told.degrees[name.value] = float(value.value)
    elif name == TYPE and isinstance(value, NamedNode):
        told.kinds.add(local(value.value))
    elif name in STANDS and isinstance(value, NamedNode):
        told.stages.setdefault(STANDS.index(name), []).append(value)
    elif name in LIES and isinstance(value, NamedNode):
        told.lies.setdefault(LIES.index(name), []).append(value)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer.

    Attributes:
        number: Its place, from 0.
        name: Name of the variable.
        kind: ``thing``, ``stage``, ``date``, ``number`` or ``text``.
        points: How many of its cells are on the map.
        states: Whether all its things are states.
    """

    number: int
    name: str
    kind: str
    points: int = 0
    states: bool = False

    @property
    def words(self) -> str:
        """Its name as words: ``shipName`` and ``ship_name`` are "ship name"."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])|_+", " ", self.name).lower()


def columns(table: Table, things: Things) -> tuple[Column, ...]:
    """Tell what each column of an answer holds."""
    return tuple(_column(number, table, things) for number in range(len(table.variables)))


def _column(number: int, table: Table, things: Things) -> Column:
    cells = [row[number] for row in table.rows if row[number] is not None]
    name, named = table.variables[number], [one for one in cells if isinstance(one, NamedNode)]
    if not cells or len(named) < len(cells):
        literals = [one for one in cells if isinstance(one, Literal)]
        return Column(number, name, _kind(literals) if len(literals) == len(cells) else "text")
    if all(map(is_stage, named)):
        return Column(number, name, "stage")
    points = sum(things.point(one) is not None for one in named)
    return Column(number, name, "thing", points, all(map(things.is_state, named)))


def _kind(literals: Sequence[Literal]) -> str:
    if literals and all(is_date(one) for one in literals):
        return "date"
    return "number" if literals and all(is_number(one) for one in literals) else "text"


def is_date(literal: Literal) -> bool:
    """Tell whether a literal is a year, a month or a day that a timeline can show."""
    return literal.datatype.value in _DATES and bool(_DATE.match(literal.value))


def is_number(literal: Literal) -> bool:
    """Tell whether a literal is a number."""
    return literal.datatype.value in _NUMBERS

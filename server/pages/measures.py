"""Figures of one measure side by side, as the sources give them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT

from ..plots import Value
from .ahead import claims_naming, read_objects
from .graph import TYPE, Graph, ent
from .model import FactRow, Link
from .rows import rows_about

MOST_MEASURES, MOST_FIGURES = 3, 8
OF_FIGURES = tuple(ent(name) for name in ("measure", "unit", "value"))
LOW, HIGH = ("MoreThan", "AtLeast"), ("UpTo",)


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of one measure and unit: what each is of, its fact, and how it is drawn.

    Attributes:
        iri: The measure.
        left_out: How many more figures of the measure there are.
    """

    name: str
    iri: str
    rows: tuple[tuple[Link, FactRow], ...]
    values: tuple[Value, ...]
    left_out: int = 0

    @property
    def query(self) -> str:
        """Give the query for all figures of the measure."""
        return f"""PREFIX ent: <{ENT}>

SELECT ?of ?figure ?bound ?value ?upper ?unit {{
  ?figure ent:measure <{self.iri}> ; ent:value ?value ; ent:figureOf ?of .
  OPTIONAL {{ ?figure ent:bound ?bound }}
  OPTIONAL {{ ?figure ent:upperValue ?upper }}
  OPTIONAL {{ ?figure ent:unit ?unit }}
}} ORDER BY DESC(?value)"""

    @property
    def sentences(self) -> int:
        """Count the sentences behind the figures."""
        return sum(row.sentences for _, row in self.rows)


def measures_of(graph: Graph) -> tuple[Measured, ...]:
    """Put figures of one measure and unit together where they differ; most figures first."""
    together: dict[tuple[str, str], list[NamedNode]] = {}
    every = graph.subjects(TYPE, ent("Figure"))
    read_objects(graph, every, OF_FIGURES)
    for figure in every:
        if measure := graph.node(figure, ent("measure")):
            unit = graph.text(figure, ent("unit")) or ""
            together.setdefault((measure.value, unit), []).append(figure)
    differing = {key: all_ for key, all_ in together.items() if len(_numbers(graph, all_)) > 1}
    ordered = sorted(differing, key=lambda key: (-len(differing[key]), key))
    made = (_measured(graph, key, differing[key]) for key in ordered[:MOST_MEASURES])
    return tuple(one for one in made if len(one.values) > 1)


def _numbers(graph: Graph, figures: Iterable[NamedNode]) -> set[str | None]:
    return {graph.text(figure, ent("value")) for figure in figures}


def _measured(graph: Graph, key: tuple[str, str], figures: list[NamedNode]) -> Measured:
    iri, unit = key
    numbered = [(number, figure) for figure in figures if (number := number_of(graph, figure))]
    kept = sorted(numbered, key=lambda pair: (-pair[0], pair[1].value))[:MOST_FIGURES]
    rows, values = [], []
    for number, figure in kept:
        for of, row in _facts(graph, figure):
            rows.append((of, row))
            values.append(_value(graph, figure, number, unit, of, row))
    name = graph.label(NamedNode(iri))
    return Measured(name, iri, tuple(rows), tuple(values), len(figures) - len(kept))


def number_of(graph: Graph, figure: NamedNode, term: str = "value") -> float | None:
    """Give the number of a figure; None when it has none that can be read."""
    try:
        return float(graph.text(figure, ent(term)) or "")
    except ValueError:
        return None


def _value(
    graph: Graph, figure: NamedNode, number: float, unit: str, of: Link, row: FactRow
) -> Value:
    bound = graph.node(figure, ent("bound"))
    name = bound.value.rpartition("#")[2] if bound else "Exactly"
    real = row.stage is None or row.stage.real
    upper = number_of(graph, figure, "upperValue")
    low, high = None if name in HIGH else number, None if name in LOW else upper or number
    return Value(of.text, of.href, low, high, unit, row.object.text, real)


def _facts(graph: Graph, figure: NamedNode) -> Iterable[tuple[Link, FactRow]]:
    of = graph.node(figure, ent("figureOf"))
    if of is None:
        return
    for place, row in rows_about(graph, of, claims_naming(graph, figure)):
        if place == "figures" and row.node == graph.link(figure):
            yield graph.link(of), row

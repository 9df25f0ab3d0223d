"""The answer to a query as values: its rows by label, its views by what the columns hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup
from pyoxigraph import BlankNode, Literal, NamedNode

from .. import plots
from ..formats import GRAPHS, RESULTS
from ..table import Table, Term
from . import drawing
from .columns import Things, columns, is_number, is_stage
from .drawing import Cells, Grid
from .graph import Graph, stage_of
from .model import Link, Stage
from .views import WORDS, first_view, names_of, views_of
from .words import counted

LONGEST_CELL = 300
MOST_THINGS = 24
"""Most things that a network draws."""
MOST_STATES = 12
"""Most states on each side of a matrix."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table: a link or text, a stage, or a number, which stands at the right."""

    link: Link
    stage: Stage | None = None
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A view that can be chosen: its name, its address, whether it is the one that is shown."""

    name: str
    word: str
    address: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a view shows beside the table.

    Attributes:
        plot: The plot; empty for a grid.
        grid: Numbers by two states; None for a plot.
        left_out: What it does not show, in a sentence; empty when it shows all.
    """

    plot: Markup
    grid: Grid | None = None
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """All that is shown of an answer.

    Attributes:
        summary: "9 rows", "Yes", "No", "12 triples".
        view: Name of the view that is shown.
        views: Those that there are.
        drawing: What it shows; None for the table.
        heads: Names of the columns, and whether they hold numbers.
        rows: Cells of the rows that are drawn.
        cut: How many rows there are beyond those drawn.
        downloads: Each format with its address.
        elapsed: Milliseconds that the answer took.
    """

    summary: str
    view: str
    views: tuple[Choice, ...]
    drawing: Drawing | None
    heads: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: int
    downloads: tuple[Link, ...]
    elapsed: int


def answer_view(graph: Graph, text: str, table: Table, view: str) -> AnswerView:
    """Make the view of an answer.

    Args:
        graph: The snapshot.
        text: The query.
        table: What it gave.
        view: Name of the view that was asked for; one that the answer does not have gives the
            one that it begins with.
    """
    things = Things(graph, table.rows)
    cells = Cells(graph, table, columns(table, things), things)
    able = views_of(cells.columns, len(table.rows))
    shown = view if view in able else first_view(cells.columns, len(table.rows))
    place = f"query={quote(text, safe='')}"
    return AnswerView(
        summary=summary(table),
        view=shown,
        views=tuple(_choice(name, place, shown) for name in able) if len(able) > 1 else (),
        drawing=_DRAWN[shown](cells) if shown in _DRAWN else None,
        heads=tuple((column.name, column.kind == "number") for column in cells.columns),
        rows=tuple(tuple(cell(cells, term) for term in row) for row in table.rows),
        cut=table.total - len(table.rows),
        downloads=tuple(downloads(place, table.form)),
        elapsed=table.elapsed_ms,
    )


def _choice(name: str, place: str, shown: str) -> Choice:
    return Choice(name, WORDS[name], f"query?{place}&view={name}", name == shown)


def summary(table: Table) -> str:
    """Say in a word or two what a query gave."""
    if table.truth is not None:
        return "Yes" if table.truth else "No"
    return counted(table.total, "triple" if table.form == "graph" else "row")


def downloads(place: str, form: str) -> list[Link]:
    """Link the same answer in every format that can hold it."""
    formats = GRAPHS if form == "graph" else RESULTS
    return [Link(one.name, f"sparql?{place}&format={one.extension}") for one in formats]


def cell(cells: Cells, term: Term | None) -> Cell:
    """Show a term: an IRI by its label and linked, a literal by its text, nothing as nothing."""
    if isinstance(term, NamedNode):
        if is_stage(term):
            return Cell(Link(""), stage_of(term))
        return Cell(Link(cells.things.label(term), *cells.graph.address(term.value)))
    if isinstance(term, Literal):
        text = term.value
        shown = text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]} …"
        return Cell(Link(shown), is_number=is_number(term))
    return Cell(Link("" if term is None else _bare(term)))


def _bare(term: Term) -> str:
    return "a thing without a name" if isinstance(term, BlankNode) else str(term)


def _title(cells: Cells, what: str) -> str:
    name = names_of(cells.columns)
    return f"{what}: {name.words}" if name else what


def _map(cells: Cells) -> Drawing:
    spots, left = drawing.spots(cells)
    rest = f"{counted(left, 'row')} without a place on the map; the table has them." if left else ""
    return Drawing(plots.map_of(spots, _title(cells, "Map of the answer")), left_out=rest)


def _timeline(cells: Cells) -> Drawing:
    found = drawing.items(cells)
    plot = plots.timeline(found, _title(cells, "Timeline of the answer"))
    return Drawing(plot, left_out=_undrawn(cells, len(found)))


def _bars(cells: Cells) -> Drawing:
    found = drawing.values(cells)
    plot = plots.bars(found, _title(cells, "Bars of the answer"))
    return Drawing(plot, left_out=_undrawn(cells, len(found)))


def _undrawn(cells: Cells, drawn: int) -> str:
    left = len(cells.table.rows) - drawn
    return f"{counted(left, 'row')} without a value to draw; the table has them." if left else ""


def _network(cells: Cells) -> Drawing:
    nodes, edges, left = drawing.network(cells, MOST_THINGS)
    rest = f"The {len(nodes)} things with the most pairs; {left:,} more are in the table."
    plot = plots.network(nodes, edges, None, "Network of the answer")
    return Drawing(plot, left_out=rest if left else "")


def _matrix(cells: Cells) -> Drawing:
    grid, left = drawing.grid(cells, MOST_STATES)
    rest = f"Those with the largest sums; {counted(left, 'more state')} are in the table."
    return Drawing(Markup(""), grid, rest if left else "")


_DRAWN: dict[str, Callable[[Cells], Drawing]] = {
    "map": _map,
    "timeline": _timeline,
    "bars": _bars,
    "network": _network,
    "matrix": _matrix,
}

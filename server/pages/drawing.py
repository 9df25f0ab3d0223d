"""The rows of an answer as the plain values that plots draw, and how many rows they leave out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ..plots.model import Edge, Item, Node, Spot, Value
from ..table import Table, Term
from .columns import Column, Things, is_stage
from .graph import Graph
from .model import Stage
from .views import names_of, of_kind, states_of
from .words import date_words

Row = Sequence[Term | None]


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows with all that is known of their columns and of the things in them."""

    graph: Graph
    table: Table
    columns: tuple[Column, ...]
    things: Things

    def text(self, row: Row, column: Column | None) -> str:
        """Name a cell for people."""
        cell = row[column.number] if column else None
        if isinstance(cell, NamedNode):
            return self.things.label(cell)
        return cell.value if isinstance(cell, Literal) else ""

    def href(self, row: Row, column: Column | None) -> str | None:
        """Give the address of a cell's thing, from the site's root; None for what has no page."""
        cell = row[column.number] if column else None
        return self.address(cell) if isinstance(cell, NamedNode) else None

    def address(self, node: NamedNode) -> str | None:
        """Give the address of a thing's page here; None where it has none."""
        href, outside = self.graph.address(node.value)
        return None if outside else href

    def stage(self, row: Row) -> Stage | None:
        """Tell where what a row is about stands: by a column of stages, else by its things."""
        named = [cell for cell in row if isinstance(cell, NamedNode)]
        said = [cell for cell in named if is_stage(cell)] or named
        return next((stage for cell in said if (stage := self.things.stage(cell))), None)


def items(cells: Cells) -> list[Item]:
    """Give what a timeline draws: a row with a date is an item, two dates are its ends."""
    dates, name = of_kind(cells.columns, "date")[:2], names_of(cells.columns)
    return [item for row in cells.table.rows if (item := _item(cells, row, dates, name))]


def _item(cells: Cells, row: Row, dates: Sequence[Column], name: Column | None) -> Item | None:
    found = [_date(row[column.number]) for column in dates]
    if not any(found):
        return None
    start, end = (found[0], found[0]) if len(found) == 1 else (found[0], found[1])
    if len(dates) == 1 and "start" in dates[0].words:
        end = None
    if len(dates) == 1 and "end" in dates[0].words:
        start = None
    stage, label = cells.stage(row), cells.text(row, name)
    label = label or " to ".join(date_words(one) for one in found if one)
    real = stage is None or stage.real
    word = stage.word if stage else None
    return Item(label, cells.href(row, name), start, end, "", word, real)


def _date(cell: Term | None) -> str | None:
    return cell.value[:10] if isinstance(cell, Literal) else None


def spots(cells: Cells) -> tuple[list[Spot], int]:
    """Give what a map draws, and how many rows have no place on it."""
    mapped = [column for column in cells.columns if column.points]
    shown: dict[tuple[float, float, str], list[tuple[str | None, bool]]] = {}
    left = 0
    for row in cells.table.rows:
        found = next(_points(cells, row, mapped), None)
        if found is None:
            left += 1
            continue
        column, (lat, long) = found
        stage = cells.stage(row)
        key = (lat, long, cells.text(row, column))
        shown.setdefault(key, []).append((cells.href(row, column), stage is None or stage.real))
    spots = [
        Spot(label, told[0][0], lat, long, len(told), any(real for _, real in told))
        for (lat, long, label), told in shown.items()
    ]
    return spots, left


def _points(
    cells: Cells, row: Row, mapped: Sequence[Column]
) -> Iterator[tuple[Column, tuple[float, float]]]:
    """Give the cells of a row that are on the map, those of columns with more of them first."""
    for column in sorted(mapped, key=lambda column: (column.states, -column.points)):
        cell = row[column.number]
        if isinstance(cell, NamedNode) and (point := cells.things.point(cell)):
            yield column, point


def values(cells: Cells) -> list[Value]:
    """Give what bars draw: the first name of a row and its first number."""
    name, number = names_of(cells.columns), of_kind(cells.columns, "number")[0]
    found = []
    for row in cells.table.rows:
        size = _number(row[number.number])
        label = cells.text(row, name)
        if size is not None and label:
            href = cells.href(row, name)
            found.append(Value(label, href, size, size, "", digits(size), real=True))
    return found


def _number(cell: Term | None) -> float | None:
    size = float(cell.value) if isinstance(cell, Literal) else math.nan
    return size if math.isfinite(size) else None


def network(cells: Cells, most: int) -> tuple[list[Node], list[Edge], int]:
    """Give what a network draws: the pairs of the first two things of each row.

    Args:
        cells: The rows.
        most: How many things are drawn at most: those with the most pairs, where a pair of them
            is left.

    Returns:
        Nodes, edges between them, and how many things are left out.
    """
    first, second = of_kind(cells.columns, "thing")[:2]
    pairs: dict[tuple[NamedNode, NamedNode], list[bool]] = {}
    for row in cells.table.rows:
        a, b = row[first.number], row[second.number]
        if isinstance(a, NamedNode) and isinstance(b, NamedNode) and a != b:
            stage = cells.stage(row)
            pairs.setdefault((a, b), []).append(stage is None or stage.real)
    degree: dict[NamedNode, int] = {}
    for pair in pairs:
        for node in pair:
            degree[node] = degree.get(node, 0) + 1
    most_joined = set(sorted(degree, key=lambda node: (-degree[node], node.value))[:most])
    drawn = {pair: told for pair, told in pairs.items() if most_joined.issuperset(pair)}
    kept = {node for pair in drawn for node in pair}
    nodes = [_node(cells, node, first, second) for node in degree if node in kept]
    edges = [
        Edge(a.value, b.value, sum(told), len(told) - sum(told), None)
        for (a, b), told in drawn.items()
    ]
    return nodes, edges, len(degree) - len(kept)


def _node(cells: Cells, node: NamedNode, first: Column, second: Column) -> Node:
    starts = any(row[first.number] == node for row in cells.table.rows)
    column = first if starts else second
    return Node(node.value, cells.things.label(node), cells.address(node), column.words)


@dataclass(frozen=True, slots=True)
class Grid:
    """Numbers by two states: heads of rows and columns, and a number or nothing for each pair."""

    corner: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def grid(cells: Cells, most: int) -> tuple[Grid, int]:
    """Give the numbers of an answer by its first two columns of states; equal pairs are added.

    Args:
        cells: The rows.
        most: How many states are shown each way, those with the largest sums.

    Returns:
        The numbers, and how many states are left out.
    """
    (first, second), number = states_of(cells.columns)[:2], of_kind(cells.columns, "number")[0]
    sums: dict[tuple[str, str], float] = {}
    for row in cells.table.rows:
        size, pair = _number(row[number.number]), (cells.text(row, first), cells.text(row, second))
        if size is not None and all(pair):
            sums[pair] = sums.get(pair, 0) + size
    downs, heads = (_largest(sums, side, most) for side in (0, 1))
    rows = tuple(
        (a, tuple(digits(sums[a, b]) if (a, b) in sums else "" for b in heads)) for a in downs
    )
    left = len({name for pair in sums for name in pair} - {*downs, *heads})
    return Grid(f"{first.words} and {second.words}", heads, rows), left


def _largest(sums: dict[tuple[str, str], float], side: int, most: int) -> tuple[str, ...]:
    """Name the states of a side with the largest sums, in the order of their names."""
    whole: dict[str, float] = {}
    for pair, size in sums.items():
        whole[pair[side]] = whole.get(pair[side], 0) + size
    return tuple(sorted(sorted(whole, key=lambda name: (-whole[name], name))[:most]))


def digits(size: float) -> str:
    """Write a number with commas, and no more decimals than it has.

    >>> digits(54000), digits(2.5), digits(0.1 + 0.2)
    ('54,000', '2.5', '0.3')
    """
    return f"{size:,.6f}".rstrip("0").rstrip(".")

"""Which views an answer has, by what its columns hold, and which one is shown unasked."""

from __future__ import annotations

from collections.abc import Sequence

from .columns import Column

WORDS = {
    "table": "Table",
    "map": "Map",
    "timeline": "Timeline",
    "network": "Network",
    "bars": "Bars",
    "matrix": "Matrix",
}
"""Every view and its name, in the order in which they are offered."""
_FEW = 3
"""Most columns of an answer that a drawing can tell without its table."""


def views_of(columns: Sequence[Column], count: int) -> tuple[str, ...]:
    """List the views that an answer has.

    Args:
        columns: What its columns hold.
        count: How many rows are drawn.
    """
    if count == 0:
        return ("table",)
    able = {
        "table": True,
        "map": any(column.points for column in columns),
        "timeline": bool(of_kind(columns, "date")),
        "network": len(of_kind(columns, "thing")) >= 2,
        "bars": bool(of_kind(columns, "number")) and names_of(columns) is not None,
        "matrix": len(states_of(columns)) >= 2 and bool(of_kind(columns, "number")),
    }
    return tuple(name for name in WORDS if able[name])


def first_view(columns: Sequence[Column], count: int) -> str:
    """Choose the view to begin with: a drawing only where it tells all that the table does.

    Two states and a number make a matrix, a name and a number bars, places with at most a name
    beside them a map, and things with dates a timeline; everything else is read as a table.
    """
    able = views_of(columns, count)
    kinds = [column.kind for column in columns]
    if count < 2 or len(columns) > _FEW:
        return "table"
    if "matrix" in able and len(columns) == 3:
        return "matrix"
    if "bars" in able and len(columns) == 2:
        return "bars"
    if "timeline" in able and kinds.count("date") <= 2 and names_of(columns) is not None:
        return "timeline"
    mapped = max((column.points for column in columns if not column.states), default=0)
    if "map" in able and mapped * 2 >= count and kinds.count("number") == 0:
        return "map"
    return "table"


def of_kind(columns: Sequence[Column], kind: str) -> list[Column]:
    """List the columns of a kind."""
    return [column for column in columns if column.kind == kind]


def states_of(columns: Sequence[Column]) -> list[Column]:
    """List the columns that hold states alone."""
    return [column for column in columns if column.states]


def names_of(columns: Sequence[Column]) -> Column | None:
    """Give the column that names what a row is about: its first thing, else its first text."""
    named = of_kind(columns, "thing") or of_kind(columns, "text")
    return named[0] if named else None

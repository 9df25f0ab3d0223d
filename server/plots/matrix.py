"""Who with whom, as a table: one mark a thing, filled for real, hollow for only meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from .elements import NOTHING, address, counted, element
from .model import Cell

MOST_NAMES, MOST_MARKS = 12, 12


def matrix(cells: Sequence[Cell], title: str, *, root: str = "") -> Markup:
    """Write a table of what joins rows and columns, those that share most first.

    Where rows and columns have names in common each two are shown once, above the diagonal, and
    counted whichever way round they come. At most 12 rows and columns are shown.

    Args:
        cells: What joins two names; those that nothing joins need no cell.
        title: What the table shows; its caption.
        root: Way from the page to the site's root.
    """
    if not cells:
        return NOTHING
    folded = bool({one.row for one in cells} & {one.column for one in cells})
    known = {_key(one, folded): one for one in cells}
    rows, columns = _names(cells, folded)
    head = [element("th", name, scope="col") for name in columns]
    body = [_row(row, at, columns, known, folded, root) for at, row in enumerate(rows)]
    return element(
        "table",
        element("caption", title, class_="vh"),
        element("thead", element("tr", element("td", class_="none"), *head)),
        element("tbody", *body),
        class_="matrix",
    )


def _key(cell: Cell, folded: bool) -> tuple[str, str]:
    ends = (cell.row, cell.column)
    return (min(ends), max(ends)) if folded else ends


def _names(cells: Sequence[Cell], folded: bool) -> tuple[list[str], list[str]]:
    rows, columns = Counter[str](), Counter[str]()
    for one in cells:
        rows[one.row] += one.real + one.intended
        (rows if folded else columns)[one.column] += one.real + one.intended
    if folded:
        names = _most(rows)
        kept, _ = _joined(names, names, cells)
        return kept[:-1], kept[1:]
    return _joined(_most(rows), _most(columns), cells)


def _most(weights: Counter[str]) -> list[str]:
    return sorted(weights, key=lambda name: (-weights[name], name))[:MOST_NAMES]


def _joined(
    rows: list[str], columns: list[str], cells: Sequence[Cell]
) -> tuple[list[str], list[str]]:
    """Keep the names that a cell joins to one of the other side; on one axis of either."""
    inside = [one for one in cells if one.row in rows and one.column in columns]
    heads, tops = {one.row for one in inside}, {one.column for one in inside}
    if rows is columns:
        heads = tops = heads | tops
    return [name for name in rows if name in heads], [name for name in columns if name in tops]


def _row(
    row: str,
    at: int,
    columns: Sequence[str],
    known: dict[tuple[str, str], Cell],
    folded: bool,
    root: str,
) -> Markup:
    written = [element("th", row, scope="row")]
    for place, column in enumerate(columns):
        if folded and place < at:
            written.append(element("td", class_="none"))
        else:
            key = (min(row, column), max(row, column)) if folded else (row, column)
            written.append(element("td", _cell(known.get(key), root)))
    return element("tr", *written)


def _cell(cell: Cell | None, root: str) -> Markup:
    if cell is None or not cell.real + cell.intended:
        return element("span", "nothing", class_="vh")
    inside = _marks(cell) + element("span", summary(cell), class_="vh")
    if cell.href is None:
        return element("span", inside, class_="cell")
    return element("a", inside, href=address(cell.href, root), class_="cell")


def summary(cell: Cell) -> str:
    """Say how many are real and how many only meant.

    >>> summary(Cell("a", "b", 2, 1, None))
    '2 real, 1 intended'
    """
    parts = [
        f"{cell.real} real" if cell.real else "",
        f"{cell.intended} intended" if cell.intended else "",
    ]
    return ", ".join(part for part in parts if part)


def _marks(cell: Cell) -> Markup:
    if cell.real + cell.intended > MOST_MARKS:
        return element(
            "span", counted(cell.real + cell.intended, "thing"), class_="many", aria_hidden="true"
        )
    lines = [(cell.real, None), (cell.intended, "h")]
    return Markup("").join(
        element("span", *[element("i", class_=kind)] * many, class_="units", aria_hidden="true")
        for many, kind in lines
        if many
    )

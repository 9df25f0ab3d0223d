"""Compares answers: rows without their order, numbers by value and by type."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

SAME, TYPES, OTHER = "same", "types", "other"
"""The same rows; the same but for types of numbers and truth values; other rows."""
_NUMBERS = ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")
_TRUTH = {"true": "1", "false": "0"}
Rows = list[dict[str, dict[str, str]]]


def read_rows(body: bytes) -> Rows:
    """Read SPARQL results in JSON.

    Raises:
        ValueError: When it is no such thing.
    """
    try:
        answer: Any = json.loads(body, strict=False)
        rows: Rows = answer["results"]["bindings"]
    except (KeyError, TypeError) as error:
        raise ValueError(f"no rows in the answer: {error!r}") from error
    return rows


def compared(ours: Rows, theirs: Rows, *, counted: bool = False) -> str:
    """Tell how two answers differ.

    Args:
        ours: Rows in any order.
        theirs: Rows in any order.
        counted: Whether only the number of rows is to be the same.
    """
    if counted:
        return SAME if len(ours) == len(theirs) else OTHER
    if _bag(ours, exact=True) == _bag(theirs, exact=True):
        return SAME
    return TYPES if _bag(ours, exact=False) == _bag(theirs, exact=False) else OTHER


def _bag(rows: Rows, *, exact: bool) -> Counter[tuple[tuple[str, ...], ...]]:
    return Counter(
        tuple((name, *_told(term, exact=exact)) for name, term in sorted(row.items()))
        for row in rows
    )


def _told(term: dict[str, str], *, exact: bool) -> tuple[str, ...]:
    kind = term.get("datatype", "").rpartition("#")[2]
    value = term["value"]
    if kind in _NUMBERS:
        return (f"{float(value):.9g}", kind if exact else "number")
    if kind == "boolean" and not exact:
        return (_TRUTH.get(value, value), "number")
    form = "literal" if term["type"] == "typed-literal" else term["type"]
    return (form, value, term.get("xml:lang", "").lower(), kind if kind != "string" else "")

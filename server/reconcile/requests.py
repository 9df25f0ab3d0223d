"""What clients ask, parsed: batches of queries (section 4 of the specification), extensions (7)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import fail

MOST_QUERIES, MOST_IDS, MOST_CANDIDATES, CANDIDATES = 50, 500, 50, 10


@dataclass(frozen=True, slots=True)
class Same:
    """A value that names a thing by its identifier."""

    id: str


Value = str | float | bool | Same


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a property of the thing should be: any one of the values."""

    pid: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """One row to be matched.

    Attributes:
        name: What it is called; empty where only properties are known.
        types: Identifiers of classes; empty for any.
        strict: ``any`` or ``all`` of the types must be there, or they ``should`` be.
        limit: Longest list of candidates.
        constraints: What is known of it besides.
    """

    name: str
    types: tuple[str, ...] = ()
    strict: str = "any"
    limit: int = CANDIDATES
    constraints: tuple[Constraint, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column that is asked for.

    Attributes:
        pid: Identifier of the property.
        limit: Longest list of values; 0 for all.
        as_address: Whether things are given by their addresses instead of name and identifier.
    """

    pid: str
    limit: int = 0
    as_address: bool = False


@dataclass(frozen=True, slots=True)
class Extension:
    """Columns that are asked for, of things that were matched."""

    ids: tuple[str, ...]
    columns: tuple[Wanted, ...]


def parse_queries(text: str) -> dict[str, Query]:
    """Read a batch of queries, by their keys.

    Raises:
        ProblemError: 400 when it is none, 413 when it is too long.
    """
    batch = _object(_json(text, "queries"), "queries")
    if len(batch) > MOST_QUERIES:
        raise fail(
            413,
            "batch-size",
            f"There are {len(batch)} queries in the batch.",
            f"Send at most {MOST_QUERIES} at a time.",
            limit=MOST_QUERIES,
        )
    return {key: _query(_object(row, key), key) for key, row in batch.items()}


def parse_extension(text: str) -> Extension:
    """Read a data extension query.

    Raises:
        ProblemError: 400 when it is none, 413 when it asks for too many things.
    """
    given = _object(_json(text, "extend"), "extend")
    ids = _list(given.get("ids"), "ids")
    if len(ids) > MOST_IDS:
        detail = f"There are {len(ids)} identifiers."
        raise fail(413, "batch-size", detail, f"Send at most {MOST_IDS}.", limit=MOST_IDS)
    columns = [_object(row, "properties") for row in _list(given.get("properties"), "properties")]
    return Extension(tuple(map(_text, ids)), tuple(map(_wanted, columns)))


def _query(row: Mapping[str, Any], key: str) -> Query:
    types = row.get("type") or []
    constraints = [_object(one, key) for one in _list(row.get("properties", []), "properties")]
    query = Query(
        name=_text(row.get("query", "")).strip(),
        types=tuple(map(_text, types if isinstance(types, list) else [types])),
        strict=str(row.get("type_strict", "any")),
        limit=min(max(_whole(row.get("limit", CANDIDATES), "limit"), 1), MOST_CANDIDATES),
        constraints=tuple(map(_constraint, constraints)),
    )
    if not query.name and not query.constraints:
        raise _malformed(f"query {key!r} has neither a name in query nor properties")
    if query.strict not in ("any", "all", "should"):
        raise _malformed(f"type_strict is {query.strict[:40]!r}, not any, all or should")
    return query


def _constraint(row: Mapping[str, Any]) -> Constraint:
    if "v" not in row:
        raise _malformed("a property has no v")
    values = row["v"] if isinstance(row["v"], list) else [row["v"]]
    return Constraint(_text(row.get("pid")), tuple(map(_value, values)))


def _value(given: Any) -> Value:
    if isinstance(given, Mapping):
        return Same(_text(given.get("id")))
    if isinstance(given, str | float | int):
        return given
    raise _malformed(f"a value of a property is {str(given)[:40]!r}")


def _wanted(row: Mapping[str, Any]) -> Wanted:
    settings = _object(row.get("settings") or {}, "settings")
    limit = max(_whole(settings.get("limit") or 0, "limit"), 0)
    return Wanted(_text(row.get("id")), limit, settings.get("form") == "address")


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _malformed(f"{name} is no JSON ({error})") from error


def _object(value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _malformed(f"{name[:40]!r} holds {str(value)[:40]!r} where an object belongs")
    return value


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise _malformed(f"{name} is {str(value)[:40]!r}, but must be a list")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _malformed(f"{str(value)[:40]!r} stands where text belongs")
    return value


def _whole(value: Any, name: str) -> int:
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise _malformed(f"{name} is {str(value)[:40]!r}, but must be a whole number") from error


def _malformed(detail: str) -> Exception:
    hint = "See the Reconciliation Service API 0.2, sections 4 and 7."
    return fail(400, "reconciliation", f"The request cannot be read: {detail}.", hint)

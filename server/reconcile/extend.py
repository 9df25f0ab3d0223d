"""Columns of data for things that were matched (section 7 of the specification)."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode

from ontology.curies import term
from ontology.iris import is_slug

from ..snapshots import Snapshot
from ..standing import slug_of
from .requests import Extension, Wanted
from .schema import (
    DEFAULT,
    LABEL,
    NOTATION,
    REGISTERS,
    SAME,
    TYPE,
    Node,
    Path,
    Schema,
    identifier_of,
    local,
)

_SAMPLE, PROPOSED = 300, 40
_WHOLE = tuple(term(f"xsd:{name}") for name in ("integer", "nonNegativeInteger"))
_DECIMAL, _DATE = term("xsd:decimal"), term("xsd:date")


def extend(snapshot: Snapshot, schema: Schema, asked: Extension) -> dict[str, Any]:
    """Give the values of properties for things; a thing that is unknown has none.

    Raises:
        ProblemError: 400 when a property is none.
    """
    paths = [(Path(snapshot, schema, column.pid), column) for column in asked.columns]
    meta = [{"id": path.id, "name": path.name} for path, _ in paths]
    rows = {
        slug: {path.id: _cell(snapshot, slug, path, column) for path, column in paths}
        for slug in asked.ids
    }
    return {"meta": meta, "rows": rows}


def propose(snapshot: Snapshot, schema: Schema, kind: str, limit: int = PROPOSED) -> dict[str, Any]:
    """Propose properties that things of a class have, the most used first.

    Args:
        snapshot: The data.
        schema: Its classes and properties.
        kind: Identifier of a class; empty for all things.
        limit: Longest list.
    """
    names = schema.properties
    used = _used(snapshot, kind) if not kind or local(kind) in schema.classes else Counter()
    chosen = [pid for pid, _ in sorted(used.items(), key=lambda row: (-row[1], row[0]))]
    told = [{"id": pid, "name": names[pid].name} for pid in chosen if pid in names]
    return {"properties": told[:limit], "limit": limit} | ({"type": kind} if kind else {})


def _used(snapshot: Snapshot, kind: str) -> Counter[str]:
    """Count how many of some things of a class have each property."""
    used: Counter[str] = Counter()
    store, pattern = snapshot.store, term(local(kind)) if kind else None
    found = store.quads_for_pattern(None, TYPE, pattern, DEFAULT)
    ours = (quad.subject for quad in found if slug_of(snapshot, quad.subject))
    for thing in islice(ours, _SAMPLE):
        out = store.quads_for_pattern(thing, None, None, DEFAULT)
        used.update({pid for quad in out for pid in _names(quad.predicate, quad.object)})
        back = store.quads_for_pattern(None, None, thing, DEFAULT)
        pids = {identifier_of(quad.predicate) for quad in back}
        used.update(f"^{pid}" for pid in pids if pid)
    return used


def _names(predicate: NamedNode, value: object) -> list[str]:
    """Name a triple's property, and the code list or register that its value is of."""
    names = [identifier_of(predicate)]
    if predicate == NOTATION and isinstance(value, Literal):
        names.append(local(value.datatype.value))
    if predicate in SAME and isinstance(value, NamedNode):
        names += [name for name, (begin, _) in REGISTERS.items() if value.value.startswith(begin)]
    return [name for name in names if name]


def _cell(snapshot: Snapshot, slug: str, path: Path, column: Wanted) -> list[dict[str, Any]]:
    if not is_slug(slug):
        return []
    nodes = path.follow(snapshot.base.thing(slug))
    return [_told(snapshot, node, column) for node in nodes[: column.limit or None]]


def _told(snapshot: Snapshot, node: Node, column: Wanted) -> dict[str, Any]:
    if isinstance(node, Literal):
        return _value(node)
    slug = None if column.as_address else slug_of(snapshot, node)
    label = _label(snapshot, node)
    if slug and label:
        return {"id": slug, "name": label}
    return {"str": node.value if column.as_address or not label else label}


def _label(snapshot: Snapshot, node: NamedNode) -> str:
    labels = snapshot.store.quads_for_pattern(node, LABEL, None, DEFAULT)
    return min(
        (quad.object.value for quad in labels if isinstance(quad.object, Literal)), default=""
    )


def _value(node: Literal) -> dict[str, Any]:
    if node.datatype in _WHOLE:
        return {"int": int(node.value)}
    if node.datatype == _DECIMAL:
        return {"float": float(node.value)}
    if node.datatype == _DATE:
        return {"date": f"{node.value}T00:00:00Z"}
    return {"str": node.value}

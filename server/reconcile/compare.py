"""How well a value in a spreadsheet fits what is said of a thing, from 0 to 1."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ontology.fulltext import fold

from ..search import similarity
from ..snapshots import Snapshot
from .requests import Constraint, Same, Value
from .schema import ALT_LABEL, DEFAULT, LABEL, Node, Path, local

#: What a value that is like none of those that are said is worth, and one where nothing is said.
UNLIKE, UNKNOWN, LIKE = 0.0, 0.5, 0.8


def fit(snapshot: Snapshot, thing: NamedNode, path: Path, constraint: Constraint) -> float:
    """Tell how well the best of the values fits; ``UNKNOWN`` where nothing is said."""
    said = path.follow(thing)
    if not said or not constraint.values:
        return UNKNOWN
    return max(_fit(snapshot, node, value) for node in said for value in constraint.values)


def _fit(snapshot: Snapshot, node: Node, value: Value) -> float:
    if isinstance(value, Same):
        return float(isinstance(node, NamedNode) and value.id in _identifiers(snapshot, node))
    if isinstance(node, Literal):
        return _literal(node, value)
    if isinstance(value, str) and value.strip() in _identifiers(snapshot, node):
        return 1.0
    return max((_words(name, str(value)) for name in _names(snapshot, node)), default=UNLIKE)


def _literal(node: Literal, value: Value) -> float:
    if isinstance(value, bool):
        return float(node.value == str(value).lower())
    text = str(value).strip()
    if node.value == text or _same_number(node.value, text):
        return 1.0
    if _dated(node):
        return float(len(text) >= len("2031") and _one_begins_other(text, node.value))
    return _words(node.value, text)


def _words(said: str, value: str) -> float:
    alike = similarity(fold(said), fold(value)) / 100
    return alike if alike >= LIKE else UNLIKE


def _same_number(one: str, other: str) -> bool:
    try:
        return float(one) == float(other)
    except ValueError:
        return False


def _one_begins_other(one: str, other: str) -> bool:
    """Tell whether one of two dates is the other, or is it at a coarser precision."""
    return one.startswith(other) or other.startswith(one)


def _dated(node: Literal) -> bool:
    return node.datatype.value.endswith(("#date", "#gYear", "#gYearMonth"))


def _identifiers(snapshot: Snapshot, node: NamedNode) -> set[str]:
    path = snapshot.base.path(node.value) or ""
    return {node.value, path.removeprefix("id/"), local(node.value)} - {""}


def _names(snapshot: Snapshot, node: NamedNode) -> list[str]:
    return [
        quad.object.value
        for predicate in (LABEL, ALT_LABEL)
        for quad in snapshot.store.quads_for_pattern(node, predicate, None, DEFAULT)
        if isinstance(quad.object, Literal)
    ]

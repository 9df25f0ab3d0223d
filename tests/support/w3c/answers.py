"""Answers of queries in a form in which two can be compared, whatever they were written in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

Term = NamedNode | BlankNode | Literal | Triple
Row = Mapping[str, Term]
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
RESULTS = {
    "srx": QueryResultsFormat.XML,
    "srj": QueryResultsFormat.JSON,
    "tsv": QueryResultsFormat.TSV,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives.

    Attributes:
        truth: Of ASK, else None.
        quads: Of CONSTRUCT, or one node for each row with the values of its variables; nodes
            without a name are renamed so that equal answers are equal here.
        lines: Of CSV, which does not tell terms apart: the cells of each row as ``name=value``.
    """

    truth: bool | None = None
    quads: frozenset[Quad] = frozenset()
    lines: tuple[tuple[str, ...], ...] = ()


def of_engine(found: object, *, ordered: bool = False) -> Answer:
    """Take an answer from the engine."""
    if isinstance(found, QueryBoolean):
        return Answer(truth=bool(found))
    if isinstance(found, QueryTriples):
        return Answer(quads=_canonical(Quad(t.subject, t.predicate, t.object) for t in found))
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    rows = [{n: row[n] for n in names if row[n] is not None} for row in found]
    return of_rows(rows, ordered=ordered)


def of_rows(rows: Iterable[Row], *, ordered: bool = False) -> Answer:
    """Take rows, in their order where that counts."""
    quads = []
    for number, row in enumerate(rows):
        node = BlankNode(f"row{number}")
        quads += [Quad(node, NamedNode(f"var:{name}"), term) for name, term in row.items()]
        quads.append(Quad(node, NamedNode("row:is"), Literal(number if ordered else 0)))
    return Answer(quads=_canonical(quads))


def of_results(data: bytes, extension: str, *, ordered: bool = False) -> Answer:
    """Take a results document, by the suffix of its format."""
    if extension == "csv":
        rows = csv.DictReader(data.decode().splitlines())
        return Answer(lines=tuple(sorted(_cells(row) for row in rows)))
    return of_engine(parse_query_results(data, format=RESULTS[extension]), ordered=ordered)


def _cells(row: Mapping[str, str]) -> tuple[str, ...]:
    """Give a row's cells by name; what a node without a name is called does not count."""
    return tuple(sorted(f"{name}={re.sub('^_:.*', '_:', cell)}" for name, cell in row.items()))


def of_graph(data: bytes, form: RdfFormat, base: str = "http://base.example/") -> Answer:
    """Take a graph."""
    return Answer(quads=_canonical(parse(data, format=form, base_iri=base)))


def of_file(path: Path, base: str) -> tuple[Answer, bool]:
    """Read what must come out; tell also whether the order of rows counts."""
    extension = path.suffix[1:]
    if extension in (*RESULTS, "csv"):
        return of_results(path.read_bytes(), extension), False
    form = RdfFormat.from_extension(extension)
    assert form
    store = Store()
    store.load(path=path, format=form, base_iri=base + path.name)
    if not _first(store, None, RS + "ResultSet"):
        return of_graph(path.read_bytes(), form, base + path.name), False
    return _of_result_set(store)


def _of_result_set(store: Store) -> tuple[Answer, bool]:
    truth = next(store.quads_for_pattern(None, NamedNode(RS + "boolean"), None), None)
    if truth is not None and isinstance(truth.object, Literal):
        return Answer(truth=truth.object.value == "true"), False
    numbered = []
    for quad in store.quads_for_pattern(None, NamedNode(RS + "solution"), None):
        node = quad.object
        assert isinstance(node, BlankNode | NamedNode)
        index = _value(store, node, "index")
        number = int(index.value) if isinstance(index, Literal) else 0
        numbered.append((number, _row(store, node)))
    ordered = any(number for number, _ in numbered)
    rows = [row for _, row in sorted(numbered, key=lambda pair: pair[0])]
    return of_rows(rows, ordered=ordered), ordered


def _row(store: Store, node: BlankNode | NamedNode) -> dict[str, Term]:
    row: dict[str, Term] = {}
    for quad in store.quads_for_pattern(node, NamedNode(RS + "binding"), None):
        binding = quad.object
        assert isinstance(binding, BlankNode | NamedNode)
        name, value = _value(store, binding, "variable"), _value(store, binding, "value")
        assert isinstance(name, Literal)
        assert value is not None
        row[name.value] = value
    return row


def _value(store: Store, node: BlankNode | NamedNode, name: str) -> Term | None:
    found = next(store.quads_for_pattern(node, NamedNode(RS + name), None), None)
    return found.object if found else None


def _first(store: Store, subject: NamedNode | None, kind: str) -> Quad | None:
    return next(store.quads_for_pattern(subject, None, NamedNode(kind)), None)


def _canonical(quads: Iterable[Quad]) -> frozenset[Quad]:
    """Write numbers as the engine keeps them, and rename nodes without a name."""
    store = Store()
    store.extend(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads)
    dataset = Dataset(store)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(dataset)

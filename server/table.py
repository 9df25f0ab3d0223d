"""The answer to a query as rows, for the query page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from .formats import GRAPHS, RESULTS
from .query import Result, Wanted

Term = NamedNode | BlankNode | Literal | Triple
LARGEST_MB = 16
"""Most of an answer that is read for a page, in MiB."""
WANTED = Wanted(RESULTS[0], next(row for row in GRAPHS if row.extension == "nt"))


@dataclass(frozen=True, slots=True)
class Table:
    """What a query gave.

    Attributes:
        form: ``select``, ``ask`` or ``graph``.
        variables: Names of the columns.
        rows: The first rows; None where a row has no value.
        total: How many rows there are in all.
        truth: Answer of an ASK query, else None.
        elapsed_ms: Time from asking to the whole answer.
    """

    form: str
    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    total: int
    truth: bool | None = None
    elapsed_ms: int = 0


def read_table(result: Result, *, row_limit: int, elapsed_ms: int) -> Table:
    """Read an answer that was asked for with ``WANTED``; keep the first rows, count all.

    Raises:
        BrokenOffError: Where the query failed after its first batch.
    """
    try:
        data = b"".join(result.chunks())
    finally:
        result.close()
    if result.form == "graph":
        triples = parse(data, format=RdfFormat.N_TRIPLES)
        kept = tuple((q.subject, q.predicate, q.object) for q in islice(triples, row_limit))
        total = len(kept) + sum(1 for _ in triples)
        variables = ("subject", "predicate", "object")
        return Table("graph", variables, kept, total, elapsed_ms=elapsed_ms)
    found = parse_query_results(data, format=QueryResultsFormat.JSON)
    if isinstance(found, QueryBoolean):
        return Table("ask", (), (), 0, bool(found), elapsed_ms)
    assert isinstance(found, QuerySolutions)  # noqa: S101 (there is no third form)
    rows = tuple(tuple(solution) for solution in islice(found, row_limit))
    total = len(rows) + sum(1 for _ in found)
    names = tuple(variable.value for variable in found.variables)
    return Table("select", names, rows, total, elapsed_ms=elapsed_ms)

"""The query page, as values: examples from the gallery, the rows of an answer, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from ontology import files

from ..errors import Problem
from ..formats import GRAPHS, RESULTS
from ..table import Table, Term
from .graph import Graph
from .model import Link
from .words import counted

LONGEST_CELL = 300


@dataclass(frozen=True, slots=True)
class Example:
    """A query of the gallery: its file's name, its question, its text."""

    name: str
    question: str
    text: str

    @property
    def address(self) -> str:
        """Where the query page shows it with its answer."""
        return f"query?query={quote(self.text, safe='')}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong: status, what was seen, what to do, and the line it was seen in.

    Attributes:
        line: Number of the line, from 1; None when the trouble has no place.
        column: Number of the column, from 1; None when the trouble has no place.
        quoted: The line itself; empty when there is none.
    """

    title: str
    detail: str
    hint: str
    line: int | None = None
    column: int | None = None
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class QueryView:
    """All that the query page shows.

    Attributes:
        text: The query as it was sent, or the one to start with.
        asked: Whether somebody sent it.
        examples: The gallery in its order.
        summary: "9 rows", "Yes", "No", "12 triples"; empty when nothing was asked.
        heads: Names of the columns.
        rows: Cells of the rows that are drawn.
        cut: How many rows there are beyond those drawn.
        downloads: Each format with its address.
        permalink: This query's own address.
        trouble: What went wrong; None when nothing did.
        elapsed: Milliseconds that the answer took.
    """

    text: str
    asked: bool
    examples: tuple[Example, ...]
    summary: str = ""
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[Link, ...], ...] = ()
    cut: int = 0
    downloads: tuple[Link, ...] = ()
    permalink: str = ""
    trouble: Trouble | None = None
    elapsed: int = 0


def query_view(graph: Graph, text: str, table: Table | None, problem: Problem | None) -> QueryView:
    """Make the view of the query page.

    Args:
        graph: The snapshot, for labels.
        text: What was sent; empty for a first visit.
        table: What the query gave; None when it was not run or failed.
        problem: Why it gave nothing; None when it did.
    """
    examples = gallery(graph.base.iri)
    if not text.strip():
        start = examples[0].text if examples else ""
        return QueryView(start, False, examples)
    place = f"query={quote(text, safe='')}"
    view = {"text": text, "asked": True, "examples": examples, "permalink": f"query?{place}"}
    if table is None:
        return QueryView(**view, trouble=trouble(text, problem))  # type: ignore[arg-type]
    return QueryView(
        **view,  # type: ignore[arg-type]
        summary=summary(table),
        heads=table.variables,
        rows=tuple(tuple(cell(graph, term) for term in row) for row in table.rows),
        cut=table.total - len(table.rows),
        downloads=tuple(downloads(place, table.form)),
        elapsed=table.elapsed_ms,
    )


def summary(table: Table) -> str:
    """Say in a word or two what a query gave."""
    if table.truth is not None:
        return "Yes" if table.truth else "No"
    return counted(table.total, "triple" if table.form == "graph" else "row")


def downloads(place: str, form: str) -> list[Link]:
    """Link the same answer in every format that can hold it."""
    formats = GRAPHS if form == "graph" else RESULTS
    return [Link(one.name, f"sparql?{place}&format={one.extension}") for one in formats]


def cell(graph: Graph, term: Term | None) -> Link:
    """Show a term: an IRI by its label and linked, a literal by its text, nothing as nothing."""
    if isinstance(term, NamedNode):
        return graph.link(term)
    if isinstance(term, Literal):
        text = term.value
        return Link(text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]} …")
    return Link("" if term is None else str(term))


def trouble(text: str, problem: Problem | None) -> Trouble | None:
    """Say what went wrong, with the line that it was seen in."""
    if problem is None:
        return None
    line, column = problem.members.get("line"), problem.members.get("column")
    lines = text.splitlines()
    quoted = lines[line - 1] if isinstance(line, int) and 0 < line <= len(lines) else ""
    return Trouble(problem.title, problem.detail, problem.hint, line, column, quoted)


@cache
def gallery(base: str) -> tuple[Example, ...]:
    """Read the gallery in the order of its files, with the base filled in.

    Raises:
        ValueError: When a query does not begin with its question as a comment.
    """
    return tuple(Example(one.name, one.question, one.text) for one in files.gallery(base))

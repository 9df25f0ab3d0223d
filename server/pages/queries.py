"""The query page, as values: examples from the gallery, the rows of an answer, what went wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from ontology import files

from ..errors import Problem
from ..failures import MEND
from ..table import Table
from .answer import AnswerView, answer_view
from .graph import Graph
from .snippets import Snippet, snippets

TITLES = {
    "query-syntax": "Not valid SPARQL",
    "query-evaluation": "Not to be evaluated",
    "deadline": "Stopped: it took too long",
    "memory": "Stopped: it needed too much memory",
    "too-large": "The answer is too large",
    "busy": "Too many queries at once",
    "read-only": "Nothing can be changed here",
}
"""What went wrong in plain words, by the code of the problem; others by the standard's phrase."""


# The place and what went wrong stand above the line that is quoted, and need not be said again.
_PLACED = re.compile(r"The query is not valid SPARQL: (?:line \d+, column \d+: )?(.+)", re.DOTALL)


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
class Sent:
    """What was sent to the query page, and what came of it.

    Attributes:
        query: SPARQL text; empty for a first visit.
        view: Name of the view that was asked for; empty for the one that fits.
        table: What it gave; None when it was not run or failed.
        problem: Why it gave nothing; None when it did.
    """

    query: str = ""
    view: str = ""
    table: Table | None = None
    problem: Problem | None = None


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
        permalink: This query's own address, with the view that is shown.
        answer: What it gave; None when it was not run or failed.
        trouble: What went wrong; None when nothing did.
        snippets: Programs that ask the same elsewhere.
    """

    text: str
    asked: bool
    examples: tuple[Example, ...]
    permalink: str = ""
    answer: AnswerView | None = None
    trouble: Trouble | None = None
    snippets: tuple[Snippet, ...] = ()


def query_view(graph: Graph, endpoint: str, sent: Sent) -> QueryView:
    """Make the view of the query page.

    Args:
        graph: The snapshot, for labels.
        endpoint: Address of ``/sparql``, absolute.
        sent: What was sent, and what came of it.
    """
    examples, text = gallery(graph.base.iri), sent.query
    if not text.strip():
        start = examples[0].text if examples else ""
        return QueryView(start, False, examples)
    place = f"query?query={quote(text, safe='')}"
    if sent.table is None:
        return QueryView(text, True, examples, place, trouble=trouble(text, sent.problem))
    answer = answer_view(graph, text, sent.table, sent.view)
    if len(answer.views) > 1:
        place += f"&view={answer.view}"
    programs = snippets(endpoint, text) if sent.table.form == "select" else ()
    return QueryView(text, True, examples, place, answer, snippets=programs)


def trouble(text: str, problem: Problem | None) -> Trouble | None:
    """Say what went wrong, with the line that it was seen in."""
    if problem is None:
        return None
    line, column = problem.members.get("line"), problem.members.get("column")
    lines = text.splitlines()
    quoted = lines[line - 1] if isinstance(line, int) and 0 < line <= len(lines) else ""
    title, detail, hint = TITLES.get(problem.code, problem.title), problem.detail, problem.hint
    if quoted and (found := _PLACED.match(detail)):
        detail, hint = found[1][:1].upper() + found[1][1:], "" if hint == MEND else hint
    return Trouble(title, detail, hint, line, column, quoted)


@cache
def gallery(base: str) -> tuple[Example, ...]:
    """Read the gallery in the order of its files, with the base filled in.

    Raises:
        ValueError: When a query does not begin with its question as a comment.
    """
    return tuple(Example(one.name, one.question, one.text) for one in files.gallery(base))

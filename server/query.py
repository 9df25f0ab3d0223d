"""Runs a query within its limits; says truthfully why when there is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from ontology import PREFIXES, prefixes_for

from . import tokens
from .cache import Cache
from .config import Config
from .errors import Problem, ProblemError, fail
from .formats import GRAPHS, RESULTS, Format, find_format
from .protocol import QueryRequest
from .snapshots import Snapshot
from .workers import Limits, Pool, QueryFailedError

_PLACE = re.compile(r"error at (\d+):(\d+): ")
_CHUNK = 1 << 16
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Wanted:
    """The formats that a client takes, by the form of the answer; None where it takes none."""

    results: Format | None
    graph: Format | None


@dataclass(frozen=True, slots=True)
class Result:
    """A whole answer.

    Attributes:
        format: How it is written.
        form: ``select``, ``ask`` or ``graph``.
        body: The bytes, or a file of them where they are many.
        length: Size in bytes.
    """

    format: Format
    form: str
    body: bytes | IO[bytes]
    length: int

    def chunks(self) -> Iterator[bytes]:
        """Give the body in pieces, once where it is a file."""
        if isinstance(self.body, bytes):
            yield self.body
            return
        while chunk := self.body.read(_CHUNK):
            yield chunk

    def close(self) -> None:
        """Let go of the file."""
        if not isinstance(self.body, bytes):
            self.body.close()


class Engine:
    """Answers queries over snapshots, through query processes and a memory of earlier answers."""

    def __init__(self, config: Config) -> None:
        self.pool = Pool(config)
        self._cache: Cache[Result] = Cache(config.cache_mb << 19)

    def answer(self, snapshot: Snapshot, request: QueryRequest, wanted: Wanted) -> Result:
        """Run a query to its end.

        Raises:
            ProblemError: 400 for a faulty query, 406 when the client takes no format that fits
                its form, 413 for too large a result, 502 when a called endpoint fails, 503 at
                a limit.
        """
        key = (snapshot.id, snapshot.base, request, wanted)
        if request.fixed and (known := self._cache.get(key)):
            return known
        result = self._run(snapshot, request, wanted)
        if request.fixed and isinstance(result.body, bytes):
            self._cache.put(key, result, result.length + len(request.query))
        return result

    def _run(self, snapshot: Snapshot, request: QueryRequest, wanted: Wanted) -> Result:
        try:
            answer = self.pool.run(snapshot.folder, _message(snapshot, request, wanted))
        except QueryFailedError as error:
            raise ProblemError(problem_of(error, self.pool.limits, request.query)) from error
        if not answer.format:
            raise _no_format(answer.form)
        table = GRAPHS if answer.form == "graph" else RESULTS
        form = find_format(answer.format, table) or table[0]
        if answer.length > _CHUNK:
            return Result(form, answer.form, answer.body, answer.length)
        with answer.body as file:
            return Result(form, answer.form, file.read(), answer.length)


def _message(snapshot: Snapshot, request: QueryRequest, wanted: Wanted) -> dict[str, Any]:
    return {
        "query": request.query,
        "calls": request.calls,
        "base": snapshot.base.iri,
        "default_graphs": request.default_graphs,
        "named_graphs": request.named_graphs,
        "results": wanted.results.extension if wanted.results else None,
        "graph": wanted.graph.extension if wanted.graph else None,
        "prefixes": prefixes_for(snapshot.base.iri),
    }


def _no_format(form: str) -> ProblemError:
    offered = [row.media_type for row in (GRAPHS if form == "graph" else RESULTS)]
    return fail(
        406,
        "not-acceptable",
        f"The answer is {'a graph' if form == 'graph' else 'a table or a truth value'}, and the "
        "request accepts none of the formats for that.",
        f"Ask for one of {', '.join(offered)}.",
        formats=offered,
    )


def problem_of(error: QueryFailedError, limits: Limits, query: str = "") -> Problem:
    """Tell a client what became of its query, and what to change."""
    if error.kind == "syntax":
        return _syntax(error.detail, query)
    if error.kind == "evaluation":
        detail = f"The query could not be evaluated: {error.detail}"
        hint = "Change the query, or ask for another format where the format is the reason."
        return Problem(400, "query-evaluation", detail, hint)
    if error.kind == "service":
        detail = f"An endpoint that the query calls gave no answer: {error.detail[:_LONGEST]}"
        hint = "Ask it by itself to see why; with SERVICE SILENT the query goes on without it."
        return Problem(502, "service-failed", detail, hint)
    status, detail, hint = _AT_LIMIT[error.kind]
    values = {"deadline_s": limits.deadline_s, "memory_mb": limits.memory_mb}
    values["output_mb"] = limits.output_mb
    headers = {"Retry-After": "5"} if error.kind == "busy" else {}
    return Problem(status, error.kind, detail.format(**values), hint, {"limits": values}, headers)


def _syntax(detail: str, query: str) -> Problem:
    members: dict[str, Any] = {}
    hint = "Mend it at that place."
    if place := _PLACE.search(detail):
        members = {"line": int(place[1]), "column": int(place[2])}
        detail = f"line {place[1]}, column {place[2]}: {detail[place.end() :]}"
    if len(detail) > _LONGEST:
        detail = detail[:_LONGEST].rpartition(",")[0] + ", …"
    if prefix := tokens.undeclared_prefix(query):
        detail = f"the prefix {prefix!r} is not declared"
        namespace = PREFIXES.get(prefix.rstrip(":"), "…")
        hint = f"Put this line at its head: PREFIX {prefix} <{namespace}>"
    if tokens.is_update(query):
        hint = (
            "Updates are not taken: this endpoint only answers SELECT, ASK, CONSTRUCT and DESCRIBE."
        )
    detail = f"The query is not valid SPARQL: {detail}."
    return Problem(400, "query-syntax", detail, hint, members)


_AT_LIMIT = {
    "deadline": (
        503,
        "The query was stopped after {deadline_s:g} seconds, the longest time a query may take.",
        "Make it narrower: name a class or a thing, bind variables early, avoid patterns that "
        "share no variable, add LIMIT (without ORDER BY), or download the dump.",
    ),
    "memory": (
        503,
        "The query was stopped because it needed more than {memory_mb} MiB of memory.",
        "Sort or group fewer rows, avoid patterns that share no variable and strings that grow, "
        "or download the dump.",
    ),
    "too-large": (
        413,
        "The result is larger than {output_mb} MiB, the most that one answer may hold.",
        "Add LIMIT and OFFSET (with ORDER BY), select fewer columns, or download the dump.",
    ),
    "busy": (
        503,
        "All query processes are at work and enough queries wait already.",
        "Send the query again in a few seconds.",
    ),
    "crash": (
        503,
        "The query ended its process; other queries are not touched.",
        "Write it with less nesting; if it is short and plain, please report it.",
    ),
}

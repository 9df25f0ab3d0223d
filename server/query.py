"""Runs a query within its limits; equal ones under way at the same time run once."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol

from ontology import prefixes_for

from .cache import Cache
from .clients import NOBODY, Client
from .config import Config
from .errors import ProblemError, fail
from .failures import problem_of
from .flights import Flight, Flights
from .formats import GRAPHS, RESULTS, Format, find_format
from .lookups import look_up
from .protocol import QueryRequest
from .relay import relay
from .snapshots import Snapshot
from .spool import Spool
from .workers import Answer, Pool, QueryFailedError

_GRAPH_FORMS = re.compile("construct|describe", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The formats that a client takes, by the form of the answer; None where it takes none."""

    results: Format | None
    graph: Format | None


@dataclass(frozen=True, slots=True)
class Result:
    """An answer.

    Attributes:
        format: How it is written.
        form: ``select``, ``ask`` or ``graph``.
        body: The whole body where it is small, else one that may still grow.
    """

    format: Format
    form: str
    body: bytes | Spool

    @property
    def length(self) -> int | None:
        """Size in bytes; None while it may still grow."""
        return len(self.body) if isinstance(self.body, bytes) else None

    def chunks(self) -> Iterator[bytes]:
        """Give the body in pieces.

        Raises:
            BrokenOffError: Where the query failed after its first batch.
        """
        if isinstance(self.body, bytes):
            yield self.body
        else:
            yield from self.body.pieces()

    def shared(self) -> bool:
        """Count one more reader; False when the body is no longer there."""
        return isinstance(self.body, bytes) or self.body.open()

    def close(self) -> None:
        """Say that this reader needs no more of it."""
        if isinstance(self.body, Spool):
            self.body.close()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of what, and by whom.

    Attributes:
        snapshot: The data.
        request: The query.
        wanted: Formats that the client takes.
        output_mb: Largest answer that is of use, in MiB.
        client: Who asks.
    """

    snapshot: Snapshot
    request: QueryRequest
    wanted: Wanted
    output_mb: int
    client: Client = NOBODY

    @property
    def key(self) -> tuple[object, ...]:
        """What determines the answer."""
        wanted = (self.wanted.results, self.wanted.graph)
        names = tuple(form.extension if form else None for form in wanted)
        return (self.snapshot.id, self.snapshot.base.iri, self.request.basis, names, self.output_mb)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a query ended, for whoever counts, logs or charges.

    Attributes:
        question: What was asked.
        outcome: ``ok``, or the kind of failure.
        seconds: How long a query process was at it.
        status: HTTP status that was sent or will be.
    """

    question: Question
    outcome: str
    seconds: float
    status: int


class Watch(Protocol):
    """Who may run a query, and what becomes of it."""

    def admit(self, client: Client) -> None:
        """Let a client run one more query.

        Raises:
            ProblemError: 429 when it may not now.
        """

    def ended(self, ended: Ended) -> None:
        """Take in how a query ended."""


class Engine:
    """Answers queries over snapshots, through query processes and a memory of earlier answers."""

    def __init__(self, config: Config, watch: Watch) -> None:
        self.pool = Pool(config)
        self._cache: Cache[Result] = Cache(config.cache_mb << 19)
        self._places = _Places(config.query_workers + config.query_queue)
        self._flights: Flights[Result] = Flights(_is_over)
        self._watch = watch

    def answer(self, question: Question) -> Result:
        """Run a query, or give what an equal one gave; a large answer may still grow.

        Raises:
            ProblemError: 400 for a faulty query, 406 when the client takes no format that fits
                its form, 413 for too large a result, 502 when a called endpoint fails, 503 at
                a limit.
        """
        if not question.request.fixed:
            with self._place(question):
                return self._run(question, question.client.connection.is_gone)
        key = question.key
        return self._cache.get(key) or self._looked_up(key, question) or self._shared(key, question)

    def _looked_up(self, key: tuple[object, ...], question: Question) -> Result | None:
        if not question.request.is_lookup:
            return None
        self._watch.admit(question.client)
        began = time.perf_counter()
        if (answer := look_up(question.snapshot.store, _message(question))) is None:
            return None
        self._tell(question, "ok", time.perf_counter() - began, under_way=False)
        return self._kept(key, question, _result(answer))

    def _kept(self, key: tuple[object, ...], question: Question, found: Result) -> Result:
        if found.length is not None:
            self._cache.put(key, found, found.length + len(question.request.query))
        return found

    def _place(self, question: Question) -> _Places:
        self._watch.admit(question.client)
        if not self._places.take():
            error = QueryFailedError("busy")
            self._tell(question, error.kind, 0.0, under_way=False)
            raise ProblemError(problem_of(error, self.pool.limits))
        return self._places

    def _shared(self, key: tuple[object, ...], question: Question) -> Result:
        with self._place(question):
            gone = question.client.connection.is_gone
            flight, is_first = self._flights.join(key, gone)
            while not is_first:
                found = self._flights.follow(flight)
                if found is not None and found.shared():
                    return found
                flight, is_first = self._flights.join(key, gone)
            return self._lead(key, flight, question)

    def _lead(self, key: tuple[object, ...], flight: Flight[Result], question: Question) -> Result:
        found, failed = None, None
        try:
            found = self._kept(key, question, self._run(question, flight.deserted))
        except ProblemError as error:
            failed = None if error.problem.code == "gone" else error
            raise
        finally:
            self._flights.land(flight, found, failed)
        return found

    def _run(self, question: Question, gone: Callable[[], bool]) -> Result:
        def ended(outcome: str, seconds: float, *, under_way: bool) -> None:
            self._tell(question, outcome, seconds, under_way=under_way)

        try:
            answer = self.pool.run(question.snapshot.place, _message(question), gone, ended)
        except QueryFailedError as error:
            limits = replace(self.pool.limits, output_mb=question.output_mb)
            problem = problem_of(error, limits, question.request.query)
            raise ProblemError(problem) from error
        return _result(answer)

    def _tell(self, question: Question, outcome: str, seconds: float, *, under_way: bool) -> None:
        failed = outcome != "ok" and not under_way
        error = QueryFailedError(outcome)
        status = problem_of(error, self.pool.limits).status if failed else 200
        self._watch.ended(Ended(question, outcome, seconds, status))


class _Places:
    """Places for those whose queries run or wait; one that was taken is held for a block."""

    def __init__(self, count: int) -> None:
        self._left, self._lock = count, threading.Lock()

    def take(self) -> bool:
        """Take a place; False when there is none."""
        with self._lock:
            if self._left <= 0:
                return False
            self._left -= 1
            return True

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._left += 1


def _is_over(result: Result) -> bool:
    return isinstance(result.body, bytes) or result.body.is_over


def _message(question: Question) -> dict[str, Any]:
    request, wanted, base = question.request, question.wanted, question.snapshot.base.iri
    return {
        "query": request.query,
        "calls": request.calls,
        "base": base,
        "default_graphs": request.default_graphs,
        "named_graphs": request.named_graphs,
        "results": wanted.results.extension if wanted.results else None,
        "graph": wanted.graph.extension if wanted.graph else None,
        "output_mb": question.output_mb,
        "prefixes": prefixes_for(base) if _GRAPH_FORMS.search(request.query) else {},
        "relay": relay(question.snapshot.published, request, base),
    }


def _result(answer: Answer) -> Result:
    if not answer.format:
        raise _no_format(answer.form)
    table = GRAPHS if answer.form == "graph" else RESULTS
    form = find_format(answer.format, table) or table[0]
    return Result(form, answer.form, answer.body)


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

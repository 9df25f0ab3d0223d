"""Reads for a page that anybody can make heavy: its queries run where those of users run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Quad, QueryResultsFormat, parse_query_results

from .clients import Client
from .errors import Problem, ProblemError
from .failures import problem_of
from .protocol import QueryRequest
from .query import Engine, Question
from .snapshots import Snapshot
from .spool import BrokenOffError
from .store.reads import Answer, GraphName, Subject, Term
from .table import LARGEST_MB, WANTED
from .workers import QueryFailedError


@dataclass(frozen=True, slots=True)
class PooledReads:
    """Reads of a snapshot whose queries are under the limits and budgets of users' own.

    Attributes:
        snapshot: The data.
        engine: Runs the queries in its processes.
        client: Who is charged for them.
        hint: What who asked may change, where a query meets a limit.
    """

    snapshot: Snapshot
    engine: Engine
    client: Client
    hint: str

    def query(self, query: str, /) -> Answer:
        """Answer a SELECT or ASK of this house's own.

        Raises:
            ProblemError: When it meets a limit, or there is no process free.
        """
        try:
            data = self._bytes(query)
        except ProblemError as error:
            raise ProblemError(self._told(error)) from error
        return parse_query_results(data, format=QueryResultsFormat.JSON)

    def _bytes(self, query: str) -> bytes:
        request = QueryRequest(query)
        result = self.engine.answer(
            Question(self.snapshot, request, WANTED, LARGEST_MB, self.client)
        )
        try:
            return b"".join(result.chunks())
        except BrokenOffError as error:
            limits = replace(self.engine.pool.limits, output_mb=LARGEST_MB)
            raise ProblemError(problem_of(QueryFailedError(error.kind), limits)) from error
        finally:
            result.close()

    def _told(self, error: ProblemError) -> Problem:
        problem = error.problem
        mended = problem.code in ("deadline", "memory", "too-large")
        return replace(problem, hint=self.hint) if mended else problem

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        object: Term | None,
        graph_name: GraphName | None = None,
        /,
    ) -> Iterator[Quad]:
        """Give the quads that match, straight from the store."""
        return self.snapshot.store.quads_for_pattern(subject, predicate, object, graph_name)

    def contains_named_graph(self, graph_name: NamedNode, /) -> bool:
        """Tell whether there is a graph of that name."""
        return self.snapshot.store.contains_named_graph(graph_name)

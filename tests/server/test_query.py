"""The engine: equal queries run once, and only so many may wait."""

import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from server.config import Config
from server.errors import ProblemError
from server.formats import GRAPHS, RESULTS
from server.protocol import QueryRequest
from server.query import Ended, Engine, Question, Wanted
from server.snapshots import Snapshot

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"
WANTED = Wanted(RESULTS[0], GRAPHS[0])


class Watched:
    """An engine with a record of what it ran."""

    def __init__(self, snapshot: Snapshot, **settings: float) -> None:
        self.ended: list[Ended] = []
        watch = SimpleNamespace(admit=lambda _: None, ended=self.ended.append)
        self.engine = Engine(Config(**settings), watch)  # type: ignore[arg-type]
        self._snapshot = snapshot

    def question(self, query: str) -> Question:
        return Question(self._snapshot, QueryRequest(query), WANTED, 64)

    def ask(self, query: str) -> bytes:
        result = self.engine.answer(self.question(query))
        body = b"".join(result.chunks())
        result.close()
        return body


@pytest.fixture
def watched(tiny: Snapshot) -> Iterator[Watched]:
    found = Watched(tiny, query_workers=1, query_queue=3, deadline_s=1.0)
    yield found
    found.engine.pool.close()


def at_once(count: int, work: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("query", [SLOW, LARGE])
def test_equal_queries_under_way_are_run_once(watched: Watched, query: str) -> None:
    bodies: list[bytes] = []
    at_once(4, lambda: bodies.append(watched.ask(query)))
    assert len(bodies) == 4
    assert len(set(bodies)) == 1
    assert [one.outcome for one in watched.ended] == ["ok"]


def test_all_who_wait_are_told_of_a_failure(watched: Watched) -> None:
    statuses: list[int] = []

    def ask() -> None:
        try:
            watched.ask(FOREVER)
        except ProblemError as error:
            statuses.append(error.problem.status)

    at_once(2, ask)
    assert statuses == [503, 503]


def test_a_query_of_chance_is_run_for_each(watched: Watched) -> None:
    request = QueryRequest("SELECT (RAND() AS ?x) {}", fixed=False)
    question = Question(watched.question("").snapshot, request, WANTED, 64)
    bodies = {b"".join(watched.engine.answer(question).chunks()) for _ in range(3)}
    assert len(bodies) == 3


def test_more_than_may_wait_are_sent_away(watched: Watched) -> None:
    codes: list[str] = []
    numbers = iter(range(100))

    def ask() -> None:
        try:
            watched.ask(f"{FOREVER} # {next(numbers)}")
        except ProblemError as error:
            codes.append(error.problem.code)

    began = time.monotonic()
    at_once(9, ask)
    assert time.monotonic() - began < 15
    assert len(codes) == 9
    assert set(codes) == {"deadline", "busy"}
    assert codes.count("busy") >= 5
    assert sorted(one.outcome for one in watched.ended) == sorted(codes)


def test_how_a_query_ended_is_told(watched: Watched) -> None:
    watched.ask("ASK {}")
    with pytest.raises(ProblemError):
        watched.ask("nonsense")
    assert [(one.outcome, one.status) for one in watched.ended] == [("ok", 200), ("syntax", 400)]
    assert all(0 <= one.seconds < 10 for one in watched.ended)

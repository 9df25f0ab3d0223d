"""The pool of query processes, driven without a server."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.config import Config
from server.workers import Pool, QueryFailedError
from tests.support.tiny import publish

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MORE = "GRAPH <graph/curated> { id:osterlich a ent:State . }"


def request(query: str, results: str | None = "json", graph: str | None = "nt") -> dict[str, Any]:
    asked = {"query": query, "results": results, "graph": graph, "base": "http://b.org/"}
    return {**asked, "default_graphs": [], "named_graphs": None, "prefixes": {}, "calls": False}


@pytest.fixture(scope="module")
def folder(tiny_out: Path) -> Path:
    return (tiny_out / "current").resolve()


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    found = Pool(Config(query_workers=1, query_queue=1, deadline_s=1.0, memory_mb=700, output_mb=1))
    yield found
    found.close()


@pytest.mark.parametrize(
    "query, form, kept",
    [
        ("ASK {}", "ask", "json"),
        ("SELECT * {}", "select", "json"),
        ("CONSTRUCT WHERE { <a:a> ?p ?o }", "graph", "nt"),
        ("DESCRIBE <a:a>", "graph", "nt"),
    ],
)
def test_an_answer_tells_its_form_and_format(
    pool: Pool, folder: Path, query: str, form: str, kept: str
) -> None:
    answer = pool.run(folder, request(query))
    assert (answer.form, answer.format, answer.length) == (form, kept, len(answer.body.read()))
    answer.body.close()


def test_a_form_that_is_not_wanted_is_not_written(pool: Pool, folder: Path) -> None:
    answer = pool.run(folder, request("ASK {}", results=None))
    assert (answer.form, answer.format, answer.length) == ("ask", "", 0)
    answer.body.close()


@pytest.mark.parametrize(
    "query, kind",
    [
        ("nonsense", "syntax"),
        (FOREVER, "deadline"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "too-large"),
        ("SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}", "crash"),
    ],
)
def test_each_failure_has_its_kind_and_the_pool_heals(
    pool: Pool, folder: Path, query: str, kind: str
) -> None:
    with pytest.raises(QueryFailedError) as caught:
        pool.run(folder, request(query))
    assert caught.value.kind == kind
    pool.run(folder, request("ASK {}")).body.close()


def test_a_string_that_swells_ends_at_the_memory_limit(folder: Path) -> None:
    text = '"aaaaaaaaaa"'
    for _ in range(9):
        text = f'REPLACE({text}, "a", "aaaaaaaaaa")'
    pool = Pool(Config(query_workers=1, deadline_s=60.0, memory_mb=600))
    with pytest.raises(QueryFailedError) as caught:
        pool.run(folder, request(f"SELECT (STRLEN({text}) AS ?n) {{}}"))
    pool.close()
    assert caught.value.kind == "memory"


def test_more_than_may_wait_are_sent_away(pool: Pool, folder: Path) -> None:
    kinds: list[str] = []

    def ask() -> None:
        try:
            pool.run(folder, request(FOREVER))
        except QueryFailedError as error:
            kinds.append(error.kind)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kinds) == 6
    assert set(kinds) == {"deadline", "busy"}
    assert kinds.count("busy") >= 4


def test_the_pool_follows_the_snapshot_that_is_asked_for(pool: Pool, tmp_path: Path) -> None:
    found = []
    for extra in ("", MORE, ""):
        publish(tmp_path, extra)
        answer = pool.run(
            (tmp_path / "current").resolve(),
            request("ASK { GRAPH ?g { <http://localhost:8000/id/osterlich> ?p ?o } }"),
        )
        found.append(b"true" in answer.body.read())
        answer.body.close()
    assert found == [False, True, False]


def test_a_folder_without_a_store_is_a_crash_not_a_wait(pool: Pool, tmp_path: Path) -> None:
    with pytest.raises(QueryFailedError) as caught:
        pool.run(tmp_path, request("ASK {}"))
    assert caught.value.kind == "crash"

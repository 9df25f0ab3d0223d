"""The pool of query processes, driven without a server."""

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ontology.dataset import STORE
from server.config import Config
from server.spool import BrokenOffError, Spool
from server.workers import Answer, Pool, QueryFailedError
from tests.support.tiny import publish

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MORE = "GRAPH <graph/curated> { id:osterlich a ent:State . }"


def request(query: str, results: str | None = "json", graph: str | None = "nt") -> dict[str, Any]:
    asked = {"query": query, "results": results, "graph": graph, "base": "http://b.org/"}
    return {
        **asked,
        "default_graphs": [],
        "named_graphs": None,
        "prefixes": {},
        "calls": False,
        "output_mb": 1,
    }


def whole(answer: Answer) -> bytes:
    return answer.body if isinstance(answer.body, bytes) else b"".join(answer.body.pieces())


@pytest.fixture(scope="module")
def folder(tiny_out: Path) -> Path:
    return (tiny_out / "current").resolve() / STORE


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
    assert (answer.form, answer.format) == (form, kept)
    assert isinstance(answer.body, bytes)


def test_a_form_that_is_not_wanted_is_not_written(pool: Pool, folder: Path) -> None:
    answer = pool.run(folder, request("ASK {}", results=None))
    assert answer == Answer("ask", "", b"")


@pytest.mark.parametrize(
    "query, kind",
    [
        ("nonsense", "syntax"),
        (FOREVER, "deadline"),
        ("SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}", "crash"),
    ],
)
def test_each_failure_has_its_kind_and_the_pool_heals(
    pool: Pool, folder: Path, query: str, kind: str
) -> None:
    with pytest.raises(QueryFailedError) as caught:
        pool.run(folder, request(query))
    assert caught.value.kind == kind
    assert b"true" in whole(pool.run(folder, request("ASK {}")))


LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT %d"


def test_what_fails_after_its_first_batch_is_seen_to_be_no_whole(pool: Pool, folder: Path) -> None:
    answer = pool.run(folder, request(LARGE % 1_000_000))
    assert isinstance(answer.body, Spool)
    with pytest.raises(BrokenOffError, match="too-large"):
        whole(answer)
    answer.body.close()
    assert b"true" in whole(pool.run(folder, request("ASK {}")))


def test_what_is_large_comes_whole_for_every_reader(pool: Pool, folder: Path) -> None:
    answer = pool.run(folder, request(LARGE % 1500))
    assert isinstance(answer.body, Spool)
    assert answer.body.open()
    first, second = whole(answer), whole(answer)
    assert first == second
    assert len(json.loads(first)["results"]["bindings"]) == 1500
    answer.body.close()
    answer.body.close()


def test_a_query_ends_when_all_its_readers_have_left(folder: Path) -> None:
    told: list[str] = []
    over = threading.Event()

    def ended(outcome: str, seconds: float, *, under_way: bool) -> None:
        told.append(outcome)
        over.set()

    pool = Pool(Config(query_workers=1, deadline_s=30.0))
    answer = pool.run(folder, request(LARGE % 100_000_000) | {"output_mb": 4096}, ended=ended)
    assert isinstance(answer.body, Spool)
    answer.body.close()
    assert over.wait(10)
    assert told == ["gone"]
    assert not answer.body.open()
    pool.close()


def test_a_query_that_nobody_waits_for_is_stopped(folder: Path) -> None:
    pool = Pool(Config(query_workers=1, deadline_s=30.0))
    with pytest.raises(QueryFailedError, match="gone"):
        pool.run(folder, request(FOREVER), gone=lambda: True)
    pool.close()


def test_a_string_that_swells_ends_at_the_memory_limit(folder: Path) -> None:
    text = '"aaaaaaaaaa"'
    for _ in range(9):
        text = f'REPLACE({text}, "a", "aaaaaaaaaa")'
    pool = Pool(Config(query_workers=1, deadline_s=30.0, memory_mb=600))
    with pytest.raises(QueryFailedError) as caught:
        pool.run(folder, request(f"SELECT (STRLEN({text}) AS ?n) {{}}"))
    pool.close()
    assert caught.value.kind == "memory"


def test_the_pool_follows_the_snapshot_that_is_asked_for(pool: Pool, tmp_path: Path) -> None:
    found = []
    for extra in ("", MORE, ""):
        publish(tmp_path, extra)
        answer = pool.run(
            (tmp_path / "current").resolve() / STORE,
            request("ASK { GRAPH ?g { <http://localhost:8000/id/osterlich> ?p ?o } }"),
        )
        found.append(b"true" in whole(answer))
    assert found == [False, True, False]


def test_a_folder_without_a_store_is_a_crash_not_a_wait(pool: Pool, tmp_path: Path) -> None:
    with pytest.raises(QueryFailedError) as caught:
        pool.run(tmp_path, request("ASK {}"))
    assert caught.value.kind == "crash"


def test_a_query_on_another_snapshot_leaves_the_processes_of_this_one(
    folder: Path, tmp_path: Path
) -> None:
    publish(tmp_path, MORE)
    pool = Pool(Config(query_workers=1))
    pool.run(folder, request("ASK {}"))
    waiting = children()
    pool.run((tmp_path / "current").resolve() / STORE, request("ASK {}"))
    both = children()
    pool.run(folder, request("ASK {}"))
    assert waiting < both == children()
    pool.close()


def children() -> set[str]:
    """List the processes that this one started and that live."""
    stats = (path.read_text() for path in Path("/proc").glob("[0-9]*/stat") if path.exists())
    fields = [stat.rpartition(")")[2].split() + stat.split()[:1] for stat in stats]
    return {one[-1] for one in fields if one[1] == str(os.getpid()) and one[0] != "Z"}

"""Runaway queries end alone, in time, with a truthful status; short ones beside them work."""

import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.support.hazards import RUNAWAYS
from tests.support.serving import Client, Reply, serving


@pytest.fixture(scope="module")
def tight(tiny_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    log = tmp_path_factory.mktemp("tight") / "server.log"
    flags = ("--deadline-s", "1", "--memory-mb", "700", "--output-mb", "1", "--query-queue", "1")
    with serving(tiny_out, log, *flags) as found:
        yield found


@pytest.mark.parametrize("name", RUNAWAYS)
def test_a_runaway_query_is_stopped_and_told_its_limit(tight: Client, name: str) -> None:
    reply = tight.post(RUNAWAYS[name])
    assert (reply.status, reply.type) == (503, "application/problem+json")
    assert reply.json["code"] in ("deadline", "memory")
    assert reply.json["limits"] == {"deadline_s": 1.0, "memory_mb": 700, "output_mb": 1}
    assert reply.json["hint"]


@pytest.mark.parametrize("accept", ["text/csv", "application/sparql-results+json"])
@pytest.mark.parametrize("coding", ["identity", "gzip", "zstd", "br"])
def test_what_fails_after_its_first_batch_is_cut_off(
    tight: Client, accept: str, coding: str
) -> None:
    path = "/sparql?" + urlencode({"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
    with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
        tight.get(path, accept, {"Accept-Encoding": coding})


def test_a_result_too_large_for_a_page_is_told_as_such(tight: Client) -> None:
    reply = tight.query("SELECT * { ?a ?b ?c . ?d ?e ?f }", "text/html")
    assert reply.status == 413
    assert "1 MiB" in reply.text


def test_deep_nesting_ends_only_its_own_process(tight: Client) -> None:
    deep = 20_000
    reply = tight.post("SELECT * {" + "{" * deep + "}" * deep + "}")
    assert (reply.status, reply.json["code"]) == (503, "crash")


def test_after_every_failure_a_plain_query_works(tight: Client) -> None:
    for query in (RUNAWAYS["swelling string"], "nonsense", RUNAWAYS["product in order"]):
        assert tight.post(query).status != 200
        assert tight.post("ASK {}").json["boolean"] is True


def test_a_short_query_and_pages_work_beside_a_runaway(tight: Client) -> None:
    answers: list[Reply] = []
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(tight.post, RUNAWAYS["count of a product"])
        while not slow.done():
            answers.append(tight.post(f"SELECT (1 AS ?x) {{}} # {len(answers)}"))
            answers.append(tight.get("/page/freedonia", "text/html"))
    assert slow.result().json["code"] == "deadline"
    assert {reply.status for reply in answers} == {200}


def test_when_all_are_busy_more_are_sent_away_and_pages_still_answer(tight: Client) -> None:
    def ask(number: int) -> Reply:
        return tight.post(f"{RUNAWAYS['count of a product']} # {number}")

    with ThreadPoolExecutor(16) as pool:
        slow = [pool.submit(ask, number) for number in range(12)]
        while not any(one.done() for one in slow):
            assert tight.get("/health").status == 200
            assert tight.get("/page/freedonia", "text/html").status == 200
        replies = [one.result() for one in slow]
    assert {reply.status for reply in replies} == {503}
    busy = [reply for reply in replies if reply.json["code"] == "busy"]
    assert busy
    assert all(int(reply.headers["retry-after"]) > 0 for reply in busy)


def test_the_query_page_tells_the_limit_too(tight: Client) -> None:
    reply = tight.get("/query?query=SELECT+%2A+%7B%3Fa+%3Fb+%3Fc.%3Fd+%3Fe+%3Ff%7D", "text/html")
    assert (reply.status, reply.type) == (413, "text/html")
    assert "1 MiB" in reply.text

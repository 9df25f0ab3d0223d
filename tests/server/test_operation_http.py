"""What operators see and do: logs, counts, health, a stop that loses nothing."""

import json
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.support.serving import COMMAND, Client, free_port, serving

PRIVATE = "SELECT ('private words' AS ?x) {}"
BAD = "SELECT private\nmistake"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c { SELECT * { ?d ?e ?f } LIMIT 1500 } }"


@pytest.fixture(scope="module")
def watched(
    tiny_out: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Client, Path]]:
    log = tmp_path_factory.mktemp("watched") / "server.log"
    with serving(tiny_out, log) as found:
        yield found, log


def lines(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]


def test_a_query_is_logged_by_hash_and_only_a_failed_one_with_its_text(
    watched: tuple[Client, Path],
) -> None:
    client, log = watched
    assert client.query(PRIVATE).status == 200
    assert client.query(BAD).status == 400
    queries = [line for line in lines(log) if line["message"] == "query"]
    assert [(row["outcome"], row["status"]) for row in queries[-2:]] == [
        ("ok", 200),
        ("syntax", 400),
    ]
    good, bad = queries[-2:]
    assert re.fullmatch("[0-9a-f]{16}", good["query"])
    assert 0 <= good["seconds"] < 10
    assert bad["text"] == BAD
    assert "private words" not in log.read_text()


def counted(client: Client, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", client.get("/metrics").text, re.MULTILINE)
    return float(found[1]) if found else 0.0


def test_queries_are_counted_over_all_processes(watched: tuple[Client, Path]) -> None:
    client, _ = watched
    name = 'entente_queries_total{outcome="ok"}'
    before = counted(client, name)
    for number in range(12):
        client.query(f"SELECT ({number} AS ?x) {{}}")
    assert counted(client, name) == before + 12
    assert counted(client, 'entente_responses_total{status="2xx"}') >= 12
    assert counted(client, "entente_snapshot_created_seconds") == 1767323045
    assert counted(client, "entente_query_seconds_count") >= 12


def test_counts_are_told_to_this_machine_only(tiny_out: Path, tmp_path: Path) -> None:
    elsewhere = {"X-Forwarded-For": "192.0.2.1"}
    with serving(tiny_out, tmp_path / "log", "--proxies", "1") as client:
        assert client.get("/metrics", headers=elsewhere).status == 403
        assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status == 200


def test_health_and_readiness_are_told(watched: tuple[Client, Path]) -> None:
    client, _ = watched
    health, ready = client.get("/healthz"), client.get("/readyz")
    assert (health.status, health.text, ready.status) == (200, "ok\n", 200)
    assert health.headers["cache-control"] == ready.headers["cache-control"] == "no-store"


def test_a_stop_lets_queries_that_run_end(tiny_out: Path, tmp_path: Path) -> None:
    client = Client(free_port())
    command = [str(COMMAND), "--snapshots", str(tiny_out), "--port", str(client.port)]
    with (
        (tmp_path / "log").open("wb") as words,
        ThreadPoolExecutor() as pool,
        subprocess.Popen(command, stdout=words, stderr=words) as process,
    ):
        wait_until_ready(client)
        answer = pool.submit(client.query, SLOW, "text/csv")
        time.sleep(0.1)
        is_late = answer.done()
        process.send_signal(signal.SIGTERM)
        assert answer.result().status == 200
        assert process.wait(20) == 0
    assert not is_late


def wait_until_ready(client: Client) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            if client.get("/readyz").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise AssertionError("the server did not start")

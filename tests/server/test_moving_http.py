"""A new snapshot is taken up under load without a dropped request."""

import threading
import time
from pathlib import Path

from tests.support.serving import Client, Reply, serving
from tests.support.tiny import publish

PATIENCE_S = 20.0
MORE = "GRAPH <graph/curated> { id:osterlich-%d a ent:State . }"
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } # %d"


def test_requests_of_every_kind_go_on_while_snapshots_change(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = publish(out).id
    with serving(out, tmp_path / "log", "--cache-mb", "0") as client:
        stop, replies = threading.Event(), list[Reply]()
        threads = [threading.Thread(target=load, args=(client, stop, replies)) for _ in range(3)]
        for thread in threads:
            thread.start()
        try:
            seen = [first] + [follow(client, out, number) for number in range(4)]
        finally:
            stop.set()
            for thread in threads:
                thread.join()
    assert len(set(seen)) == 5
    assert len(replies) > 30
    assert {reply.status for reply in replies} == {200}


def follow(client: Client, out: Path, number: int) -> str:
    """Publish one more snapshot and see that answers soon are from it."""
    new = publish(out, MORE % number).id
    until = time.monotonic() + PATIENCE_S
    while client.get("/health").json["snapshot"] != new:
        assert time.monotonic() < until
    query = f"ASK {{ GRAPH ?g {{ <id/osterlich-{number}> ?p ?o }} }}"
    assert client.query(query).json["boolean"] is True
    return new


def load(client: Client, stop: threading.Event, replies: list[Reply]) -> None:
    """Ask for a query, a document and a page, again and again."""
    number = 0
    while not stop.is_set():
        number += 1
        replies.append(client.query(COUNT % number))
        replies.append(client.get("/data/freedonia.ttl"))
        replies.append(client.get("/page/freedonia", "text/html"))
        replies.append(client.get("/dump/data.nq.gz"))


def test_an_etag_is_void_when_the_snapshot_changes(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out)
    with serving(out, tmp_path / "log") as client:
        paths = ("/sparql?query=ASK%7B%7D", "/data/freedonia.ttl", "/page/freedonia")
        tags = {path: client.get(path).headers["etag"] for path in paths}
        publish(out, MORE % 1)
        for path, tag in tags.items():
            assert client.get(path, headers={"If-None-Match": tag}).status == 200

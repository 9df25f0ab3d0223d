"""Each hazard ends in time, truthfully, in bounded memory, without a call; health answers on."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.hazards import DEEP, LARGE, LONG, RUNAWAYS, End, attempt, calls
from tests.support.serving import Client, serving
from tests.support.watching import Watched, watching

DEADLINE_S, MEMORY_MB, WORKERS = 1.0, 700, 2
SLACK_S, PATIENCE_S = 8.0, 20.0
SLACK_MB = 400
FLAGS = (
    *("--workers", "1", "--query-workers", str(WORKERS), "--query-queue", "8"),
    *("--deadline-s", f"{DEADLINE_S:g}", "--memory-mb", str(MEMORY_MB), "--output-mb", "1"),
)
LEAD = b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
AT_LIMIT = {"deadline", "memory"}
ENDS: dict[str, tuple[str, set[str]]] = {
    **{name: (query, AT_LIMIT) for name, query in RUNAWAYS.items()},
    **{name: (query, {"too-large", ""}) for name, query in LARGE.items()},
    **{name: (query, {"crash", "query-syntax", "memory"}) for name, query in DEEP.items()},
    **{name: (query, {"request-too-large", ""}) for name, query in LONG.items()},
}


@pytest.fixture(scope="module")
def tight(tiny_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    log = tmp_path_factory.mktemp("hazards") / "server.log"
    with serving(tiny_out, log, *FLAGS) as found:
        yield found


@contextmanager
def unharmed(client: Client) -> Iterator[Watched]:
    """See that the server stays well while the block runs, and answers when it is over."""
    with watching(client, client.process) as seen:
        yield seen
    assert len(seen.waits) >= 1
    assert max(seen.waits) < SLACK_S
    assert seen.peak_mb < WORKERS * MEMORY_MB + SLACK_MB
    assert seen.calls == set()
    assert client.post("ASK {}").json["boolean"] is True


@pytest.mark.parametrize("name", ENDS)
def test_a_hazard_ends_in_time_truthfully_and_alone(tight: Client, name: str) -> None:
    query, codes = ENDS[name]
    with unharmed(tight):
        end = attempt(tight, query)
    assert not end.is_success
    assert end.code in codes
    assert end.seconds < DEADLINE_S + SLACK_S


def test_a_hundred_slow_queries_at_once_leave_health_alone(tight: Client) -> None:
    def ask(number: int) -> End:
        return attempt(tight, RUNAWAYS["count of a product"].replace("?n)", f"?n{number})"))

    with unharmed(tight), ThreadPoolExecutor(100) as pool:
        ends = list(pool.map(ask, range(100)))
    assert {end.status for end in ends} <= {429, 503}
    assert {end.code for end in ends} >= {"busy", "deadline"}
    assert max(end.seconds for end in ends) < 6 * DEADLINE_S + SLACK_S


def test_equal_slow_queries_fail_together_not_one_after_the_other(tight: Client) -> None:
    query = f"{RUNAWAYS['count of a product']} LIMIT 7"
    with unharmed(tight), ThreadPoolExecutor(10) as pool:
        ends = list(pool.map(lambda _: attempt(tight, query), range(10)))
    assert {"deadline"} <= {end.code for end in ends} <= {"deadline", "busy"}
    assert max(end.seconds for end in ends) < 6 * DEADLINE_S


@pytest.mark.parametrize("spelling", calls(""))
def test_no_spelling_of_service_opens_a_connection(tight: Client, spelling: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as trap:
        trap.settimeout(0.5)
        port = trap.getsockname()[1]
        with unharmed(tight):
            end = attempt(tight, calls(f"http://127.0.0.1:{port}/sparql")[spelling])
        with pytest.raises(TimeoutError):
            trap.accept()
    assert (end.status, end.code) in {(403, "service-refused"), (400, "query-syntax")}


def test_readers_that_take_nothing_leave_the_rest_alone(tight: Client) -> None:
    query = b"SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 2500"
    with unharmed(tight), ExitStack() as stack:
        for number in range(50):
            body = query + b"#%d" % number
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", tight.port)))
            connection.sendall(LEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        for _ in range(10):
            assert tight.get("/page/freedonia", "text/html").status == 200


def test_senders_that_send_slowly_leave_the_rest_alone(tight: Client) -> None:
    with ExitStack() as stack, watching(tight, tight.process) as seen:
        for _ in range(100):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", tight.port)))
            connection.sendall(LEAD + b"Content-Length: 9000\r\n\r\nASK")
        for number in range(10):
            assert tight.get("/page/freedonia", "text/html").status == 200
            assert tight.query(f"ASK {{}} # {number}").json["boolean"] is True
        late = tight.post("ASK {}")
        assert (late.status, late.json["code"]) == (503, "busy")
        assert late.headers["retry-after"]
    assert max(seen.waits) < SLACK_S
    until = time.monotonic() + PATIENCE_S
    while tight.post("ASK {}").status == 503:
        assert time.monotonic() < until


@settings(max_examples=60, deadline=None, derandomize=True, database=None,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(data=st.binary(min_size=1, max_size=400))
def test_any_bytes_on_the_wire_are_survived(tight: Client, data: bytes) -> None:
    for lead in (b"", b"GET /", b"POST /sparql HTTP/1.1\r\n", b"GET /sparql?query="):
        said = b""
        address = ("127.0.0.1", tight.port)
        with suppress(OSError), socket.create_connection(address, timeout=10) as connection:
            connection.sendall(lead + data)
            connection.shutdown(socket.SHUT_WR)
            while some := connection.recv(65536):
                said += some
        assert not said.startswith((b"HTTP/1.1 200", b"HTTP/1.1 5"))
    assert tight.get("/health").status == 200


def test_who_hangs_up_at_once_keeps_nobody_waiting(tight: Client) -> None:
    body = RUNAWAYS["count of a product"].encode()
    with unharmed(tight):
        for _ in range(20):
            with socket.create_connection(("127.0.0.1", tight.port)) as connection:
                connection.sendall(LEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        until = time.monotonic() + 6 * DEADLINE_S + SLACK_S
        while tight.post("ASK {}").status == 503:
            assert time.monotonic() < until

"""A query process: reads requests on standard input, answers in frames on standard output.

Started by ``workers`` as a script, with the store's folder and its limits as arguments. It holds
nothing but the engine, so that it starts fast; when a query runs away it is killed as a whole.
A frame is one letter (``r`` ready, ``h`` head of an answer, ``d`` data, ``e`` end, ``f`` failure),
a length of four bytes (big-endian), and so many bytes. A small answer leaves in one write.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import resource
import signal
import struct
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any, BinaryIO, Protocol, cast

import pyoxigraph as ox

FRAME = 1 << 16
OPEN = "open"
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
FORMATS: dict[str, Any] = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
PLAIN = (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS)


Ask = Callable[[dict[str, Any], "Sink"], None]


class TooLargeError(Exception):
    """The answer is larger than the limit."""


class Taker(Protocol):
    """A binary file that is told of an answer's form and format before its first data."""

    def begin(self, form: str, name: str) -> None:
        """Take in the form of the answer and the extension of its format."""

    def write(self, data: bytes) -> int:
        """Take in some of the answer."""


class Sink:
    """A binary file that sends what is written to it as data frames."""

    def __init__(self, out: BinaryIO, limit: int) -> None:
        self._out, self._left, self._waiting, self._head = out, limit, bytearray(), b""

    def begin(self, form: str, name: str) -> None:
        """Tell the form of the answer and the extension of its format, before the first data."""
        self._head = frame(b"h", f"{form} {name}".encode())

    def write(self, data: bytes) -> int:
        """Take some of the answer.

        Raises:
            TooLargeError: Beyond the limit.
        """
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        self._waiting += data
        if len(self._waiting) >= FRAME:
            self._send(b"")
        return len(data)

    def flush(self) -> None:
        """Do nothing: the end of the answer sends what is waiting."""

    def end(self) -> None:
        """Send what is waiting, and that this was all."""
        self._send(frame(b"e", b""))

    def fail(self, kind: str, detail: str) -> None:
        """Send why there is no more."""
        self._waiting.clear()
        self._send(frame(b"f", json.dumps({"kind": kind, "detail": detail}).encode()))

    def _send(self, last: bytes) -> None:
        data = frame(b"d", bytes(self._waiting)) if self._waiting else b""
        self._out.write(self._head + data + last)
        self._out.flush()
        self._waiting.clear()
        self._head = b""


def frame(kind: bytes, data: bytes) -> bytes:
    """Make one frame."""
    return struct.pack(">cI", kind, len(data)) + data


def cut_off_network() -> None:
    """Leave the network, where the system lets a process do so; the query's text is checked too."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(NEW_NETWORK) != 0:
            libc.unshare(NEW_USER | NEW_NETWORK)


def main(arguments: list[str]) -> None:
    """Open the store, say so, and answer requests until the input ends."""
    place, memory_mb, deadline_s, network = arguments
    if network != OPEN:
        cut_off_network()
    ask_it = open_place(place, float(deadline_s))
    limit = int(memory_mb) << 20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    out = sys.stdout.buffer
    out.write(frame(b"r", b""))
    out.flush()
    for line in sys.stdin.buffer:
        # Should the parent be gone, the system ends a query that runs on.
        signal.setitimer(signal.ITIMER_REAL, float(deadline_s) + 2)
        request = json.loads(line)
        answer(ask_it, request, Sink(out, request["output_mb"] << 20))
        signal.setitimer(signal.ITIMER_REAL, 0)


def open_place(place: str, deadline_s: float) -> Ask:
    """Open a store's folder, or get ready to ask an engine at an address."""
    if not place.startswith(("http://", "https://")):
        return partial(run, ox.Store.read_only(place))
    from ontology.relaying import Relay  # only where it is needed, for a store opens faster

    return Relay(place, deadline_s, write).run


def answer(ask_it: Ask, request: dict[str, Any], sink: Sink) -> None:
    """Run one query and send its answer or why there is none."""
    try:
        ask_it(request, sink)
    except Exception as error:
        sink.fail(kind_of(error, request), str(error))
    else:
        sink.end()


def kind_of(error: Exception, request: dict[str, Any]) -> str:
    """Name what went wrong, as ``query`` tells problems apart."""
    if hasattr(error, "kind"):
        return f"store-{error.kind}"
    if isinstance(error, OSError) and request["calls"]:
        return "service"
    if isinstance(error, SyntaxError):
        return "syntax"
    if isinstance(error, TooLargeError):
        return "too-large"
    return "memory" if isinstance(error, MemoryError) else "evaluation"


def run(store: ox.Store, request: dict[str, Any], sink: Taker) -> None:
    """Evaluate the query and serialise what it gives; say its form and the format used."""
    store, dataset = ask(store, request["default_graphs"], request["named_graphs"])
    result = store.query(request["query"], base_iri=request["base"], **dataset)
    form = {ox.QuerySolutions: "select", ox.QueryBoolean: "ask"}.get(type(result), "graph")
    name = request["graph" if form == "graph" else "results"]
    sink.begin(form, name or "")
    if name:
        write(result, name, request["prefixes"], sink)


def write(result: Any, name: str, prefixes: dict[str, str], sink: Taker) -> None:
    """Serialise an answer in the format with that extension."""
    if name in FORMATS:
        result.serialize(sink, format=FORMATS[name])
    elif (rdf := ox.RdfFormat.from_extension(name)) in PLAIN:
        result.serialize(sink, format=rdf)
    else:
        ox.serialize(result, cast("IO[bytes]", sink), format=rdf, prefixes=prefixes)


def ask(
    store: ox.Store, default: list[str], named: list[str] | None
) -> tuple[ox.Store, dict[str, Any]]:
    """Give the store and dataset arguments for the graphs that a request names.

    The engine counts a triple once for each default graph that holds it (0.5), so that several
    are first merged into a store of their own, as SPARQL 1.1 (section 13.1) wants.
    """
    if named is None:
        return store, {}
    graphs = [ox.NamedNode(iri) for iri in named]
    plain = [ox.NamedNode(iri) for iri in default]
    if len(plain) < 2:
        return store, {"default_graph": plain, "named_graphs": graphs}
    merged = ox.Store()
    for name in plain:
        merged.extend(_unnamed(store.quads_for_pattern(None, None, None, name)))
    for graph in graphs:
        merged.extend(store.quads_for_pattern(None, None, None, graph))
    return merged, {"default_graph": ox.DefaultGraph(), "named_graphs": graphs}


def _unnamed(quads: Iterator[ox.Quad]) -> Iterator[ox.Quad]:
    return (ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)


if __name__ == "__main__":
    main(sys.argv[1:])

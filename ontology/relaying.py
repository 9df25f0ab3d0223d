"""A query sent on to an engine, and its answer written anew in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pyoxigraph as ox

from .endpoint import Body, Credentials, Endpoint, EndpointError
from .endpoint.client import RESULTS, TRIPLES, mended

PIECE = 1 << 16
XSD = "http://www.w3.org/2001/XMLSchema#"
INTEGER, DECIMAL = ox.NamedNode(f"{XSD}integer"), ox.NamedNode(f"{XSD}decimal")
BOOLEAN = ox.NamedNode(f"{XSD}boolean")
_TRUTH = {"1": "true", "0": "false"}


class Sink(Protocol):
    """Where an answer is written."""

    def begin(self, form: str, name: str) -> None:
        """Take the form of the answer and the extension of its format."""

    def write(self, data: bytes) -> int:
        """Take some of it."""


class Relay:
    """Asks one engine."""

    def __init__(
        self, address: str, timeout_s: float, write: Callable[[Any, str, dict[str, str], Any], None]
    ) -> None:
        """Get ready.

        Args:
            address: Where the engine takes queries.
            timeout_s: How long it may send nothing.
            write: Serialises an answer in the format with an extension.
        """
        self._endpoint = Endpoint(address, "", Credentials.from_environment(), timeout_s)
        self._write = write

    def run(self, request: dict[str, Any], sink: Sink) -> None:
        """Send a query on, and write what comes.

        Raises:
            SyntaxError: Where the query is none: only what parses as one is sent on, for some
                engines take updates too.
            EndpointError: Where the engine gives no answer that can be used.
        """
        relayed = request["relay"]
        ox.Store().query(relayed["checked"], base_iri=request["base"])
        form, is_graph = relayed["form"], relayed["form"] == "graph"
        if not form:
            raise SyntaxError("it is none of SELECT, ASK, CONSTRUCT and DESCRIBE")
        name = request["graph" if is_graph else "results"]
        sink.begin(form, name or "")
        if name:
            self._send(relayed, name, request["prefixes"], sink)

    def _send(
        self, relayed: dict[str, Any], name: str, prefixes: dict[str, str], sink: Sink
    ) -> None:
        wanted = TRIPLES if relayed["form"] == "graph" else RESULTS
        if relayed["counted"]:
            self._endpoint.ask(relayed["counted"], RESULTS, relayed["graphs"]).close()
        body = self._endpoint.ask(relayed["query"], wanted, relayed["graphs"])
        try:
            if wanted == TRIPLES:
                _must_be(body, "application/n-triples", "text/plain")
                triples = ox.parse(_Reader(body), format=ox.RdfFormat.N_TRIPLES)  # type: ignore[arg-type]
                decimals = frozenset(relayed["decimals"])
                self._write(_Triples(triples, decimals), name, prefixes, sink)
            else:
                _must_be(body, RESULTS, "application/json")
                reader = _Reader(body, mend=body.server.startswith("Virtuoso"))
                found = ox.parse_query_results(reader, format=ox.QueryResultsFormat.JSON)  # type: ignore[arg-type]
                self._write(found, name, prefixes, sink)
        except (SyntaxError, ValueError) as error:
            raise EndpointError("rubbish", f"it sent what cannot be read: {error}") from error
        finally:
            body.close()


class _Reader:
    """A body as the parser reads it; truth values mended line by line where that is needed."""

    def __init__(self, body: Body, *, mend: bool = False) -> None:
        self._body, self._mend, self._held, self._ready = body, mend, b"", b""

    def read(self, size: int = PIECE) -> bytes:
        """Give some bytes, at most as many as asked for; none at the end."""
        size = size if size > 0 else PIECE
        if not self._mend:
            return self._body.read(size)
        while len(self._ready) < size and (piece := self._body.read(PIECE)):
            lines, end, self._held = (self._held + piece).rpartition(b"\n")
            self._ready += mended(lines + end)
        if len(self._ready) < size:
            self._ready, self._held = self._ready + mended(self._held), b""
        data, self._ready = self._ready[:size], self._ready[size:]
        return data


def _must_be(body: Body, *types: str) -> None:
    if body.type not in types:
        raise EndpointError("rubbish", f"asked for {types[0]}, it sent {body.type or 'nothing'}")


class _Triples:
    """Triples with decimals and truth values as they were published."""

    def __init__(self, quads: Iterator[ox.Quad], decimals: frozenset[str]) -> None:
        self._quads, self._decimals = quads, decimals

    def __iter__(self) -> Iterator[ox.Triple]:
        for quad in self._quads:
            value = quad.object
            if isinstance(value, ox.Literal):
                value = self._published(quad.predicate.value, value)
            yield ox.Triple(quad.subject, quad.predicate, value)

    def _published(self, predicate: str, value: ox.Literal) -> ox.Literal:
        if value.datatype == INTEGER and predicate in self._decimals:
            return ox.Literal(value.value, datatype=DECIMAL)
        if value.datatype == BOOLEAN and value.value in _TRUTH:
            return ox.Literal(_TRUTH[value.value], datatype=BOOLEAN)
        return value

    def serialize(self, output: Any, format: ox.RdfFormat) -> None:
        """Write them, as what an embedded store answers is written."""
        ox.serialize(self, output, format=format)

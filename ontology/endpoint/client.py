"""Asks an engine by the SPARQL 1.1 Protocol: few connections, kept open; limits on all of it."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlencode, urlsplit

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, parse_query_results

from .address import Credentials
from .errors import EndpointError

FORM, UPDATE = "application/x-www-form-urlencoded", "application/sparql-update"
RESULTS, TRIPLES = "application/sparql-results+json", "application/n-triples"
KEPT = 8
"""Connections that are kept open."""
_PIECE = 1 << 16
_SAID = 400
_ROW_LIMIT = "X-SPARQL-MaxRows"
"""Virtuoso says by this header, and only then, that it left out rows beyond so many."""

Connection = http.client.HTTPConnection


class Body:
    """An answer's body, read piece by piece within its time.

    Attributes:
        type: Its media type.
        server: What the engine calls itself.
    """

    def __init__(
        self, endpoint: Endpoint, connection: Connection, answer: http.client.HTTPResponse
    ) -> None:
        self._endpoint, self._connection, self._answer = endpoint, connection, answer
        self.type = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
        self.server = answer.getheader("Server") or ""

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes; none at the end.

        Raises:
            EndpointError: Where it breaks off, or takes too long.
        """
        with _told(self._endpoint.query_address):
            data = self._answer.read() if size < 0 else self._answer.read(size)
            if not data and size and self._answer.length:
                raise EndpointError("cut", "the answer broke off")
        if self._answer.isclosed():
            self._endpoint.give_back(self._connection)
        return data

    def read_all(self, limit: int) -> bytes:
        """Give the whole body.

        Raises:
            EndpointError: Where it is larger than the limit, in bytes, or as ``read`` does.
        """
        parts, size = [], 0
        while piece := self.read(_PIECE):
            parts.append(piece)
            if (size := size + len(piece)) > limit:
                self.close()
                raise EndpointError("too-large", f"the answer has more than {limit >> 20} MiB")
        return b"".join(parts)

    def close(self) -> None:
        """Break off where it was not read to its end: whatever comes is not wanted."""
        if not self._answer.isclosed():
            self._connection.close()


class Endpoint:
    """One engine's addresses for queries and updates."""

    def __init__(
        self,
        query_address: str,
        update_address: str = "",
        credentials: Credentials | None = None,
        timeout_s: float = 30.0,
    ) -> None:
        self.query_address, self.update_address = query_address, update_address
        self._credentials, self._timeout_s = credentials or Credentials(), timeout_s
        self._idle: list[Connection] = []
        self._lock = threading.Lock()
        self.trips = 0

    def select(
        self, query: str, graphs: Sequence[tuple[str, str]] = (), limit: int = 64 << 20
    ) -> QuerySolutions | QueryBoolean:
        """Ask SELECT or ASK; the answer has come whole.

        Args:
            query: SPARQL text.
            graphs: ``(parameter, IRI)`` of the protocol: ``default-graph-uri`` and so on.
            limit: Most bytes that are read.

        Raises:
            EndpointError: Where there is no answer that can be used.
        """
        return read_results(self.select_bytes(query, graphs, limit))

    def select_bytes(
        self, query: str, graphs: Sequence[tuple[str, str]] = (), limit: int = 64 << 20
    ) -> bytes:
        """Ask likewise, and give the answer as JSON results.

        Raises:
            EndpointError: As ``select`` does.
        """
        body = self.ask(query, RESULTS, graphs)
        if body.type not in (RESULTS, "application/json"):
            body.close()
            raise EndpointError("rubbish", f"asked for {RESULTS}, it sent {body.type or 'nothing'}")
        return mended(body.read_all(limit))

    def ask(self, query: str, accept: str, graphs: Sequence[tuple[str, str]] = ()) -> Body:
        """Send a query; give the body once its head says that it will be whole.

        Raises:
            EndpointError: Where there is no answer that can be used.
        """
        data = urlencode([("query", query), *graphs]).encode()
        return self._send(self.query_address, data, FORM, accept)

    def update(self, text: str) -> None:
        """Send an update (SPARQL 1.1 Update).

        Raises:
            EndpointError: Where the engine does not say that it was done.
        """
        self._send(self.update_address, text.encode(), UPDATE, "*/*").read_all(1 << 20)

    def _send(self, address: str, data: bytes, kind: str, accept: str) -> Body:
        parts = urlsplit(address)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Content-Type": kind, "Accept": accept, "User-Agent": "entente"}
        if mine := self._credentials.unasked():
            headers["Authorization"] = mine
        with _told(address):
            connection, answer = self._exchange(address, path, data, headers)
            if answer.status == 401:
                asked = answer.headers.get_all("WWW-Authenticate") or []
                if mine := self._credentials.answer(asked, "POST", path):
                    answer.read(_SAID)
                    connection.close()
                    headers["Authorization"] = mine
                    connection, answer = self._exchange(address, path, data, headers)
            if not 200 <= answer.status < 300:
                raise _refusal(connection, answer)
        if rows := answer.getheader(_ROW_LIMIT):
            connection.close()
            raise EndpointError("cut", f"the engine leaves out all but the first {rows} rows")
        return Body(self, connection, answer)

    def _exchange(
        self, address: str, path: str, data: bytes, headers: dict[str, str]
    ) -> tuple[Connection, http.client.HTTPResponse]:
        self.trips += 1
        connection = self._kept(address)
        if connection is not None:
            # The engine may have closed it meanwhile, which shows only now.
            with suppress(ConnectionError, http.client.BadStatusLine):
                connection.request("POST", path, data, headers)
                return connection, connection.getresponse()
            connection.close()
        connection = self._connect(address)
        connection.request("POST", path, data, headers)
        return connection, connection.getresponse()

    def _kept(self, address: str) -> Connection | None:
        host = urlsplit(address).netloc
        with self._lock:
            for connection in self._idle:
                if getattr(connection, "asked_for", "") == host:
                    self._idle.remove(connection)
                    return connection
        return None

    def _connect(self, address: str) -> Connection:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        if parts.scheme == "https":
            secure = ssl.create_default_context()
            connection: Connection = http.client.HTTPSConnection(
                host, port, timeout=self._timeout_s, context=secure
            )
        else:
            connection = http.client.HTTPConnection(host, port, timeout=self._timeout_s)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.asked_for = parts.netloc  # type: ignore[attr-defined]
        return connection

    def give_back(self, connection: Connection) -> None:
        """Take a connection whose answer was read to its end."""
        with self._lock:
            if connection.sock is not None and len(self._idle) < KEPT:
                if connection not in self._idle:
                    self._idle.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Close the connections that wait for the next request."""
        with self._lock:
            while self._idle:
                self._idle.pop().close()

    def __del__(self) -> None:
        """Leave no connection open."""
        self.close()


class _told:  # noqa: N801 (reads as a block)
    """Turns what can go wrong with a connection into an EndpointError."""

    def __init__(self, address: str) -> None:
        self._host, self._began = urlsplit(address).netloc, time.monotonic()

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, TimeoutError):
            seconds = time.monotonic() - self._began
            raise EndpointError("late", f"{self._host} sent nothing for {seconds:.0f} s") from error
        if isinstance(error, http.client.IncompleteRead):
            raise EndpointError("cut", "the answer broke off") from error
        if isinstance(error, OSError):
            why = error.strerror or type(error).__name__
            raise EndpointError("away", f"{self._host} cannot be reached: {why}") from error
        if isinstance(error, http.client.HTTPException):
            raise EndpointError("rubbish", f"{self._host} does not speak HTTP") from error


def _refusal(connection: Connection, answer: http.client.HTTPResponse) -> EndpointError:
    said = answer.read(_SAID).decode(errors="replace").strip()
    connection.close()
    if answer.status in (401, 403):
        return EndpointError("denied", f"it answers {answer.status}", answer.status)
    kind = "refused" if 400 <= answer.status < 500 else "away"
    kind = "rubbish" if 300 <= answer.status < 400 else kind
    return EndpointError(kind, f"it answers {answer.status}: {said}", answer.status)


def read_results(data: bytes) -> QuerySolutions | QueryBoolean:
    """Read JSON results.

    Raises:
        EndpointError: Where they are none.
    """
    try:
        return parse_query_results(data, format=QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as error:
        raise EndpointError("rubbish", f"it sent no results that can be read: {error}") from error


_BOOLEAN = b'XMLSchema#boolean", "value": "'


def mended(data: bytes) -> bytes:
    """Write truth values as XML Schema's canonical form has it; Virtuoso (7) writes 1 and 0.

    >>> mended(b'"datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1" }')[-17:]
    b'"value": "true" }'
    """
    if _BOOLEAN not in data:
        return data
    data = data.replace(_BOOLEAN + b'1"', _BOOLEAN + b'true"')
    return data.replace(_BOOLEAN + b'0"', _BOOLEAN + b'false"')

"""One GET request to a machine that was looked at before it is asked."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from importlib.metadata import version
from urllib.parse import quote, urlsplit

from .hosts import addresses_of
from .model import Answer, FetchError, Limits

#: The name under which robots.txt may speak to us.
ROBOT = "entente"
_HEADERS = {
    "User-Agent": f"{ROBOT}/{version('entente')} (reads the articles that a person names)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, "
    "application/atom+xml;q=0.8, application/rss+xml;q=0.8, application/xml;q=0.7",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_SAFE = "/%:@!$&'()*+,;=~-._?[]"
#: Most addresses of a host that are tried.
_TRIES = 3
_HOST = re.compile(r"[A-Za-z0-9._:%-]+")


class _Connection(HTTPConnection):
    """A connection to an address that was checked, so that a second look-up cannot change it."""

    def __init__(self, host: str, port: int, secure: bool, seconds: float, allowed: bool) -> None:
        super().__init__(host, port, timeout=seconds)
        self.secure, self.seconds, self.allow_local = secure, seconds, allowed
        self.opened: socket.socket | None = None

    def connect(self) -> None:
        plain = _opened(self.host, self.port, self.seconds, self.allow_local)
        self.opened = plain
        if self.secure:
            context = ssl.create_default_context()
            self.opened = context.wrap_socket(plain, server_hostname=self.host)
        self.sock = self.opened


def get(address: str, limits: Limits, *, allow_local: bool) -> Answer:
    """Ask for an address once, without following redirects; no proxy is used.

    Raises:
        FetchError: When it is no http or https address, names a user, or cannot be got in time.
    """
    host, port, secure, target = _parts(address)
    connection = _Connection(host, port, secure, limits.seconds, allow_local)
    try:
        with _deadline(connection, limits.seconds):
            connection.request("GET", target, headers=_HEADERS)
            response = connection.getresponse()
            body = response.read(limits.max_bytes + 1)
        if response.getheader("Content-Encoding", "identity").lower() != "identity":
            raise FetchError("the server compressed the page though asked not to; save it as .html")
        return Answer(
            address,
            response.status,
            response.getheader("Content-Type", ""),
            response.getheader("Location", ""),
            body,
        )
    except (OSError, HTTPException, ValueError) as error:
        raise FetchError(f"it cannot be fetched: {str(error) or type(error).__name__}") from error
    finally:
        connection.close()
        if connection.opened:
            connection.opened.close()


@contextmanager
def _deadline(connection: _Connection, seconds: float) -> Iterator[None]:
    """End what takes too long, however slowly it trickles, by shutting the connection."""
    expired = threading.Event()

    def end() -> None:
        expired.set()
        if connection.opened:
            with suppress(OSError):
                connection.opened.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, HTTPException, ValueError) as error:
        if expired.is_set() or isinstance(error, TimeoutError):
            raise _late(seconds) from error
        raise
    finally:
        timer.cancel()
    if expired.is_set():
        raise _late(seconds)


def _late(seconds: float) -> FetchError:
    return FetchError(f"it took longer than {seconds:g} seconds; try again, or save the page")


def _opened(host: str, port: int, seconds: float, allow_local: bool) -> socket.socket:
    found = addresses_of(host, port, allow_local=allow_local)[:_TRIES]
    for number, address in enumerate(found, start=1):
        try:
            return socket.create_connection((address, port), timeout=seconds / len(found))
        except OSError:
            if number == len(found):
                raise
    raise FetchError(f"the host {host!r} has no address; mend the address")


def _parts(address: str) -> tuple[str, int, bool, str]:
    """Split an address into host, port, whether it is https, and what is asked of the host."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{address!r} is no address: {error}") from error
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise FetchError(f"{address!r} is no http or https address; write https://host/path")
    if parts.username is not None:
        raise FetchError("the address holds a user's name; only public pages are read")
    secure = parts.scheme == "https"
    target = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    return host, port or (443 if secure else 80), secure, target

"""The connection that a request came by: whether its client is still there, and how to cut it.

WSGI tells neither. And granian (2.8) ends a chunked body properly where its iterator raises, so
that half an answer would look whole. The sockets of this process are looked up instead: the one
of a request is connected to the request's address and last received data when the request came.
Where the system does not tell (anything but Linux), nobody is ever held to have left, and a body
that breaks off ends in bytes that no format allows.
"""

from __future__ import annotations

import fcntl
import os
import socket
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

EARLIER_S, LATER_S = 0.25, 0.02
"""How far a socket's last data may lie before and after the moment that a request was seen."""
BROKEN_OFF = b"\n\xff\xff broken off: this answer is not complete\n"
"""Put where an answer breaks off: not UTF-8, so that no format's parser takes it for an end."""
_OPEN_FILES = Path("/proc/self/fd")
_INTERNET = (socket.AF_INET, socket.AF_INET6)
_ESTABLISHED = 1
_STATE, _LAST_RECEIVED, _BYTES_ACKED, _NEEDED = 0, 52, 120, 128


class Connection:
    """The way back to the client of one request."""

    def __init__(self, address: str) -> None:
        self._address, self._began = address, time.monotonic()
        self._seen: dict[int, int] | None = None

    def is_gone(self) -> bool:
        """Tell whether the client has surely left; False where it cannot be told.

        Two requests of one address within a moment count as one: gone when both are.
        """
        if self._seen is None:
            self._seen = {number: _identity(number) for number in self._sockets()}
            return False
        return bool(self._seen) and not any(
            _identity(number) == known and _is_established(number)
            for number, known in self._seen.items()
        )

    def cut(self, at_least: int) -> bool:
        """End the connection at once, so that the body is seen to be incomplete.

        Should two requests of one address fit, both end: an answer that fails is better than
        one that lies.

        Args:
            at_least: Bytes that the connection has surely been given by now.
        """
        numbers = [one for one in self._sockets() if _written(one) >= at_least]
        for number in numbers:
            with suppress(OSError), _Borrowed(number) as found:
                found.shutdown(socket.SHUT_RDWR)
        return bool(numbers)

    def _sockets(self) -> Iterator[int]:
        if sys.platform != "linux":
            return
        for number in map(int, os.listdir(_OPEN_FILES)):  # noqa: PTH208 (names only, and fast)
            with suppress(OSError), _Borrowed(number) as found:
                is_ours = found.family in _INTERNET and found.getpeername()[0] == self._address
                if is_ours and self._fits(found):
                    yield number

    def _fits(self, found: socket.socket) -> bool:
        (silent_ms,) = struct.unpack_from("I", _info(found), _LAST_RECEIVED)
        received = time.monotonic() - silent_ms / 1000
        return bool(-EARLIER_S <= received - self._began <= LATER_S)


class _Borrowed:
    """A socket of this process that belongs to somebody else: used, never closed."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __enter__(self) -> socket.socket:
        self._socket = socket.socket(fileno=self._number)
        return self._socket

    def __exit__(self, *_: object) -> None:
        self._socket.detach()


def _info(found: socket.socket) -> bytes:
    info = found.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 256)
    if len(info) < _NEEDED:
        raise OSError("the system tells too little of its connections")
    return info


def _is_established(number: int) -> bool:
    with suppress(OSError), _Borrowed(number) as found:
        return bool(_info(found)[_STATE] == _ESTABLISHED)
    return False


def _written(number: int) -> int:
    """Give how many bytes a socket took in all: those that arrived, and those under way."""
    with suppress(OSError), _Borrowed(number) as found:
        (count,) = struct.unpack_from("Q", _info(found), _BYTES_ACKED)
        waiting = fcntl.ioctl(number, termios.TIOCOUTQ, b"\0" * 4)
        return int(count) + int.from_bytes(waiting, sys.byteorder)
    return -1


def _identity(number: int) -> int:
    try:
        return os.fstat(number).st_ino
    except OSError:
        return -1

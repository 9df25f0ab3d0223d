"""Query processes: kept warm, given one query at a time, killed when one overstays."""

from __future__ import annotations

import json
import logging
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from .config import Config
from .idle import Idle
from .spool import Spool

LOG = logging.getLogger(__name__)
SCRIPT = Path(__file__).with_name("child.py")
START_S = 15.0
LOOK_S = 0.25
"""How often it is looked whether a query's client is still there."""
ANSWERS_PER_CHILD = 20_000
WHOLE = 1 << 18
"""Bytes of the first batch: smaller answers are whole before their status is sent."""
READ = 1 << 16
_ENCODE = json.JSONEncoder(check_circular=False).encode
Gone = Callable[[], bool]
Place = Path | str
"""Folder of a store, or address of an engine."""


class Told(Protocol):
    """Is told how a query ended, and after how many seconds."""

    def __call__(self, outcome: str, seconds: float, *, under_way: bool) -> None:
        """Take it in."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query process sends.

    Attributes:
        form: ``select``, ``ask`` or ``graph``.
        format: Extension of the format used, empty when the form could not be sent as asked.
        body: The whole body where it is small, else one that grows.
    """

    form: str
    format: str
    body: bytes | Spool


class QueryFailedError(Exception):
    """A query gave no answer.

    Attributes:
        kind: ``syntax``, ``too-large``, ``evaluation``, ``service``, ``memory``, ``crash``,
            ``deadline``, ``gone``, ``busy`` or ``store-`` and what is wrong with an engine.
        detail: The engine's words, or empty.
    """

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.kind, self.detail = kind, detail


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use."""

    deadline_s: float
    memory_mb: int
    output_mb: int


class Child:
    """One query process over one snapshot; only one that calls other endpoints has a network."""

    def __init__(self, place: Place, limits: Limits, *, calls: bool = False) -> None:
        self.place, self.calls, self.answers, self._limits = place, calls, 0, limits
        network = "open" if calls or isinstance(place, str) else "cut"
        arguments = [limits.memory_mb, limits.deadline_s, network]
        self._socket, other = socket.socketpair()
        self._look_after(LOOK_S)
        with other:
            self._process = subprocess.Popen(  # noqa: S603 (our own script, our own numbers)
                [sys.executable, "-P", str(SCRIPT), str(place)]
                + [str(argument) for argument in arguments],
                stdin=other.fileno(),
                stdout=other.fileno(),
                stderr=subprocess.DEVNULL,
                process_group=0,  # so that Ctrl-C lets queries end
            )
        self._unread = bytearray()
        self._until = time.monotonic() + START_S
        if self.frame(_never)[0] != b"r":
            self.kill()
            raise QueryFailedError("crash", "a query process could not start")

    def ask(self, request: dict[str, Any]) -> None:
        """Send a query; its frames are then to be read.

        Raises:
            QueryFailedError: Where the process is dead.
        """
        self._until = time.monotonic() + self._limits.deadline_s
        self.answers += 1
        try:
            self._socket.sendall(_ENCODE(request).encode() + b"\n")
        except OSError as error:
            raise self._dead() from error

    def frame(self, gone: Gone) -> tuple[bytes, bytes]:
        """Give the next frame.

        Raises:
            QueryFailedError: Saying why there is none; the process may be dead then.
        """
        while len(self._unread) < 5:
            self._read(gone)
        kind, length = struct.unpack_from(">cI", self._unread)
        while len(self._unread) < 5 + length:
            self._read(gone)
        data = bytes(memoryview(self._unread)[5 : 5 + length])
        del self._unread[: 5 + length]
        if kind == b"f":
            self._fail(**json.loads(data))
        return kind, data

    def _fail(self, kind: str, detail: str) -> None:
        if kind == "memory":
            self.kill()
        raise QueryFailedError(kind, detail)

    def _read(self, gone: Gone) -> None:
        some: bytes | None = None
        while some is None:
            if (left := self._left()) < LOOK_S or self._looks_after != LOOK_S:
                self._look_after(min(left, LOOK_S))
            try:
                some = self._socket.recv(READ)
            except BlockingIOError:
                some = None
            except ConnectionError:
                some = b""
            if (is_late := not self._left()) or (some is None and gone()):
                self.kill()
                raise QueryFailedError("deadline" if is_late else "gone")
        if not some:
            raise self._dead()
        self._unread += some

    def _look_after(self, seconds: float) -> None:
        """Let a read return after so long, by the system itself: one call fewer than a poll."""
        parts = divmod(max(1, round(seconds * 1e6)), 1_000_000)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", *parts))
        self._looks_after = seconds

    def _left(self) -> float:
        return max(0.0, self._until - time.monotonic())

    def _dead(self) -> QueryFailedError:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)  # its pipe closes a moment before its status can be read
        self.kill()
        status = self._process.returncode
        # 6 is the engine's abort when memory ends; 9 is the system's; 14 our own alarm.
        kind = {-6: "memory", -9: "memory", -14: "deadline"}.get(status, "crash")
        LOG.warning("a query process ended with status %s", status)
        return QueryFailedError(kind)

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process now and take its remains."""
        if self.alive:
            self._process.kill()
        self._process.wait()
        self._socket.close()


def _never() -> bool:
    return False


class Pool:
    """A fixed number of query processes at work; heals itself; follows the snapshot asked for.

    Attributes:
        is_ready: Whether one was started ahead of the requests.
    """

    def __init__(self, config: Config) -> None:
        self.limits = Limits(config.deadline_s, config.memory_mb, config.output_mb)
        self._free: SimpleQueue[None] = SimpleQueue()  # quicker than a semaphore
        for _ in range(config.query_workers):
            self._free.put(None)
        self._idle: Idle[Child] = Idle(config.query_workers)
        self._closed = False
        self.is_ready = False

    def run(
        self,
        place: Place,
        request: dict[str, Any],
        gone: Gone = _never,
        ended: Told | None = None,
    ) -> Answer:
        """Run a query over a snapshot.

        Args:
            place: Where its quads are.
            request: The query, as ``child`` reads it.
            gone: Tells whether nobody waits any more.
            ended: Told, once all is read or has failed, how it ended (``ok`` or a kind of
                failure), how many seconds it took, and whether its first batch was out by then.

        Raises:
            QueryFailedError: With the kind of failure; later ones end the body as failed.
        """
        run = _Run(ended)
        try:
            self._wait(gone)
            return self._start(run, place, request, gone)
        except QueryFailedError as error:
            run.tell(error.kind)
            raise

    def _start(self, run: _Run, place: Place, request: dict[str, Any], gone: Gone) -> Answer:
        child, answer = None, None
        try:
            child = self._child(place, calls=request["calls"])
            answer = run.first(child, request, gone)
        finally:
            if answer is None or isinstance(answer.body, bytes):
                self._let_go(child)
        if isinstance(answer.body, Spool):
            rest = (child, answer.body, partial(self._let_go, child))
            threading.Thread(target=run.rest, args=rest, daemon=True).start()
        return answer

    def _let_go(self, child: Child | None) -> None:
        try:
            if child is not None:
                self._give_back(child)
        finally:
            self._free.put(None)

    def _wait(self, gone: Gone) -> None:
        until = time.monotonic() + self.limits.deadline_s
        while True:
            with suppress(Empty):
                return self._free.get(timeout=LOOK_S)
            if gone():
                raise QueryFailedError("gone")
            if time.monotonic() > until:
                raise QueryFailedError("busy")

    def _child(self, place: Place, *, calls: bool) -> Child:
        if calls:
            return Child(place, self.limits, calls=True)
        return self._idle.take(place) or Child(place, self.limits)

    def _give_back(self, child: Child) -> None:
        if child.calls:
            child.kill()
        elif child.alive and child.answers < ANSWERS_PER_CHILD and not self._closed:
            self._idle.put(child)
        else:
            child.kill()
            self.warm(child.place)

    def warm(self, place: Place) -> threading.Thread:
        """Start, beside the requests, a process that the next query will find ready."""
        thread = threading.Thread(target=self._add, args=(place,), daemon=True)
        thread.start()
        return thread

    def _add(self, place: Place) -> None:
        with suppress(QueryFailedError, OSError):
            child = Child(place, self.limits)
            self.is_ready = True
            self._idle.put(child)

    def close(self) -> None:
        """End every process that waits for work."""
        self._closed = True
        self._idle.close()


class _Run:
    """One query on its way: the first batch for who asked, the rest into a spool."""

    def __init__(self, ended: Told | None) -> None:
        self._ended, self._began = ended, 0.0

    def first(self, child: Child, request: dict[str, Any], gone: Gone) -> Answer:
        """Read until the answer is whole or the first batch is full.

        Raises:
            QueryFailedError: Where it fails before.
        """
        self._began = time.monotonic()
        child.ask(request)
        _, head = child.frame(gone)
        form, _, name = head.decode().partition(" ")
        body = bytearray()
        while len(body) < WHOLE:
            kind, data = child.frame(gone)
            if kind == b"e":
                self.tell("ok")
                return Answer(form, name, bytes(body))
            body += data
        spool = Spool()
        spool.write(bytes(body))
        return Answer(form, name, spool)

    def rest(self, child: Child, spool: Spool, let_go: Callable[[], None]) -> None:
        """Read what is left into the spool, then let go of the process."""
        outcome = "crash"
        try:
            while (frame := child.frame(lambda: spool.abandoned))[0] == b"d":
                if spool.abandoned:
                    child.kill()
                    raise QueryFailedError("gone")
                spool.write(frame[1])
            outcome = "ok"
        except QueryFailedError as error:
            outcome = error.kind
        finally:
            spool.end("" if outcome == "ok" else outcome)
            self.tell(outcome, under_way=True)
            let_go()

    def tell(self, outcome: str, *, under_way: bool = False) -> None:
        """Tell how it ended, and how long a process was at it."""
        if self._ended is not None:
            seconds = time.monotonic() - self._began if self._began else 0.0
            self._ended(outcome, seconds, under_way=under_way)

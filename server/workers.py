"""Query processes: kept warm, given one query at a time, killed when one overstays."""

from __future__ import annotations

import json
import logging
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from ontology import dataset

from .config import Config

LOG = logging.getLogger(__name__)
SCRIPT = Path(__file__).with_name("child.py")
START_S = 15.0
ANSWERS_PER_CHILD = 1000
IN_MEMORY = 1 << 20


class Answer:
    """What a query process sent: the whole body, and what it says of it.

    Attributes:
        body: Serialised result, rewound; larger ones lie in a temporary file.
        length: Size in bytes.
        form: ``select``, ``ask`` or ``graph``.
        format: Extension of the format used, empty when the form could not be sent as asked.
    """

    def __init__(self, body: SpooledTemporaryFile[bytes], end: dict[str, str]) -> None:
        self.body, self.length = body, body.tell()
        self.form, self.format = end["form"], end["format"]
        body.seek(0)


class QueryFailedError(Exception):
    """A query gave no answer.

    Attributes:
        kind: ``syntax``, ``too-large``, ``evaluation``, ``memory``, ``crash``, ``deadline`` or
            ``busy``.
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

    def __init__(self, folder: Path, limits: Limits, *, calls: bool = False) -> None:
        self.folder, self.calls, self.answers, self._limits = folder, calls, 0, limits
        network = "open" if calls else "cut"
        arguments = [limits.memory_mb, limits.output_mb, limits.deadline_s, network]
        self._process = subprocess.Popen(  # noqa: S603 (our own script, our own numbers)
            [sys.executable, "-P", str(SCRIPT), str(folder / dataset.STORE), *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._input = cast("IO[bytes]", self._process.stdin)
        self._output = cast("IO[bytes]", self._process.stdout)
        self._poll = select.poll()
        self._poll.register(self._output, select.POLLIN)
        if self._frame(time.monotonic() + START_S)[0] != b"r":
            self.kill()
            raise QueryFailedError("crash", "a query process could not start")

    def ask(self, request: dict[str, Any]) -> Answer:
        """Run one query to its end.

        Raises:
            QueryFailedError: Saying why there is no answer; the process may be dead then.
        """
        until = time.monotonic() + self._limits.deadline_s
        self.answers += 1
        body: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
        try:
            self._send(request)
            return Answer(body, self._collect(body, until))
        except BaseException:
            body.close()
            raise

    def _send(self, request: dict[str, Any]) -> None:
        view = memoryview(json.dumps(request).encode() + b"\n")
        try:
            while view:
                view = view[self._input.write(view) :]
        except OSError as error:
            raise self._dead() from error

    def _collect(self, body: SpooledTemporaryFile[bytes], until: float) -> dict[str, str]:
        while True:
            kind, data = self._frame(until)
            if kind == b"d":
                body.write(data)
            elif kind == b"e":
                return dict(json.loads(data))
            else:
                failure = QueryFailedError(**json.loads(data))
                if failure.kind == "memory":
                    self.kill()
                raise failure

    def _frame(self, until: float) -> tuple[bytes, bytes]:
        kind, length = struct.unpack(">cI", self._read(5, until))
        return kind, self._read(length, until)

    def _read(self, size: int, until: float) -> bytes:
        data = bytearray()
        while len(data) < size:
            if not self._poll.poll(max(0.0, until - time.monotonic()) * 1000):
                self.kill()
                raise QueryFailedError("deadline")
            if not (some := self._output.read(size - len(data))):
                raise self._dead()
            data += some
        return bytes(data)

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
        for pipe in (self._input, self._output):
            with suppress(OSError):
                pipe.close()


class Pool:
    """A fixed number of query processes; heals itself; follows the current snapshot."""

    def __init__(self, config: Config) -> None:
        self.limits = Limits(config.deadline_s, config.memory_mb, config.output_mb)
        self._running = threading.Semaphore(config.query_workers)
        self._entered = threading.Semaphore(config.query_workers + config.query_queue)
        self._size = config.query_workers
        self._idle: list[Child] = []
        self._lock = threading.Lock()
        self._closed = False

    def run(self, folder: Path, request: dict[str, Any]) -> Answer:
        """Run a query over the snapshot in the folder.

        Raises:
            QueryFailedError: With the kind of failure.
        """
        with self._place(), self._child(folder, calls=request["calls"]) as child:
            return child.ask(request)

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._entered.acquire(blocking=False):
            raise QueryFailedError("busy")
        try:
            if not self._running.acquire(timeout=self.limits.deadline_s):
                raise QueryFailedError("busy")
            try:
                yield
            finally:
                self._running.release()
        finally:
            self._entered.release()

    @contextmanager
    def _child(self, folder: Path, *, calls: bool) -> Iterator[Child]:
        child = self._take(folder, calls=calls) or Child(folder, self.limits, calls=calls)
        try:
            yield child
        finally:
            self._give_back(child)

    def _take(self, folder: Path, *, calls: bool) -> Child | None:
        if calls:
            return None
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.folder == folder and child.alive:
                    return child
                child.kill()
        return None

    def _give_back(self, child: Child) -> None:
        if child.calls:
            child.kill()
            return
        if child.alive and child.answers < ANSWERS_PER_CHILD and not self._closed:
            with self._lock:
                self._idle.append(child)
            return
        child.kill()
        self.warm(child.folder)

    def warm(self, folder: Path) -> threading.Thread:
        """Start, beside the requests, a process that the next query will find ready."""
        thread = threading.Thread(target=self._add, args=(folder,), daemon=True)
        thread.start()
        return thread

    def _add(self, folder: Path) -> None:
        with suppress(QueryFailedError, OSError):
            child = Child(folder, self.limits)
            with self._lock:
                if len(self._idle) < self._size and not self._closed:
                    self._idle.append(child)
                    return
            child.kill()

    def close(self) -> None:
        """End every process that waits for work."""
        self._closed = True
        with self._lock:
            while self._idle:
                self._idle.pop().kill()

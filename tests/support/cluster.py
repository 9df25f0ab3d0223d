"""A Dask cluster on this machine's loopback, of processes as a user would start them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Cluster:
    """A scheduler and its workers; workers are added and ended by tests."""

    address: str
    stack: ExitStack
    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self, *, nanny: bool = False) -> subprocess.Popen[bytes]:
        kind = "--nanny" if nanny else "--no-nanny"
        command = ["dask_worker", self.address, "--nthreads", "1", kind, "--no-dashboard"]
        command += ["--local-directory", str(self.folder)]
        self.workers.append(self.stack.enter_context(_process(*command)))
        return self.workers[-1]


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """Start a scheduler, without workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    with ExitStack() as stack:
        stack.enter_context(_process(*command))
        _wait_for(port)
        yield Cluster(f"tcp://127.0.0.1:{port}", stack, folder)


@contextmanager
def _process(name: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", f"distributed.cli.{name}", *arguments]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"no scheduler came up on port {port}")

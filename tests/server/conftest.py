"""A small published dataset, open and served."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.snapshots import Snapshot, open_snapshot
from tests.support.serving import Client, serving
from tests.support.tiny import publish


@pytest.fixture(scope="session")
def tiny_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tiny")
    publish(out)
    return out


@pytest.fixture(scope="session")
def tiny(tiny_out: Path) -> Snapshot:
    return open_snapshot((tiny_out / "current").resolve())


@pytest.fixture(scope="session")
def client(tiny_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    log = tmp_path_factory.mktemp("log") / "server.log"
    with serving(tiny_out, log) as found:
        yield found

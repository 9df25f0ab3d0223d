"""The gold facts of the seeds in each engine, published by the real publisher and served."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from loader.build.engines import publish
from ontology.dataset import current_snapshot
from server.snapshots import Snapshot, open_snapshot
from tests.support.engines import KINDS, Engine, engine, need
from tests.support.gold import build_gold
from tests.support.serving import Client, serving

AT = "2026-01-02T03:04:05+00:00"


@dataclass(frozen=True, slots=True)
class Served:
    """A dataset in an engine, and the house over it."""

    kind: str
    engine: Engine
    client: Client


@pytest.fixture(scope="session")
def gold_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gold-of-stores")
    build_gold(out)
    return out


@pytest.fixture(scope="session")
def local(gold_out: Path) -> Snapshot:
    return open_snapshot(current_snapshot(gold_out))


@pytest.fixture(scope="session")
def embedded(gold_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with serving(gold_out, tmp_path_factory.mktemp("log") / "server.log") as client:
        yield client


@pytest.fixture(scope="session", params=KINDS)
def served(
    request: pytest.FixtureRequest, gold_out: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    kind: str = request.param
    need(kind)
    folder = tmp_path_factory.mktemp(kind)
    with engine(kind, folder) as found:
        publish(gold_out, [found.endpoint()], AT)
        flags = ("--store", found.query, "--workers", "1")
        with serving(gold_out, folder / "server.log", *flags) as client:
            yield Served(kind, found, client)


@pytest.fixture(scope="session")
def local_size(local: Snapshot) -> int:
    return local.manifest.counts["quads"]

"""Snapshots that the tests of the build share."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from loader.build.report import Report
from ontology.dataset import STORE
from tests.support.gold import build_gold


@pytest.fixture(scope="session")
def gold_report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Report of a build of the gold facts."""
    return build_gold(tmp_path_factory.mktemp("gold"))


@pytest.fixture(scope="session")
def gold_snapshot(gold_report: Report) -> Path:
    """Folder of a snapshot of the gold facts."""
    return gold_report.folder


@pytest.fixture(scope="session")
def gold_store(gold_snapshot: Path) -> Store:
    """The store of the gold facts, read-only."""
    return Store.read_only(str(gold_snapshot / STORE))

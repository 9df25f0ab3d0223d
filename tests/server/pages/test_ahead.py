"""A page reads its facts together: more facts are not more questions to the store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Quad

from ontology.dataset import current_snapshot
from server import pages
from server.pages.ahead import claims_naming
from server.pages.graph import Graph
from server.snapshots import Snapshot, open_snapshot
from tests.server.pages.test_entity import busy
from tests.support.tiny import publish


class Counted:
    """A store that counts what it is asked."""

    def __init__(self, store: Any) -> None:
        self.store, self.asked = store, 0

    def quads_for_pattern(self, *pattern: Any) -> Iterator[Quad]:
        self.asked += 1
        found: Iterator[Quad] = self.store.quads_for_pattern(*pattern)
        return found

    def query(self, text: str) -> Any:
        self.asked += 1
        return self.store.query(text)


def opened(folder: Path, facts: int) -> Snapshot:
    publish(folder, extra="".join(map(busy, range(facts))))
    return open_snapshot(current_snapshot(folder))


def reads(snapshot: Snapshot, path: str) -> int:
    store = Counted(snapshot.store)
    counted = replace(snapshot, store=store)  # type: ignore[arg-type]
    kind, _, slug = path.partition("/")
    page = pages.entity_page if kind == "page" else pages.article_page
    assert page(counted, slug)
    return store.asked


@pytest.mark.parametrize("path", ["page/sylvania", "article/duck"])
def test_ten_times_the_facts_take_no_more_reads_than_lists_of_names_do(
    tmp_path: Path, path: str
) -> None:
    few = reads(opened(tmp_path / "few", 20), path)
    many = reads(opened(tmp_path / "many", 200), path)
    assert 5 <= few <= many <= few + 10


@pytest.mark.parametrize("path", ["page/united-kingdom", "page/norway", "article/uk-norway"])
def test_a_page_takes_few_reads(gold: Snapshot, path: str) -> None:
    assert 5 <= reads(gold, path) <= 60


def test_claims_are_listed_up_to_a_limit_and_one_more(tmp_path: Path) -> None:
    snapshot = opened(tmp_path, 20)
    graph, thing = Graph(snapshot.store, snapshot.base), snapshot.base.thing("sylvania")
    every = claims_naming(graph, thing)
    assert len(every) == 21
    assert every == sorted(every, key=lambda claim: claim.value)
    assert claims_naming(graph, thing, 5) == every[:6]

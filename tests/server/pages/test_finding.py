from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server import pages
from server.pages.ahead import number_naming
from server.pages.finding import search_view
from server.pages.graph import Graph
from server.snapshots import Snapshot
from tests.server.pages.test_ahead import Counted


def names(graph: Graph, snapshot: Snapshot, words: str) -> list[str]:
    return [hit.thing.text for hit in search_view(graph, snapshot.search, words).hits]


@pytest.mark.parametrize(
    "words, first", [("norway", "Norway"), ("nor", "Norway"), ("bodo", "Bodø"), ("UK", "United")]
)
def test_a_thing_is_found_by_any_of_its_names(
    graph: Graph, gold: Snapshot, words: str, first: str
) -> None:
    assert any(name.startswith(first) for name in names(graph, gold, words)[:5])


def test_nothing_typed_finds_nothing(graph: Graph, gold: Snapshot) -> None:
    assert names(graph, gold, " ?! ") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(max_size=30))
def test_anything_may_be_typed(graph: Graph, gold: Snapshot, words: str) -> None:
    assert len(names(graph, gold, words)) <= 50


def test_an_address_that_leads_nowhere_is_answered_with_near_names(gold: Snapshot) -> None:
    near = pages.near_pages(gold, "/page/norwegian-fjords")
    assert 0 < len(near) <= 5
    assert "/page/norway-russia-border" in near or any("Norw" in name for name in near.values())
    assert pages.near_pages(gold, "/page/zzz") == {}


@pytest.mark.parametrize(
    "typed, meant",
    [("Norwey", "Norway"), ("united kingdon", "United Kingdom"), ("New Zeeland", "New Zealand")],
)
def test_a_name_typed_wrongly_is_answered_by_near_ones(
    graph: Graph, gold: Snapshot, typed: str, meant: str
) -> None:
    view = search_view(graph, gold.search, typed)
    assert view.hits == ()
    assert view.near[0].text == meant
    assert meant in pages.search_page(gold, typed)
    assert meant in pages.near_pages(gold, f"/page/{typed.lower().replace(' ', '-')}").values()


def test_words_that_are_like_no_name_are_answered_with_none(graph: Graph, gold: Snapshot) -> None:
    assert search_view(graph, gold.search, "qqqqqq xxxxxx").near == ()


def test_things_found_stand_by_kind_with_what_is_known_of_them(
    graph: Graph, gold: Snapshot
) -> None:
    view = search_view(graph, gold.search, "carrier strike")
    kinds = {kind.name.text: kind.hits for kind in view.kinds}
    (deployment,) = kinds["Deployment"]
    assert deployment.stage is not None
    assert deployment.stage.word == "Planned"
    assert deployment.facts == number_naming(graph, gold.base.thing("csg-deployment"))
    html = pages.search_page(gold, "carrier strike")
    assert f"{deployment.facts} facts" in html
    assert 'href="ontology#Deployment"' in html


def test_few_finds_are_followed_by_like_names(graph: Graph, gold: Snapshot) -> None:
    view = search_view(graph, gold.search, "new zealand")
    assert view.hits
    assert not {hit.thing for hit in view.hits} & set(view.near)
    assert search_view(graph, gold.search, "a").near == ()


def test_fifty_finds_take_as_many_reads_as_one(gold: Snapshot) -> None:
    def reads(words: str) -> int:
        store = Counted(gold.store)
        assert pages.search_page(replace(gold, store=store), words)  # type: ignore[arg-type]
        return store.asked

    assert 1 <= reads("norway") <= 5
    assert reads("a") <= 5

from dataclasses import replace

from pyoxigraph import Store

from server import pages
from server.pages.graph import Graph
from server.pages.home import home_view
from server.snapshots import Snapshot


def test_what_is_counted_is_counted_in_the_data(graph: Graph) -> None:
    view = home_view(graph)
    assert (view.articles, view.passages, view.states) == (2, 53, 6)
    assert 0 < view.stated < view.passages


def test_the_specimen_joins_two_states_and_says_where_it_stands(graph: Graph) -> None:
    specimen = home_view(graph).specimen
    assert specimen is not None
    assert specimen.stage is not None
    assert any(piece.marked for piece in specimen.evidence.pieces)


def test_pairs_stand_in_the_order_of_what_they_share(graph: Graph) -> None:
    pairs = home_view(graph).pairs
    sizes = [len(pair.things) for pair in pairs]
    assert sizes == sorted(sizes, reverse=True)
    assert {pairs[0].first.text, pairs[0].second.text} == {"Norway", "United Kingdom"}
    assert pairs[0].summary == f"{pairs[0].real} real, {sizes[0] - pairs[0].real} intended"


def test_enemies_in_a_war_do_not_count_as_partners(graph: Graph) -> None:
    joined = [{pair.first.text, pair.second.text} for pair in home_view(graph).pairs]
    assert joined
    assert {"Russia", "Ukraine"} not in joined


def test_figures_of_one_measure_stand_side_by_side(graph: Graph) -> None:
    measured = {one.name: one.rows for one in home_view(graph).measures}
    words = [row.object.text for _, row in measured["Personnel trained"]]
    assert sorted(words) == ["more than 51,000", "more than 54,000"]


def test_an_empty_build_says_so_and_how_to_fill_it(gold: Snapshot) -> None:
    html = pages.home_page(replace(gold, store=Store()))
    assert "No article read yet" in html
    assert "entente-load build" in html

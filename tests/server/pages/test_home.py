from dataclasses import replace

from pyoxigraph import Store

from server import pages
from server.pages.graph import Graph
from server.pages.happening import rows
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


def test_things_stand_in_time_with_their_stage(graph: Graph) -> None:
    items = {item.label: item for item in home_view(graph).items}
    trade = items["UK–New Zealand Free Trade Agreement"]
    assert (trade.start, trade.end, trade.stage, trade.real) == ("2023", None, "In force", True)
    assert items["Exercise Tamber Shield"].start is None
    assert not items["Exercise Tamber Shield"].real


def test_an_area_is_never_pinned_to_a_point(graph: Graph) -> None:
    view = home_view(graph)
    areas = {one.place.text: one.count for one in view.areas}
    assert {"High North", "Baltic Sea", "United Kingdom"} <= set(areas)
    assert not {spot.label for spot in view.spots} & set(areas)


def test_every_figure_that_differs_is_drawn_with_its_bound(graph: Graph) -> None:
    (trained,) = [one for one in home_view(graph).measures if one.name == "Personnel trained"]
    assert [(value.low, value.high) for value in trained.values] == [(54000, None), (51000, None)]


def test_the_queries_under_the_pictures_give_their_rows(graph: Graph) -> None:
    view = home_view(graph)
    for query in (view.queries.pairs, view.queries.where, view.queries.when):
        assert any(True for _ in rows(graph, query))


def test_a_cell_leads_to_what_the_two_do_together(gold: Snapshot) -> None:
    assert '<a href="between/norway/united-kingdom" class="cell">' in pages.home_page(gold)


def test_a_date_stands_beside_the_words_it_was_read_from(graph: Graph) -> None:
    worded = {item.label: item.wording for item in home_view(graph).items if item.wording}
    assert worded["Christopher Luxon’s visit to the UK"] == "Tuesday"
    assert "2023" not in worded.values()

"""What two states do together: each shared thing with the part of both, and its sentences."""

from server import pages
from server.pages.between import between_view
from server.pages.graph import Graph
from server.snapshots import Snapshot


def test_shared_things_show_what_is_stated_of_both(graph: Graph) -> None:
    view = between_view(graph, "norway", "united-kingdom")
    assert view is not None
    things = {one.thing.text: one for sort in view.sorts for one in sort.things}
    shield = things["Exercise Tamber Shield"]
    assert not shield.real
    assert [link.text for link, _ in shield.sides] == ["Norway", "United Kingdom"]
    assert all(row.evidence for _, rows in shield.sides for row in rows if not row.origin)
    assert all(rows for one in things.values() for _, rows in one.sides)
    assert view.sorts[-1].key == "partners"


def test_the_first_line_counts_what_is_real_and_what_is_meant(graph: Graph) -> None:
    view = between_view(graph, "norway", "united-kingdom")
    assert view is not None
    done = [one for s in view.sorts if s.key not in ("partners", "stances") for one in s.things]
    real = sum(one.real for one in done)
    assert 0 < real < len(done)
    assert f"{len(done)} things together: {real} real and {len(done) - real} only" in view.lede


def test_states_that_share_nothing_show_their_partners(gold: Snapshot, graph: Graph) -> None:
    view = between_view(graph, "france", "norway")
    assert view is not None
    assert (view.sorts, view.direct) == ((), ())
    partners = {state.text: links for state, links in view.partners}
    assert any(link.href == "between/norway/united-kingdom" for link in partners["Norway"])
    html = pages.between_page(gold, "france", "norway")
    assert html is not None
    assert "No article says that they do anything together." in html


def test_only_states_make_a_pair(gold: Snapshot) -> None:
    assert pages.between_page(gold, "norway", "nato") is None


def test_the_company_a_fact_names_is_more_than_the_two(graph: Graph) -> None:
    view = between_view(graph, "norway", "united-kingdom")
    assert view is not None
    rows = [row for s in view.sorts for one in s.things for _, rows in one.sides for row in rows]
    company = [link.text for row in rows for note in row.notes for link in note.links]
    assert "New Zealand" in company
    assert not {"Norway", "United Kingdom"} & set(company)

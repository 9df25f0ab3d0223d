import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from markupsafe import Markup

from server.plots import (
    Cell,
    Edge,
    Item,
    Node,
    Spot,
    Value,
    bars,
    figures,
    map_of,
    matrix,
    network,
    timeline,
)

EVIL = '<b>"a" & b</b>'
ITEMS = [
    Item("Exercise A", "page/a", "2031", "2031", "this year", "Planned", real=False),
    Item(EVIL, None, "2031-03-04", None, "", "Under way", real=True),
    Item("Visit", "page/v", None, None, "", None, real=True),
]
VALUES = [
    Value("Trained", "page/t", 51000, None, "people", "more than 51,000", real=True),
    Value(EVIL, None, 10, 20, "people", "10 to 20", real=False),
]
SPOTS = [
    Spot("Oslo", "page/oslo", 59.9, 10.8, 2, real=True),
    Spot(EVIL, None, 51, 0, 1, real=False),
]
NODES = [Node("a", "A", None, "State"), Node("b", EVIL, "page/b", "State")]
EDGES = [Edge("a", "b", 1, 0, None)]
CELLS = [Cell("A", "B", 2, 1, "between/a/b"), Cell("B", EVIL, 0, 1, None)]
Draw = Callable[[], Markup]
FULL: dict[str, Draw] = {
    "timeline": lambda: timeline(ITEMS, EVIL, root="../"),
    "figures": lambda: figures(VALUES, EVIL, root="../"),
    "bars": lambda: bars(VALUES, EVIL, root="../"),
    "map": lambda: map_of(SPOTS, EVIL, root="../"),
    "network": lambda: network(NODES, EDGES, "a", EVIL, root="../"),
    "matrix": lambda: matrix(CELLS, EVIL, root="../"),
}
EMPTY: dict[str, Draw] = {
    "timeline": lambda: timeline([], "t"),
    "figures": lambda: figures([], "t"),
    "bars": lambda: bars([], "t"),
    "map": lambda: map_of([], "t"),
    "network": lambda: network(NODES[:1], [], "a", "t"),
    "matrix": lambda: matrix([], "t"),
}


@pytest.mark.parametrize("name", FULL)
def test_plots_are_well_formed_and_escape_what_they_show(name: str) -> None:
    root = ET.fromstring(f"<div>{FULL[name]()}</div>")  # noqa: S314
    assert EVIL in "".join(root.itertext())
    assert root.find(".//b[.='\"a\" & b']") is None


@pytest.mark.parametrize("name", FULL)
def test_plots_need_no_inline_style_or_script(name: str) -> None:
    text = str(FULL[name]())
    assert not re.search(r"\sstyle=|<script|<style|\son\w+=", text)


@pytest.mark.parametrize("name", FULL)
def test_links_are_seen_from_the_page(name: str) -> None:
    links = re.findall(r'<a [^>]*href="([^"]*)"', str(FULL[name]()))
    assert links
    assert all(link.startswith("../") for link in links)


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_gives_no_plot(name: str) -> None:
    assert EMPTY[name]() == ""


def test_names_on_a_map_never_lie_on_one_another() -> None:
    near = [Spot(f"Place {n}", None, 50 + n / 10, 10, 1, real=True) for n in range(5)]
    names = str(map_of(near, "Near")).count("<text")
    assert 1 <= names <= 2  # one beside each side of the heap
    assert str(map_of(near, "Near")).count("<circle") == 5


def test_a_matrix_leaves_out_names_that_nothing_joins_to_those_shown() -> None:
    cells = [Cell("A", f"B{n}", 5, 0, None) for n in range(12)] + [Cell("Y", "Z", 1, 0, None)]
    assert "Y" not in str(matrix(cells, "t"))


def test_an_end_that_nobody_gave_is_a_tail_and_is_said() -> None:
    drawn = str(timeline(ITEMS, "t"))
    assert "from 4 Mar 2031, no end given" in drawn
    assert drawn.count('class="tail"') == 1


def test_what_is_outside_the_window_is_counted() -> None:
    assert "2 more things before or after this time." in str(
        timeline(ITEMS, "t", window=("2040-01", "2041-12"))
    )


def test_what_is_meant_never_looks_real() -> None:
    assert str(timeline(ITEMS[:1], "t")).count('class="meant"') == 1
    assert 'class="real"' not in str(timeline(ITEMS[:1], "t"))


def test_a_long_name_is_cut_in_the_ring_and_told_whole_beside_it() -> None:
    long = "Supply of second-hand patrol vessels to the islands"
    drawn = network([NODES[0], Node("l", long, "page/l", "Transfer")], [], "a", "t")
    assert "Supply of second-hand patrol …</text>" in drawn
    assert f"<title>{long}</title>" in drawn
    assert f">{long}</a>" in drawn

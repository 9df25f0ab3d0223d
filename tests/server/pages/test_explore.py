"""Browsing by facets: what is counted is what is shown, and one query text gives it all."""

import re
from dataclasses import replace

import pytest
from pyoxigraph import QuerySolutions

from server.pages.explore import Choice, ChoiceError, explore_view, read_choice
from server.pages.explore.counted import count_facets
from server.pages.explore.sparql import rows_query
from server.pages.graph import Graph
from server.snapshots import Snapshot


def names(graph: Graph, choice: Choice) -> set[str]:
    return {row.thing.text for row in explore_view(graph, choice).rows}


CHOICES = [
    Choice(kind="Activity"),
    Choice(kind="Activity", states=("norway", "united-kingdom")),
    Choice(activity="Exercise"),
    Choice(status="Intended"),
    Choice(year="2015", kind="Agreement"),
    Choice(modality="Quoted"),
]


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.address)
def test_the_number_beside_a_value_is_what_choosing_it_gives(graph: Graph, choice: Choice) -> None:
    view = explore_view(graph, choice)
    assert view.total > 0
    checked = 0
    for facet in view.facets:
        for option in facet.options[:3]:
            if facet.name == "state" or option.value in ("Real", "Intended"):
                continue
            other = explore_view(graph, choice.having(facet.name, option.value))
            assert other.total == option.count, (facet.name, option.value)
            checked += 1
    assert checked >= 3


def test_two_states_give_what_both_have_to_do_with(graph: Graph) -> None:
    found = names(graph, Choice(kind="Activity", states=("norway", "united-kingdom")))
    assert "Exercise Tamber Shield" in found
    alone = names(graph, Choice(kind="Activity", states=("united-kingdom",)))
    assert found < alone


def test_the_query_that_is_linked_gives_the_rows_that_are_shown(graph: Graph) -> None:
    view = explore_view(graph, Choice(kind="Activity", sort="date"))
    solutions = graph.store.query(view.query)
    assert isinstance(solutions, QuerySolutions)
    texts = [solution["name"].value for solution in solutions]
    assert texts == [row.thing.text for row in view.rows]
    assert view.query == rows_query(view.choice, graph.base)


TABLED = [
    Choice(sort="name"),
    Choice(sort="-name", page=2),
    *(replace(choice, sort="name") for choice in CHOICES if not choice.modality),
    Choice(status="Ongoing", activity="Activity", sort="name"),
    Choice(status="Real", states=("norway",), sort="-name"),
]


@pytest.mark.parametrize("choice", TABLED, ids=lambda choice: choice.address)
def test_the_table_of_facets_gives_what_the_queries_give(gold: Snapshot, choice: Choice) -> None:
    assert count_facets(gold.search, choice) is not None
    by_table = explore_view(Graph(gold.store, gold.base), choice, gold.search)
    by_query = explore_view(Graph(gold.store, gold.base), choice)
    assert by_table.total == by_query.total
    assert by_table.facets == by_query.facets
    assert by_table.rows == by_query.rows
    assert by_table.rows or choice.status == "Ongoing"


def test_rows_stand_in_the_order_of_their_column(graph: Graph) -> None:
    facts = [row.facts for row in explore_view(graph, Choice(sort="-facts")).rows]
    assert facts == sorted(facts, reverse=True)
    assert facts[0] > facts[-1]
    labels = [row.thing.text.lower() for row in explore_view(graph, Choice(sort="name")).rows]
    assert labels == sorted(labels)


def test_an_empty_answer_says_what_to_drop_and_what_that_gives(graph: Graph) -> None:
    view = explore_view(graph, Choice(kind="Exercise", year="1815"))
    assert (view.total, view.rows) == (0, ())
    gives = {chip.facet: chip.gives for chip in view.chips}
    assert gives == {"Year": explore_view(graph, Choice(kind="Exercise")).total, "Kind": 0}


def test_pages_follow_each_other_without_a_gap(graph: Graph) -> None:
    first = explore_view(graph, Choice(sort="name"))
    second = explore_view(graph, Choice(sort="name", page=2))
    assert first.later == second.choice.address
    assert len(first.rows) == 50
    assert not {row.thing for row in first.rows} & {row.thing for row in second.rows}
    with pytest.raises(ChoiceError, match="999"):
        explore_view(graph, Choice(page=999))


def test_an_address_is_read_as_it_was_written() -> None:
    choice = Choice("Exercise", ("norway", "france"), status="Real", sort="-date", page=3)
    pairs = [part.split("=") for part in choice.address.partition("?")[2].split("&")]
    asked: dict[str, list[str]] = {}
    for name, value in pairs:
        asked.setdefault(name, []).append(value)
    assert read_choice(asked) == choice
    assert read_choice({"class": [""], "utm_source": ["x"]}) == Choice()


@pytest.mark.parametrize(
    "name, value",
    [("class", "Duck"), ("status", "planned"), ("year", "20255"), ("page", "0"), ("sort", "x"),
     ("state", "../x"), ("modality", "Maybe"), ("activity", "State"), ("source", "x" * 201)],
)  # fmt: skip
def test_a_bad_value_is_refused_with_what_is_known(name: str, value: str) -> None:
    with pytest.raises(ChoiceError) as refused:
        read_choice({name: [value]})
    assert name in refused.value.detail
    assert refused.value.hint


def test_the_ontology_counts_what_exploring_a_class_shows(
    graph: Graph, written: dict[str, str]
) -> None:
    found = re.findall(r'explore\?class=(\w+)">([\d,]+) thing', written["ontology"])
    assert len(found) >= 10
    for name, number in found:
        assert explore_view(graph, Choice(kind=name)).total == int(number.replace(",", "")), name

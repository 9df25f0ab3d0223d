"""Which views an answer has, by what its columns hold, and what they draw of the real facts."""

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions

from ontology.curies import term
from server.pages import drawing
from server.pages.answer import answer_view
from server.pages.columns import Things, columns
from server.pages.drawing import Cells, digits
from server.pages.graph import Graph
from server.pages.views import first_view, views_of
from server.table import Table

ENT = (
    "PREFIX ent: <https://w3id.org/entente/ontology#> "
    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
)
NORWAY = NamedNode("http://localhost:8000/id/norway")
ACTIVITIES = "?state a ent:State ; ent:participatesIn ?activity"
DATES = "SELECT ?deal ?when { ?deal ent:inForceDate ?when }"
SHARED = f"""SELECT ?state ?other (COUNT(*) AS ?n) {{
  {ACTIVITIES} . ?other a ent:State ; ent:participatesIn ?activity FILTER(?state != ?other)
}} GROUP BY ?state ?other"""
COUNTS = f"SELECT ?state (COUNT(*) AS ?n) {{ {ACTIVITIES} }} GROUP BY ?state ORDER BY ?n"
PAIRS = f"SELECT ?state ?activity {{ {ACTIVITIES} }}"


def asked(graph: Graph, query: str) -> Table:
    found = graph.store.query(ENT + query)
    assert isinstance(found, QuerySolutions)
    names = tuple(variable.value for variable in found.variables)
    rows = tuple(tuple(row) for row in found)
    assert rows
    return Table("select", names, rows, len(rows))


def cells_of(graph: Graph, table: Table) -> Cells:
    things = Things(graph, table.rows)
    return Cells(graph, table, columns(table, things), things)


@pytest.mark.parametrize(
    "query, kinds",
    [
        (PAIRS, ["thing", "thing"]),
        (COUNTS, ["thing", "number"]),
        (DATES, ["thing", "date"]),
        ("SELECT ?x ?s { ?x ent:status ?s }", ["thing", "stage"]),
        ('SELECT ?x ("a" AS ?y) { ?x a ent:State }', ["thing", "text"]),
        ("SELECT ?x { { ?x a ent:State } UNION { BIND(1 AS ?x) } }", ["text"]),
    ],
)
def test_a_column_is_known_by_what_it_holds(graph: Graph, query: str, kinds: list[str]) -> None:
    assert [column.kind for column in cells_of(graph, asked(graph, query)).columns] == kinds


@pytest.mark.parametrize(
    "query, first, others",
    [
        (PAIRS, "table", {"map", "network"}),
        (COUNTS, "bars", {"map"}),
        (SHARED, "matrix", {"map", "network", "bars"}),
        ("SELECT ?t { ?x a ent:Passage ; ent:text ?t }", "table", set()),
        (f"{DATES} LIMIT 1", "table", {"timeline"}),
        ("SELECT ?x ?d { ?x ent:published ?d }", "timeline", set()),
    ],
)
def test_an_answer_begins_with_the_view_that_fits(
    graph: Graph, query: str, first: str, others: set[str]
) -> None:
    table = asked(graph, query)
    found = cells_of(graph, table).columns
    assert first_view(found, len(table.rows)) == first
    assert others | {"table"} <= set(views_of(found, len(table.rows)))
    assert not {"bars", "matrix"} & set(views_of(found, len(table.rows))) - others - {first}


def test_an_answer_without_rows_is_a_table() -> None:
    assert views_of((), 0) == ("table",)


def test_a_thing_lies_where_its_place_is_but_never_in_the_middle_of_a_state(graph: Graph) -> None:
    things = Things(graph, [(NORWAY,)])
    assert things.point(NORWAY) is not None
    located = graph.store.query(
        ENT + "SELECT ?x { ?x ent:location|ent:destination ?p . ?p a ent:State "
        f"FILTER NOT EXISTS {{ ?x {term('geo:lat')} ?y }} }}"
    )
    assert isinstance(located, QuerySolutions)
    inside = [row[0] for row in located]
    assert inside
    told = Things(graph, [inside])
    assert {told.point(one) for one in inside} == {None}


def test_what_is_only_planned_is_drawn_as_meant(graph: Graph) -> None:
    query = "SELECT ?x (STRDT('2031', xsd:gYear) AS ?d) ?s { ?x ent:status ?s }"
    items = drawing.items(cells_of(graph, asked(graph, query)))
    assert {(item.stage, item.real) for item in items} >= {("Planned", False)}
    assert all(not item.real for item in items if item.stage in ("Planned", "Committed"))


def test_two_columns_of_dates_are_beginning_and_end(graph: Graph) -> None:
    rows = ((NORWAY, year(2024), year(2026)), (NORWAY, year(2025), None))
    found = drawing.items(cells_of(graph, Table("select", ("x", "a", "b"), rows, 2)))
    assert [(item.start, item.end) for item in found] == [("2024", "2026"), ("2025", None)]


def year(number: int) -> Literal:
    return Literal(str(number), datatype=term("xsd:gYear"))


def test_rows_that_a_view_cannot_draw_are_counted(graph: Graph) -> None:
    rows = ((NamedNode("urn:a"), Literal(1)), (NamedNode("urn:b"), None))
    view = answer_view(graph, "SELECT", Table("select", ("x", "n"), rows, 2), "bars")
    assert view.view == "bars"
    assert view.drawing is not None
    assert view.drawing.left_out.startswith("1 row without a value")


def test_a_network_keeps_the_things_with_the_most_pairs(graph: Graph) -> None:
    cells = cells_of(graph, asked(graph, PAIRS))
    nodes, edges, left = drawing.network(cells, 3)
    assert len(nodes) <= 3
    assert len(nodes) + left == len(drawing.network(cells, 999)[0])
    assert {node.id for node in nodes} == {end for one in edges for end in (one.source, one.target)}
    assert "United Kingdom" in {node.label for node in nodes}
    assert all(edge.real + edge.intended >= 1 for edge in edges)


def test_a_matrix_shows_the_largest_sums_and_counts_the_rest(graph: Graph) -> None:
    grid, left = drawing.grid(cells_of(graph, asked(graph, SHARED)), 2)
    assert len(grid.heads) == 2
    assert left >= 1
    assert any(number for _, numbers in grid.rows for number in numbers)


def test_a_number_that_is_none_draws_nothing(graph: Graph) -> None:
    rows = ((NamedNode("urn:a"), Literal(float("nan"))), (NamedNode("urn:b"), Literal(2.5)))
    values = drawing.values(cells_of(graph, Table("select", ("x", "n"), rows, 2)))
    assert [value.wording for value in values] == ["2.5"]
    assert digits(1_234_567) == "1,234,567"


def test_a_view_that_an_answer_lacks_gives_the_one_that_fits(graph: Graph) -> None:
    assert answer_view(graph, "SELECT", asked(graph, COUNTS), "timeline").view == "bars"
    assert answer_view(graph, "SELECT", asked(graph, COUNTS), "table").view == "table"

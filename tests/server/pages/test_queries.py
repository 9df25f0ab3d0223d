from pyoxigraph import Literal, NamedNode

from server import pages
from server.errors import Problem
from server.pages.graph import Graph
from server.pages.queries import cell, query_view
from server.snapshots import Snapshot
from server.table import Table

NORWAY = NamedNode("http://localhost:8000/id/norway")


def table(*rows: tuple[NamedNode | Literal | None, ...]) -> Table:
    return Table("select", ("thing", "value"), rows, len(rows))


def test_a_thing_is_shown_by_its_name_and_linked_to_its_page(graph: Graph) -> None:
    link = cell(graph, NORWAY)
    assert (link.text, link.href, link.outside) == ("Norway", "page/norway", False)


def test_an_address_that_is_no_web_address_is_plain_text(graph: Graph) -> None:
    assert cell(graph, NamedNode("javascript:alert(1)")).href is None


def test_a_cell_without_a_value_is_empty(graph: Graph) -> None:
    assert cell(graph, None).text == ""


def test_rows_are_counted_and_those_not_drawn_are_told(gold: Snapshot) -> None:
    answer = Table("select", ("thing",), ((NORWAY,),), 1200)
    html = pages.query_page(gold, query="SELECT", table=answer, problem=None)
    assert "1,200 rows" in html
    assert "1,199 more rows" in html


def test_literals_of_an_answer_are_never_markup(gold: Snapshot) -> None:
    answer = table((NORWAY, Literal("<b>bold</b>")))
    html = pages.query_page(gold, query="SELECT", table=answer, problem=None)
    assert "&lt;b&gt;bold&lt;/b&gt;" in html


def test_what_went_wrong_is_shown_at_its_place(graph: Graph) -> None:
    problem = Problem(400, "query-syntax", "No.", members={"line": 2, "column": 3})
    view = query_view(graph, "SELECT *\nWHERE oops", None, problem)
    assert view.trouble is not None
    assert (view.trouble.quoted, view.trouble.column) == ("WHERE oops", 3)


def test_a_line_that_is_not_there_is_not_quoted(graph: Graph) -> None:
    problem = Problem(400, "query-syntax", "No.", members={"line": 9, "column": 1})
    view = query_view(graph, "SELECT *", None, problem)
    assert view.trouble is not None
    assert view.trouble.quoted == ""


def test_a_query_keeps_its_text_whatever_is_in_it(gold: Snapshot) -> None:
    text = "# </textarea><script>\nSELECT * { ?s ?p ?o }"
    html = pages.query_page(gold, query=text, table=table(), problem=None)
    assert "</textarea><script>" not in html
    assert "query?query=%23%20%3C%2Ftextarea%3E" in html


def test_a_first_visit_starts_with_an_example(gold: Snapshot) -> None:
    html = pages.query_page(gold, query="", table=None, problem=None)
    assert "PREFIX ent:" in html
    assert "PREFIX%20id%3A%20%3Chttp%3A%2F%2Flocalhost%3A8000%2Fid%2F%3E" in html

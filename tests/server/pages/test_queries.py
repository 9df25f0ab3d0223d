from pyoxigraph import Literal, NamedNode

from ontology import terms
from server import pages
from server.errors import Problem
from server.failures import MEND
from server.pages.answer import cell
from server.pages.columns import Things, columns
from server.pages.drawing import Cells
from server.pages.graph import Graph
from server.pages.queries import Sent, query_view
from server.snapshots import Snapshot
from server.table import Table

NORWAY = NamedNode("http://localhost:8000/id/norway")
ENDPOINT = "http://localhost:8000/sparql"


def table(*rows: tuple[NamedNode | Literal | None, ...]) -> Table:
    return Table("select", ("thing", "value"), rows, len(rows))


def shown(snapshot: Snapshot, asked: Sent) -> str:
    return pages.query_page(snapshot, ENDPOINT, asked)


def cells_of(graph: Graph, found: Table) -> Cells:
    things = Things(graph, found.rows)
    return Cells(graph, found, columns(found, things), things)


def test_a_thing_is_shown_by_its_name_and_linked_to_its_page(graph: Graph) -> None:
    link = cell(cells_of(graph, table((NORWAY, None))), NORWAY).link
    assert (link.text, link.href, link.outside) == ("Norway", "page/norway", False)


def test_an_address_that_is_no_web_address_is_plain_text(graph: Graph) -> None:
    script = NamedNode("javascript:alert(1)")
    assert cell(cells_of(graph, table((script, None))), script).link.href is None


def test_a_cell_without_a_value_is_empty(graph: Graph) -> None:
    assert cell(cells_of(graph, table()), None).link.text == ""


def test_a_stage_is_shown_by_its_sign_and_word(graph: Graph) -> None:
    found = cell(cells_of(graph, table()), terms.Underway)
    assert found.stage is not None
    assert (found.stage.word, found.stage.real) == ("Under way", True)


def test_rows_are_counted_and_those_not_drawn_are_told(gold: Snapshot) -> None:
    answer = Table("select", ("thing",), ((NORWAY,),), 1200)
    html = shown(gold, Sent("SELECT", table=answer))
    assert "1,200 rows" in html
    assert "1,199 more rows" in html


def test_literals_of_an_answer_are_never_markup(gold: Snapshot) -> None:
    answer = table((NORWAY, Literal("<b>bold</b>")))
    html = shown(gold, Sent("SELECT", table=answer))
    assert "&lt;b&gt;bold&lt;/b&gt;" in html


def test_what_went_wrong_is_shown_at_its_place(graph: Graph) -> None:
    problem = Problem(400, "query-syntax", "No.", members={"line": 2, "column": 3})
    view = query_view(graph, ENDPOINT, Sent("SELECT *\nWHERE oops", problem=problem))
    assert view.trouble is not None
    assert (view.trouble.quoted, view.trouble.column) == ("WHERE oops", 3)


def test_what_stands_above_the_quoted_line_is_not_said_again(graph: Graph) -> None:
    detail = "The query is not valid SPARQL: line 1, column 8: expected '*'."
    problem = Problem(400, "query-syntax", detail, MEND, {"line": 1, "column": 8})
    found = query_view(graph, ENDPOINT, Sent("SELECT {", problem=problem)).trouble
    assert found is not None
    assert (found.title, found.detail, found.hint) == ("Not valid SPARQL", "Expected '*'.", "")


def test_a_line_that_is_not_there_is_not_quoted(graph: Graph) -> None:
    problem = Problem(400, "query-syntax", "No.", members={"line": 9, "column": 1})
    view = query_view(graph, ENDPOINT, Sent("SELECT *", problem=problem))
    assert view.trouble is not None
    assert view.trouble.quoted == ""


def test_a_query_keeps_its_text_whatever_is_in_it(gold: Snapshot) -> None:
    text = "# </textarea><script>\nSELECT * { ?s ?p ?o }"
    html = shown(gold, Sent(text, table=table()))
    assert "</textarea><script>" not in html
    assert "query?query=%23%20%3C%2Ftextarea%3E" in html


def test_a_first_visit_starts_with_an_example(gold: Snapshot) -> None:
    html = shown(gold, Sent())
    assert "PREFIX ent:" in html
    assert "PREFIX%20id%3A%20%3Chttp%3A%2F%2Flocalhost%3A8000%2Fid%2F%3E" in html

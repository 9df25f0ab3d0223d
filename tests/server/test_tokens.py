import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from server.errors import ProblemError
from server.tokens import always_same, from_graphs, normalised, scan, undeclared_prefix


def test_from_clauses_give_their_graphs_resolved_and_without_doubles() -> None:
    query = """PREFIX g: <http://example.org/> PREFIX h: <http://h.org/x#> SELECT ?s FROM NAMED h:y
        FROM <http://example.org/a> FROM g:a
        FROM <b> FROM NAMED g:c\\-d # FROM <x>
        WHERE { ?s ?from "FROM <y>" }"""
    plain, named = from_graphs(scan(query), "http://base.org/")
    assert plain == ["http://example.org/a", "http://base.org/b"]
    assert named == ["http://h.org/x#y", "http://example.org/c-d"]


def test_from_clauses_follow_the_querys_own_base() -> None:
    query = "BASE <http://a.org/> PREFIX g: <x/> BASE <b/> ASK FROM <c> FROM g:d {}"
    found, _ = from_graphs(scan(query), "http://base.org/")
    assert found == ["http://a.org/b/c", "http://a.org/x/d"]


def test_from_with_an_undeclared_prefix_names_the_prefix() -> None:
    with pytest.raises(ProblemError, match="'g:'"):
        from_graphs(scan("SELECT ?s FROM g:a { ?s ?p ?o }"), "http://base.org/")


def test_an_address_that_cannot_be_resolved_stays_as_it_is() -> None:
    assert from_graphs(scan("ASK FROM <http://[x> {}"), "http://b.org/")[0] == ["http://[x"]


@pytest.mark.parametrize("call", ["NOW()", "rand()", "UUID()", "STRUUID()", "BNODE()"])
def test_a_query_that_asks_for_chance_or_time_is_not_always_the_same(call: str) -> None:
    assert not always_same(scan(f"SELECT ({call} AS ?x) {{}}"))


@pytest.mark.parametrize("clause", ["} ORDER BYRAND()", "FILTERNOW() }"])
def test_chance_and_time_are_seen_where_no_space_stands_before_them(clause: str) -> None:
    assert not always_same(scan(f"SELECT * {{ ?s ?p ?o {clause}"))


def test_a_query_of_data_alone_is_always_the_same() -> None:
    assert always_same(scan("SELECT ?now { ?now ?p 'NOW()' }"))


def test_the_first_undeclared_prefix_is_found() -> None:
    declared = "PREFIX : <a:> PREFIX ex: <b:> SELECT ?x { ?x a ex:State, :b . _:c ?p ?x }"
    assert undeclared_prefix(declared) is None
    assert undeclared_prefix("SELECT ?x { ?x a ent:State }") == "ent:"


PIECES = st.sampled_from(
    [
        *("SELECT", "*", "{", "}", "?s", "?p", "<a:b>", "x:a", ".b", ".", "FILTER", "(", ")", "1"),
        *("'a  b'", "'", '"', "'''", "#c\n", "#", "<", ">", "<b#c>", "\\"),
        *(" ", "  ", "\n", "\t", "\u00a0"),
    ]
)
HEAD = "PREFIX x: <http://x.org/> SELECT * { "


@given(st.lists(PIECES, max_size=12))
def test_a_normalised_query_means_the_same(pieces: list[str]) -> None:
    query = HEAD + "".join(pieces)
    normal = normalised(query, scan(query))
    assert outcome(normal) == outcome(query)
    assert normalised(normal, scan(normal)) == normal


def outcome(query: str) -> str:
    """Say what the engine makes of a query over one triple."""
    store = Store()
    store.add(Quad(NamedNode("http://x.org/a"), NamedNode("a:b"), Literal("a  b")))
    try:
        result = store.query(query)
    except (SyntaxError, ValueError) as error:
        return type(error).__name__
    assert isinstance(result, QuerySolutions)
    found = result.serialize(format=QueryResultsFormat.JSON)
    return (found or b"").decode()


@pytest.mark.parametrize(
    "one, other",
    [
        ("SELECT  *\n{ ?s ?p ?o } # all", "SELECT * { ?s ?p ?o }"),
        ("#first\nASK{}", "ASK{}"),
        ("ASK { FILTER(1 <\n2) }", "ASK { FILTER(1 < 2) }"),
    ],
)
def test_spellings_of_one_query_have_one_normal_form(one: str, other: str) -> None:
    assert normalised(one, scan(one)) == normalised(other, scan(other)) == other


@pytest.mark.parametrize("query", ["ASK { ?s ?p 'a\n' }", "ASK { FILTER(?a<?b && ?c > '#') }"])
def test_what_is_doubtful_stays_as_it_is(query: str) -> None:
    assert normalised(query, scan(query)) == query

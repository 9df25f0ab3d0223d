import pytest

from server.errors import ProblemError
from server.tokens import always_same, from_graphs, refuse_service, scan, undeclared_prefix

TARGET = "<http://127.0.0.1:9/x> {?s ?p ?o}"
CALLS = [
    f"SELECT * {{ SERVICE {TARGET} }}",
    f"SELECT * {{ service {TARGET} }}",
    f"SELECT * {{ SeRvIcE SILENT {TARGET} }}",
    f"SELECT * {{ SERVICE{TARGET} }}",
    f"SELECT * {{ SERVICE#note\n{TARGET} }}",
    f"SELECT * {{ #'\nSERVICE {TARGET} }}",
    f"SELECT * {{ ?s ?p ?o.SERVICE{TARGET} }}",
    f"SELECT * {{ ?s ?p 1SERVICE{TARGET} }}",
    f"SELECT * {{ ?s a trueSERVICE{TARGET} }}",
    f"SELECT * {{ ?s ?p 'a'SERVICE{TARGET} }}",
    f"SELECT * {{ ?s ?p 'a'@enSERVICE{TARGET} }}",
    "SELECT * { SERVICE ?x {?s ?p ?o} }",
    "SELECT * { SERVICE?x {?s ?p ?o} }",
    "PREFIX ex: <http://127.0.0.1:9/> SELECT * { SERVICE ex:a {?s ?p ?o} }",
    "PREFIX ex: <http://127.0.0.1:9/> SELECT * { SERVICEex:a {?s ?p ?o} }",
    "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:a {?s ?p ?o} }",
    "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICESILENT:a {?s ?p ?o} }",
    f"ASK {{ FILTER EXISTS {{ SERVICE {TARGET} }} }}",
    f"SELECT * {{ FILTER(?a<?b&&?c#>'''\n) SERVICE {TARGET} #'''\n }}",
    f"SELECT * {{ ?s ?p '''it's'''; ?q \"\\\"\" . SERVICE {TARGET} }}",
]
HARMLESS = [
    "SELECT ?service { ?service ?p ?o }",
    "SELECT * { ?s ?p 'SERVICE <http://127.0.0.1:9/x> {}' }",
    'SELECT * { ?s ?p """SERVICE "quoted" <http://127.0.0.1:9/x> {}""" }',
    "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1:9/x> {}",
    "PREFIX ex: <http://example.org/service#> SELECT * { ?s ex:serviceType ?o }",
    "SELECT * { ?s <http://example.org/service> ?o FILTER(?o < 3) }",
]


@pytest.mark.parametrize("query", CALLS)
def test_every_spelling_of_service_is_refused(query: str) -> None:
    with pytest.raises(ProblemError) as caught:
        refuse_service(query, scan(query))
    assert (caught.value.problem.status, caught.value.problem.code) == (403, "service-refused")


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_service_elsewhere_is_no_call(query: str) -> None:
    refuse_service(query, scan(query))


def test_from_clauses_give_their_graphs_resolved_and_without_doubles() -> None:
    query = """PREFIX g: <http://example.org/> SELECT ?s FROM <http://example.org/a> FROM g:a
        FROM <b> FROM NAMED g:c\\-d # FROM <x>
        WHERE { ?s ?from "FROM <y>" }"""
    plain, named = from_graphs(scan(query), "http://base.org/")
    assert plain == ["http://example.org/a", "http://base.org/b"]
    assert named == ["http://example.org/c-d"]


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

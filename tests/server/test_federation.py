"""Which endpoints a query may make the server call."""

import pytest

from server.errors import Problem, ProblemError
from server.federation import is_allowed, read_prefixes, settle
from server.tokens import scan

BASE = "http://base.org/"
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


ALLOWED = ("https://a.org/sparql", "http://127.0.0.1:9/x")
REST = "{ ?s ?p ?o }"
TWICE = "PREFIX a: <https://b.org/> PREFIX a: <https://a.org/>"


def refusal(query: str, allowed: tuple[str, ...] = ()) -> Problem:
    with pytest.raises(ProblemError) as caught:
        settle(query, scan(query), BASE, allowed)
    return caught.value.problem


@pytest.mark.parametrize("query", CALLS)
def test_every_spelling_of_service_is_refused_where_the_list_is_empty(query: str) -> None:
    problem = refusal(query)
    assert (problem.status, problem.code) == (403, "service-refused")
    assert problem.members["list"] in problem.hint


@pytest.mark.parametrize("query", CALLS)
def test_no_spelling_of_service_reaches_an_endpoint_that_is_not_listed(query: str) -> None:
    assert refusal(query, ("https://a.org/sparql",)).status == 403


@pytest.mark.parametrize("allowed", [(), ALLOWED])
@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_service_elsewhere_is_no_call(query: str, allowed: tuple[str, ...]) -> None:
    assert settle(query, scan(query), BASE, allowed) is None


LISTED = {
    f"SELECT * {{ SERVICE <https://a.org/sparql> {REST} }}": "https://a.org/sparql",
    f"SELECT * {{ service silent <https://A.org:443/sparql/x?y=1> {REST} }}": (
        "https://A.org:443/sparql/x?y=1"
    ),
    f"BASE <https://a.org/z/> ASK {{ SERVICE#note\n<../sparql> {REST} }}": "https://a.org/sparql",
    f"{TWICE} ASK {{ SERVICE a:sparql\\-x {REST} }}": ("https://a.org/sparql-x"),
    f"ASK {{ FILTER NOT EXISTS {{{{ SELECT * {{SERVICE <http://127.0.0.1:9/x> {REST}}}}}}} }}": (
        "http://127.0.0.1:9/x"
    ),
}


@pytest.mark.parametrize("query", LISTED)
def test_a_listed_target_is_written_out_in_the_query_that_runs(query: str) -> None:
    settled = settle(query, scan(query), BASE, ALLOWED)
    assert settled is not None
    assert f"<{LISTED[query]}> {REST}" in settled


UNLISTED = [
    "<https://a.org/sparq>",
    "<https://a.org.example/sparql>",
    "<https://a.org@example.org/sparql>",
    "<https://a.org:8443/sparql>",
    "<http://a.org/sparql>",
    "<https://a.org/sparql/../other>",
    "<https://a.org/sparql/%2e%2E/other>",
    "<https://a.org/sparql/%2e%2E\\u002fother>",
    "<https://a.org/\\u0073parql>",
    "<file:///sparql>",
    "<sparql>",
    "?x",
    "$x",
]


@pytest.mark.parametrize("target", UNLISTED)
def test_a_target_that_only_looks_listed_is_refused(target: str) -> None:
    refusal(f"SELECT * {{ SERVICE {target} {REST} }}", ALLOWED)
    refusal(f"SELECT * {{ SERVICE SILENT {target} {REST} }}", ALLOWED)


def test_one_listed_target_does_not_open_the_way_for_another() -> None:
    both = f"SERVICE <https://a.org/sparql> {REST} SERVICE <http://b.org/> {REST}"
    assert "http://b.org/" in refusal(f"SELECT * {{ {both} }}", ALLOWED).detail


def test_a_listed_folder_holds_what_lies_under_it() -> None:
    assert is_allowed("http://a.org/x/y", ["http://a.org/x/"])
    assert not is_allowed("http://a.org/x", ["http://a.org/x/"])
    assert not is_allowed("http://[a.org/", ["http://a.org/"])


@pytest.mark.parametrize("text", ["a.org", "https://a.org", "ftp://a.org/", "http://u@a.org/"])
def test_a_list_that_could_not_work_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="--services"):
        read_prefixes(text)

"""Lookups are answered at once, as a query process would, and nothing else is."""

from types import SimpleNamespace
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad, Store

from server.config import Config
from server.formats import GRAPHS, RESULTS
from server.lookups import MOST_BYTES, is_lookup, look_up
from server.protocol import parse_request
from server.query import Ended, Engine, Question, Wanted
from server.snapshots import Snapshot
from server.store import EmbeddedStore

BASE = "http://localhost:8000/"
THING = f"<{BASE}id/freedonia>"
LABEL = "PREFIX r: <http://www.w3.org/2000/01/rdf-schema#> "
YES = [
    f"SELECT * {{ {THING} ?p ?o }}",
    f"select ?o where {{ {THING} a ?o . }} limit 5",
    f"ASK {{{THING} ?p ?o}}",
    f"{LABEL}SELECT ?l {{ {THING} r:label ?l }}",
    "SELECT ?p ?o { <id/sylvania> ?p ?o }",
]
NO = [
    "SELECT * { ?s ?p ?o }",
    f"SELECT * {{ ?s ?p {THING} }}",
    f"SELECT * {{ {THING} ?x ?x }}",
    f"SELECT * {{ {THING} ?p ?o . ?o ?q ?r }}",
    f"SELECT DISTINCT ?p {{ {THING} ?p ?o }}",
    f"SELECT * {{ {THING} ?p ?o }} ORDER BY ?o",
    f"SELECT * {{ {THING} r:label+ ?o }}",
    f"SELECT * {{ {THING} (r:label|r:other) ?o }}",
    f"SELECT * {{ {THING} ?p ?o FILTER(?o > 3) }}",
    f"SELECT * {{ GRAPH ?g {{ {THING} ?p ?o }} }}",
    f"SELECT (NOW() AS ?now) {{ {THING} ?p ?o }}",
    f"ASK FROM <http://a.org/> {{ {THING} ?p ?o }}",
    f"SELECT * {{ SERVICE <http://a.org/> {{ {THING} ?p ?o }} }}",
    f"CONSTRUCT {{ {THING} ?p ?o }} WHERE {{ {THING} ?p ?o }}",
]


@pytest.mark.parametrize("query", YES)
def test_a_lookup_needs_no_query_process(tiny: Snapshot, query: str) -> None:
    ended: list[Ended] = []
    watch = SimpleNamespace(admit=lambda _: None, ended=ended.append)
    engine = Engine(Config(query_workers=1), watch)
    asked = parse_request("POST", b"", "application/sparql-query", query.encode(), BASE)
    assert asked is not None
    found = engine.answer(Question(tiny, asked, Wanted(RESULTS[0], GRAPHS[0]), 64))
    assert not engine.pool.is_ready
    request: dict[str, Any] = {
        "calls": False,
        "output_mb": 64,
        "default_graphs": [],
        "named_graphs": None,
    }
    request |= {"query": query, "base": BASE, "results": "json", "graph": "ttl", "prefixes": {}}
    answer = engine.pool.run(tiny.place, request)
    engine.pool.close()
    assert (answer.form, answer.format, answer.body) == (found.form, "json", found.body)
    assert [one.outcome for one in ended] == ["ok"]


@pytest.mark.parametrize("query", NO)
def test_any_other_query_is_none(query: str) -> None:
    assert not is_lookup(query)


@pytest.mark.parametrize("more", [b"&default-graph-uri=http://a.org/", b"&named-graph-uri=x:y"])
def test_a_query_of_named_graphs_is_none(more: bytes) -> None:
    address = b"query=" + YES[0].encode()
    plain, named = (parse_request("GET", part, "", b"", BASE) for part in (address, address + more))
    assert plain is not None
    assert named is not None
    assert (plain.is_lookup, named.is_lookup) == (True, False)


def test_white_space_does_not_matter() -> None:
    query = f"# what is it?\nSELECT *\n{{\n\t{THING}  ?p ?o\n}}\n"
    found = parse_request("POST", b"", "application/sparql-query", query.encode(), BASE)
    assert found is not None
    assert found.is_lookup


def test_a_long_answer_and_a_faulty_query_are_left_to_a_process() -> None:
    store, thing = Store(), NamedNode("x:a")
    store.extend(Quad(thing, NamedNode(f"x:p{n}"), thing) for n in range(MOST_BYTES // 40))
    request: dict[str, Any] = {"default_graphs": [], "named_graphs": None, "base": BASE}
    request |= {"results": "json", "graph": "ttl", "prefixes": {}}
    embedded = EmbeddedStore(store)
    for query, is_answered in (
        ("SELECT * { <x:a> <x:p1> ?o }", True),
        ("SELECT * { <x:a> ?p ?o }", False),
        ("SELECT * { unknown:a ?p ?o }", False),
    ):
        assert is_lookup(query)
        assert (look_up(embedded, request | {"query": query}) is not None) is is_answered

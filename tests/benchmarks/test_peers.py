import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import QuerySolutions, Store

from benchmarks.peers.data import Data, copied
from benchmarks.peers.findings import Found, differing, expected, ratio
from benchmarks.peers.measuring import Answer
from benchmarks.peers.plot import plot
from benchmarks.peers.report import report
from benchmarks.peers.rows import compared, read_rows
from benchmarks.peers.templates import Query, afresh, queries
from benchmarks.peers.throughput import _read

BASE = "http://localhost:8000/"
XSD = "http://www.w3.org/2001/XMLSchema#"
ASKED = queries(BASE)


def test_names_of_queries_are_all_different() -> None:
    assert len({query.name for query in ASKED}) == len(ASKED) > 60


@pytest.mark.parametrize("query", ASKED, ids=lambda query: query.name)
def test_an_engine_takes_each_query_as_it_is_and_asked_afresh(query: Query) -> None:
    texts = [query.text, afresh(query.text, 1), afresh(query.text, 2)]
    assert len(set(texts)) == 3
    for text in texts:
        assert isinstance(Store().query(text), QuerySolutions)


def test_asked_afresh_a_query_gives_no_fewer_rows() -> None:
    assert afresh("SELECT * { ?s ?p ?o } LIMIT 5", 2).endswith("LIMIT 8\n")
    assert afresh("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 5 } }", 2).endswith("LIMIT 1000002")


def cell(value: str, kind: str) -> dict[str, dict[str, str]]:
    return {"n": {"type": "literal", "value": value, "datatype": XSD + kind}}


NAMED = {"n": {"type": "uri", "value": "http://a/b"}}


@pytest.mark.parametrize(
    "theirs, how",
    [
        ([NAMED, cell("5", "integer")], "same"),
        ([cell("5.0", "decimal"), NAMED], "types"),
        ([cell("6", "integer"), NAMED], "other"),
        ([NAMED, NAMED, cell("5", "integer")], "other"),
        ([{"n": {"type": "literal", "value": "http://a/b"}}, cell("5", "integer")], "other"),
    ],
)
def test_rows_are_compared_without_order_by_value_and_by_type(
    theirs: list[dict[str, dict[str, str]]], how: str
) -> None:
    assert compared([cell("5", "integer"), NAMED], theirs) == how


def test_truth_as_a_number_differs_in_type_only() -> None:
    assert compared([cell("true", "boolean")], [cell("1", "integer")]) == "types"
    assert compared([cell("true", "boolean")], [cell("0", "integer")]) == "other"


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="no rows"):
        read_rows(b'{"error": "late"}')
    with pytest.raises(ValueError, match="Expecting"):
        read_rows(b"<html>")


LINES = [
    f'<{BASE}id/norway> <urn:label> "Norway" <{BASE}graph/reference> .\n',
    f"<{BASE}id/visit> <urn:to> <{BASE}id/norway> <{BASE}article/a#claim-1> .\n",
    f"<{BASE}article/a#claim-1> <urn:in> <{BASE}graph/meta> .\n",
]


def test_a_copy_has_other_articles_and_things_about_the_same_states() -> None:
    assert list(copied(LINES, BASE, 7)) == [
        f"<{BASE}id/visit-copy-7> <urn:to> <{BASE}id/norway> <{BASE}article/a-copy-7#claim-1> .\n",
        f"<{BASE}article/a-copy-7#claim-1> <urn:in> <{BASE}graph/meta> .\n",
    ]


def answer(value: str, seconds: float) -> Answer:
    rows = [{"n": {"type": "uri", "value": value}}]
    body = json.dumps({"head": {"vars": ["n"]}, "results": {"bindings": rows}})
    return Answer(seconds, seconds, seconds, body.encode())


OURS = Found("entente", answers={"01-a": answer("http://a/b", 1), "c": answer("http://a/d", 1)})
THEIRS = Found("other", answers={"01-a": answer("http://a/b", 3), "c": answer("http://a/x", 9)})


def test_only_queries_that_are_answered_alike_count_in_the_ratio() -> None:
    assert differing(OURS, THEIRS) == {"c": "other"}
    assert ratio(OURS, THEIRS, "fresh") == pytest.approx(3)
    assert ratio(OURS, Found("none"), "fresh") is None


def test_answers_are_held_against_what_editors_expect() -> None:
    asked = [Query("01-a", "SELECT ?n { ?n ?p ?o }", is_gallery=True), Query("c", "")]
    assert expected(OURS, asked, {"01": (("b",),)}) == (1, 1)
    assert expected(OURS, asked, {"01": (("z",),)}) == (0, 1)


def test_refusals_are_no_answers() -> None:
    said = "  100 requests in 2.00s, 1MB read\n  Socket errors: connect 0, read 3, timeout 1\n"
    assert _read(said + "  Non-2xx or 3xx responses: 40\n") == (30.0, 44)


def test_page_and_picture_tell_each_server() -> None:
    data = Data("seeds", BASE, Path("data.nq"), 3)
    every = {query.name: answer("http://a/b", 0.5) for query in ASKED}
    slow = {query.name: answer("http://a/b", 2) for query in ASKED}
    found = {data: [Found("ours", answers=every), Found("theirs", answers=slow)]}
    found[data].append(Found("third", skipped="not there"))
    text = report(found, {"ours": "1"}, {}, 9.0, "command")
    assert "| fresh, median ms | 500 | 2,000 |" in text
    assert "third was left out: not there" in text
    words = "".join(ElementTree.fromstring(plot(found)).itertext())  # noqa: S314 (our own)
    assert "seeds, theirs, fresh: 4.00" in words

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import ProblemError
from server.formats import GRAPHS, HTML, RESULTS
from server.negotiate import choose, choose_or_fail

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
RESULT_CASES = [
    ("", "json"),
    ("*/*", "json"),
    ("application/json", "json"),
    ("application/sparql-results+json", "json"),
    ("application/sparql-results+xml", "xml"),
    ("application/xml", "xml"),
    ("text/csv", "csv"),
    ("TEXT/CSV", "csv"),
    ("text/csv;charset=utf-8", "csv"),
    ("text/tab-separated-values", "tsv"),
    ("text/*", "csv"),
    ("text/csv;q=0.3, application/sparql-results+xml;q=0.4", "xml"),
    ("application/sparql-results+json;q=0, */*", "xml"),
    ("application/sparql-results+xml,*/*;q=0.1", "xml"),
    ("image/png, text/csv;q=0.1", "csv"),
    ("image/png", None),
    ("text/csv;q=0", None),
    ("*/*;q=0", None),
    ("junk", None),
]
GRAPH_CASES = [
    ("", "ttl"),
    ("*/*", "ttl"),
    ("text/turtle", "ttl"),
    ("application/x-turtle", "ttl"),
    ("application/ld+json", "jsonld"),
    ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "jsonld"),
    ("application/json", "jsonld"),
    ("application/rdf+xml", "rdf"),
    ("application/n-triples", "nt"),
    ("text/plain", "nt"),
    ("application/n-quads", "nq"),
    ("application/trig", "trig"),
    ("text/n3", "n3"),
    ("text/turtle;q=0, */*", "jsonld"),
    ("application/rdf+xml;q=0.9, text/turtle;q=0.8", "rdf"),
    (BROWSER, "html"),
    ("text/html", "html"),
    ("text/html;q=0.5, text/turtle", "ttl"),
    ("text/csv", None),
]


@pytest.mark.parametrize("header, extension", RESULT_CASES)
def test_accept_chooses_a_result_format(header: str, extension: str | None) -> None:
    row = choose(header, RESULTS)
    assert (row.extension if row else None) == extension


@pytest.mark.parametrize("header, extension", GRAPH_CASES)
def test_accept_chooses_a_document_format(header: str, extension: str | None) -> None:
    row = choose(header, (*GRAPHS, HTML))
    assert (row.extension if row else None) == extension


def test_what_cannot_be_sent_is_answered_by_the_list_of_what_can() -> None:
    with pytest.raises(ProblemError) as caught:
        choose_or_fail("image/png", RESULTS)
    assert caught.value.problem.status == 406
    assert caught.value.problem.members["formats"] == [row.media_type for row in RESULTS]


@given(st.text(st.characters(codec="latin-1"), max_size=60))
def test_any_accept_header_gives_a_format_or_none(header: str) -> None:
    assert choose(header, GRAPHS) in (None, *GRAPHS)

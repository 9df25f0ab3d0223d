import pytest

from server.errors import ProblemError
from server.protocol import DIRECT, FORM, UPDATE, QueryRequest, parse_request

BASE = "http://example.org/"
ASK = b"ASK%20%7B%7D"


def parse(method: str, query: bytes = b"", kind: str = "", body: bytes = b"") -> QueryRequest:
    found = parse_request(method, query, kind, body, BASE)
    assert found
    return found


def test_get_form_and_direct_post_say_the_same() -> None:
    query = QueryRequest("ASK {}")
    assert parse("GET", b"query=" + ASK) == query
    assert parse("HEAD", b"query=" + ASK) == query
    assert parse("POST", b"", FORM, b"query=" + ASK) == query
    assert parse("POST", b"", f"{FORM}; charset=UTF-8", b"query=" + ASK) == query
    assert parse("POST", b"", DIRECT, b"ASK {}") == query
    assert parse("POST", b"", DIRECT.upper(), b"ASK {}") == query


def test_percent_encoding_is_undone_once() -> None:
    assert parse("GET", b"query=ASK+%7B%7D+%23+100%2541").query == "ASK {} # 100%41"
    assert parse("POST", b"", FORM, b"query=ASK+%7B%7D+%23%2B%20+").query == "ASK {} #+  "
    assert parse("POST", b"", DIRECT, b"ASK {} # 100%41+").query == "ASK {} # 100%41+"


def test_the_datasets_parameters_come_from_address_and_form_alike() -> None:
    names = b"default-graph-uri=http%3A//a/&default-graph-uri=http%3A//b/"
    wanted = QueryRequest("ASK {}", ("http://a/", "http://b/"), ("http://c/",))
    named = b"&named-graph-uri=http%3A//c/"
    assert parse("GET", b"query=" + ASK + b"&" + names + named) == wanted
    assert parse("POST", b"", FORM, b"query=" + ASK + b"&" + names + named) == wanted
    assert parse("POST", names + named, DIRECT, b"ASK {}") == wanted


def test_the_protocols_dataset_wins_over_the_querys() -> None:
    text = b"query=ASK+FROM+%3Cb%3E+%7B%7D"
    assert parse("GET", text).default_graphs == ("http://example.org/b",)
    assert parse("GET", text + b"&default-graph-uri=http%3A//a/").default_graphs == ("http://a/",)


def test_from_alone_leaves_no_named_graph() -> None:
    assert parse("GET", b"query=ASK+FROM+%3Cb%3E+%7B%7D").named_graphs == ()
    assert parse("GET", b"query=" + ASK).named_graphs is None


def test_get_without_a_query_asks_for_the_description() -> None:
    assert parse_request("GET", b"", "", b"", BASE) is None


REFUSED = [
    (400, "query-missing", "GET", b"query=", "", b""),
    (400, "query-missing", "GET", b"query=" + ASK + b"&query=" + ASK, "", b""),
    (400, "query-missing", "POST", b"", FORM, b""),
    (400, "query-missing", "POST", b"", DIRECT, b"  "),
    (400, "query-missing", "POST", b"query=" + ASK, DIRECT, b"ASK {}"),
    (400, "encoding", "GET", b"query=%FF", "", b""),
    (400, "encoding", "GET", b"query=\xff", "", b""),
    (400, "encoding", "POST", b"", DIRECT, b"ASK {} # \xff"),
    (403, "read-only", "POST", b"", UPDATE, b"CLEAR ALL"),
    (403, "read-only", "POST", b"", FORM, b"update=CLEAR+ALL"),
    (403, "read-only", "GET", b"update=CLEAR+ALL", "", b""),
    (403, "service-refused", "GET", b"query=ASK+%7BSERVICE+%3Fx%7B%7D%7D", "", b""),
    (415, "media-type", "POST", b"", "text/plain", b"ASK {}"),
    (415, "media-type", "POST", b"", "", b"ASK {}"),
]


@pytest.mark.parametrize("status, code, method, query, kind, body", REFUSED)
def test_bad_requests_are_refused_with_their_reason(
    status: int, code: str, method: str, query: bytes, kind: str, body: bytes
) -> None:
    with pytest.raises(ProblemError) as caught:
        parse_request(method, query, kind, body, BASE)
    problem = caught.value.problem
    assert (problem.status, problem.code) == (status, code)
    assert problem.hint

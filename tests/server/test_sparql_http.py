"""The SPARQL 1.1 Protocol over a real connection."""

from urllib.parse import quote, urlencode

import pytest

from server.formats import RESULTS, Format
from tests.support.serving import DIRECT, FORM, Client

NAMES = "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX id: <http://localhost:8000/id/> "
STATES = NAMES + "SELECT ?s { ?s a ent:State } ORDER BY ?s"
COUNT = NAMES + "SELECT (COUNT(*) AS ?n) { ?s a ent:State }"
BOTH = ["http://localhost:8000/graph/reference", "http://localhost:8000/graph/ontology"]


def rows(client: Client, query: str, **parameters: str) -> list[dict[str, str]]:
    reply = client.query(query, "application/sparql-results+json", **parameters)
    assert reply.status == 200, reply.text
    found = reply.json["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]


def test_get_form_and_direct_post_give_the_same_answer(client: Client) -> None:
    by_get = client.query(STATES)
    by_form = client.post(urlencode({"query": STATES}), FORM)
    direct = client.post(STATES, DIRECT)
    assert by_get.status == by_form.status == direct.status == 200
    assert by_get.body == by_form.body == direct.body
    assert [row["s"]["value"] for row in by_get.json["results"]["bindings"]] == [
        "http://localhost:8000/id/freedonia",
        "http://localhost:8000/id/sylvania",
    ]


def test_the_default_graph_is_the_merge_and_counts_each_triple_once(client: Client) -> None:
    assert rows(client, COUNT) == [{"n": "2"}]


def test_what_is_only_quoted_stands_in_its_claims_graph_alone(client: Client) -> None:
    bare = "{ id:freedonia ent:supports id:sylvania }"
    assert client.query(NAMES + "ASK " + bare).json["boolean"] is False
    found = rows(client, NAMES + "SELECT ?c { GRAPH ?c " + bare + " }")
    assert [row["c"].rpartition("-")[2] for row in found] == ["00000000000000b2"]


def test_a_default_graph_parameter_chooses_the_graph(client: Client) -> None:
    query = NAMES + "ASK { id:exercise-duck a ent:Exercise }"
    assert client.query(query).json["boolean"] is True
    chosen = client.query(query, **{"default-graph-uri": BOTH[0]})
    assert chosen.json["boolean"] is False


def test_several_default_graphs_are_merged_and_counted_once(client: Client) -> None:
    twice = COUNT.replace("{ ?s", f"FROM <{BOTH[0]}> FROM <{BOTH[1]}> FROM <graph/reference> {{ ?s")
    assert rows(client, twice) == [{"n": "2"}]
    path = "/sparql?" + urlencode(
        [("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")]
        + [("default-graph-uri", name) for name in (*BOTH, f"{BOTH[0]}#none")]
    )
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    single = [int(rows(client, count, **{"default-graph-uri": name})[0]["n"]) for name in BOTH]
    assert client.get(path).json["results"]["bindings"][0]["n"]["value"] == str(sum(single))


def test_named_graph_parameters_bound_what_graph_reaches(client: Client) -> None:
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    only = rows(client, query, **{"named-graph-uri": BOTH[1]})
    assert only == [{"g": BOTH[1]}]
    assert len(rows(client, query)) > 4


def test_relative_addresses_in_a_query_are_read_against_the_datas_base(client: Client) -> None:
    assert client.query("ASK { <id/freedonia> ?p ?o }").json["boolean"] is True


def test_a_syntax_error_names_line_and_column(client: Client) -> None:
    reply = client.query("SELECT ?s {\n ?s ?p }")
    assert (reply.status, reply.type) == (400, "application/problem+json")
    assert reply.json["code"] == "query-syntax"
    assert reply.json["line"] == 2
    assert reply.json["column"] > 1


def test_an_update_sent_as_a_query_is_told_so(client: Client) -> None:
    reply = client.query("PREFIX a: <urn:a#> INSERT DATA { a:b a a:c }")
    assert reply.status == 400
    assert "Updates are not taken" in reply.json["hint"]


def test_an_undeclared_prefix_is_answered_by_the_line_to_add(client: Client) -> None:
    reply = client.query("SELECT ?s { ?s a ent:State }")
    assert reply.status == 400
    assert "PREFIX ent: <https://w3id.org/entente/ontology#>" in reply.json["hint"]


REFUSED = [
    ("POST", "/sparql", "text/plain", "ASK {}", 415),
    ("POST", "/sparql", "application/sparql-update", "CLEAR ALL", 403),
    ("POST", "/sparql", FORM, "update=CLEAR+ALL", 403),
    ("POST", "/sparql", FORM, "query=", 400),
    ("POST", "/sparql", DIRECT, "INSERT DATA { <a:a> <a:a> <a:a> }", 400),
    ("POST", "/sparql", DIRECT, "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403),
    ("POST", "/sparql", DIRECT, "ASK {}" + " " * 300_000, 413),
    ("GET", "/sparql?query=", "", "", 400),
    ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "", "", 400),
    ("GET", "/sparql?query=%FF", "", "", 400),
    ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=not+an+iri", "", "", 400),
    ("PUT", "/sparql", DIRECT, "ASK {}", 405),
    ("DELETE", "/sparql", "", "", 405),
    ("PATCH", "/sparql", DIRECT, "ASK {}", 405),
]


@pytest.mark.parametrize("method, path, kind, body, status", REFUSED)
def test_what_is_refused_says_why_in_the_clients_language(
    client: Client, method: str, path: str, kind: str, body: str, status: int
) -> None:
    headers = {"Content-Type": kind} if kind else {}
    reply = client.send(method, path, body.encode() or None, headers)
    assert (reply.status, reply.type) == (status, "application/problem+json")
    assert reply.json["status"] == status
    assert reply.json["detail"]
    assert b"Traceback" not in reply.body


def test_problems_come_as_text_to_who_wants_text(client: Client) -> None:
    reply = client.query("nonsense", "text/plain")
    assert (reply.status, reply.type) == (400, "text/plain")
    assert reply.text.startswith("400 Bad Request\n")


def test_head_gives_the_headers_of_get(client: Client) -> None:
    path = "/sparql?query=" + quote(STATES)
    get, head = client.get(path), client.send("HEAD", path)
    assert head.status == 200
    assert head.body == b""
    for name in ("content-type", "content-length", "etag", "vary", "cache-control"):
        assert head.headers[name] == get.headers[name], name


def test_the_same_question_is_answered_by_304(client: Client) -> None:
    path = "/sparql?query=" + quote(STATES)
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, "text/csv").headers["etag"] != tag


def test_an_answer_of_chance_is_never_kept(client: Client) -> None:
    reply = client.query("SELECT (UUID() AS ?id) {}")
    assert reply.headers["cache-control"] == "no-store"
    assert "etag" not in reply.headers
    assert reply.body != client.query("SELECT (UUID() AS ?id) {}").body


def test_without_a_query_the_endpoint_describes_itself(client: Client) -> None:
    reply = client.get("/sparql")
    assert (reply.status, reply.type) == (200, "text/turtle")
    assert f"<http://127.0.0.1:{client.port}/sparql>" in reply.text
    assert client.get("/sparql", "application/rdf+xml").type == "application/rdf+xml"
    assert client.get("/sparql", "image/png").status == 406


@pytest.mark.parametrize("row", RESULTS)
def test_a_link_names_the_format_that_a_browser_cannot_ask_for(client: Client, row: Format) -> None:
    reply = client.query(STATES, "text/html", format=row.extension)
    assert (reply.status, reply.type) == (200, row.media_type)
    disposition = f'attachment; filename="query.{row.extension}"'
    assert reply.headers["content-disposition"] == disposition


def test_formats_have_the_names_that_clients_give_them(client: Client) -> None:
    describe = "DESCRIBE <id/sylvania>"
    for name, suffix in {
        "turtle": "ttl",
        "JSON-LD": "jsonld",
        "rdf+xml": "rdf",
        "xml": "rdf",
    }.items():
        reply = client.query(describe, format=name)
        assert reply.status == 200, reply.text
        assert reply.headers["content-disposition"] == f'attachment; filename="query.{suffix}"'
    assert client.query(STATES, format="application/sparql-results+xml").text.startswith("<?xml")


def test_a_format_that_does_not_fit_or_that_there_is_not_is_refused(client: Client) -> None:
    assert client.query("DESCRIBE <id/sylvania>", format="ttl").type == "text/turtle"
    assert client.query(STATES, format="ttl").status == 406
    unknown = client.query(STATES, "text/csv", format='exe"')
    assert (unknown.status, unknown.json["code"]) == (400, "format")


def test_other_origins_may_ask(client: Client) -> None:
    reply = client.send("OPTIONS", "/sparql", None, {"Origin": "https://example.org"})
    assert reply.status == 200
    assert reply.headers["access-control-allow-origin"] == "*"
    assert "POST" in reply.headers["access-control-allow-methods"]
    assert client.query(STATES).headers["access-control-allow-origin"] == "*"


def test_an_address_that_is_too_long_is_told_to_be_posted(client: Client) -> None:
    reply = client.query("ASK {} #" + "x" * 40_000)
    assert (reply.status, reply.json["code"]) == (414, "address-too-long")
    assert "POST" in reply.json["hint"]
    assert client.post("ASK {} #" + "x" * 40_000).status == 200


def test_a_request_in_a_coding_is_not_read(client: Client) -> None:
    headers = {"Content-Type": DIRECT, "Content-Encoding": "gzip"}
    reply = client.send("POST", "/sparql", b"ASK {}", headers)
    assert (reply.status, reply.json["code"]) == (415, "coding")

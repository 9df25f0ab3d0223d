"""What comes from data or from a request stays data: no script, no header, no file, no way out."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.support.serving import Client, serving
from tests.support.tiny import publish

HOSTILE = """GRAPH <graph/reference> {
  id:sylvania rdfs:seeAlso <javascript:alert(1)>, <data:text/html,hello>, <vbscript:x> ;
    owl:sameAs <javascript:alert(2)> ; skos:altLabel "<script>alert(3)</script>"@en ;
    rdfs:comment "\\"><img src=x onerror=alert(4)>"@en .
  <javascript:alert(5)> rdfs:seeAlso id:sylvania .
}"""
ACTIVE = re.compile(r"""(?:href|src|action)\s*=\s*["']?\s*(?:javascript|data|vbscript):""", re.I)
SHOW = "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(?s = <id/sylvania> || ?o = <id/sylvania>) }"
BREAK = "%0d%0aX-Injected:%201"
PATHS = [
    *("/", "/about", "/search?q=x", "/query", "/sparql", "/page/freedonia", "/data/freedonia.ttl"),
    *("/id/freedonia", "/article/duck", "/health", "/openapi.json", "/robots.txt", "/nowhere"),
    *("/static/none.css", "/sparql?query=nonsense", "/sparql?query=ASK%7B%7D", "/metrics"),
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    out = tmp_path_factory.mktemp("hostile")
    publish(out, HOSTILE)
    with serving(out, out / "log", "--workers", "1") as found:
        yield found


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_forbids_foreign_script_and_guessing_of_types(
    client: Client, path: str, accept: str
) -> None:
    headers = client.get(path, accept).headers
    policy = dict(
        row.strip().split(" ", 1) for row in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", ["/page/sylvania", f"/query?query={quote(SHOW)}"])
def test_hostile_data_is_shown_and_does_nothing(hostile: Client, path: str) -> None:
    page = hostile.get(path, "text/html")
    assert page.status == 200
    assert "alert(" in page.text
    assert not ACTIVE.search(page.text)
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text


def test_hostile_words_in_a_request_do_nothing(client: Client) -> None:
    words = quote('"><script>alert(1)</script>')
    for path in (f"/search?q={words}", f"/query?query={words}", f"/page/{words}", f"/{words}"):
        assert "<script>alert" not in client.get(path, "text/html").text


@pytest.mark.parametrize(
    "path",
    [
        f"/id/freedonia{BREAK}",
        f"/{BREAK}",
        f"/sparql?query=ASK%7B%7D&format=csv{BREAK}",
        f"/sparql?query=DESCRIBE%20%3Cid/sylvania%3E&format=ttl%22{BREAK}",
        f"/reconcile?callback=a{BREAK}",
        f"/article/duck.ttl{BREAK}",
        f"/ontology.ttl{BREAK}",
        f"/release/{BREAK}/sparql",
    ],
)
def test_no_request_puts_a_header_into_the_answer(client: Client, path: str) -> None:
    for accept in ("text/html", "text/turtle"):
        reply = client.get(path, accept)
        assert "x-injected" not in reply.headers
        assert not any("\n" in value or "\r" in value for value in reply.headers.values())


@pytest.mark.parametrize("lead", ["/static/", "/dump/", "/article/", "/data/", "/graph/"])
@pytest.mark.parametrize(
    "climb",
    ["../../config.py", "..%2f..%2fconfig.py", "%2e%2e/%2e%2e/config.py", "%2fetc%2fpasswd"],
)
def test_no_path_climbs_out_of_its_folder(client: Client, lead: str, climb: str) -> None:
    reply = client.get(lead + climb)
    if reply.status == 308:  # two slashes are one, on the same server
        reply = client.get(reply.headers["location"].partition(f":{client.port}")[2])
    assert reply.status in (400, 404)
    assert "dataclass" not in reply.text
    assert "root:" not in reply.text


@pytest.mark.parametrize(
    "path",
    [
        *("//example.org/", "/id//example.org", "/id/%2f%2fexample.org", "/%5cexample.org"),
        "/id/freedonia?next=//example.org",
    ],
)
def test_no_redirect_leads_to_where_a_request_says(client: Client, path: str) -> None:
    location = client.get(path, "text/html").headers.get("location", "/")
    assert re.match(r"/(?![/\\])|http://127\.0\.0\.1:", location), location


def test_a_query_stands_in_the_log_only_when_it_fails(tmp_path: Path) -> None:
    secret, mistake = "x7f3a-kept-to-itself", "x7f3a-mistake"
    out = tmp_path / "out"
    publish(out)
    with serving(out, tmp_path / "log", "--workers", "1") as client:
        assert client.query(f"SELECT ('{secret}' AS ?x) {{}}").status == 200
        assert client.get(f"/search?q={secret}", "text/html").status == 200
        assert client.query(f"SELECT '{mistake}' nonsense").status == 400
    told = (tmp_path / "log").read_text()
    assert secret not in told
    assert mistake in told

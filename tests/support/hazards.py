"""What a public endpoint is asked that would bring it down, and how each attempt ended."""

from __future__ import annotations

import http.client
import time
from contextlib import suppress
from dataclasses import dataclass

from tests.support.serving import DIRECT, Client

NAMES = "PREFIX ent: <https://w3id.org/entente/ontology#> "
PRODUCT = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def swelling(times: int) -> str:
    """Give a query whose string grows tenfold so many times, with no data touched."""
    text = '"aaaaaaaaaa"'
    for _ in range(times):
        text = f'REPLACE({text}, "a", "aaaaaaaaaa")'
    return f"SELECT (STRLEN({text}) AS ?n) {{}}"


RUNAWAYS = {
    "count of a product": f"SELECT (COUNT(*) AS ?n) {PRODUCT}",
    "product in order": f"SELECT * {PRODUCT} ORDER BY ?i",
    "groups of a product": f"SELECT ?a ?d (COUNT(*) AS ?n) {PRODUCT} GROUP BY ?a ?d",
    "star over an alternation": NAMES
    + "SELECT (COUNT(*) AS ?n) { ?a (ent:partOf|^ent:partOf|!ent:x)* ?c }",
    "swelling string": swelling(9),
    "joined string": f"SELECT (GROUP_CONCAT(?a) AS ?t) {PRODUCT}",
}
LARGE = {
    "ten million rows": "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 10000000",
    "ten million triples": "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f } LIMIT 10000000",
}
DEEP = {
    "deep groups": "SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}",
    "deep expression": "SELECT (" + "(" * 20_000 + "1" + ")" * 20_000 + " AS ?x) {}",
    "deep path": "SELECT * { ?a " + "(" * 20_000 + "<a:b>" + ")*" * 20_000 + " ?c }",
}
LONG = {"query of ten megabytes": "ASK { ?s ?p '" + "x" * 10_000_000 + "' }"}


def calls(target: str) -> dict[str, str]:
    """Give SERVICE in eight spellings, all towards one address."""
    body = "{ ?s ?p ?o }"
    declared = f"PREFIX t: <{target}> "
    return {
        "plain": f"SELECT * {{ SERVICE <{target}> {body} }}",
        "another case": f"SELECT * {{ sErViCe <{target}> {body} }}",
        "silent, within a comment's reach": f"SELECT * {{ SERVICE#x\nSILENT <{target}> {body} }}",
        "prefixed": f"{declared} SELECT * {{ SERVICE t: {body} }}",
        "no space": f"{declared} SELECT * {{ ?s a trueSERVICEt:{body} }}",
        "within EXISTS": f"ASK {{ FILTER EXISTS {{ SERVICE <{target}> {body} }} }}",
        "variable": f"SELECT * {{ BIND(<{target}> AS ?t) SERVICE ?t {body} }}",
        "escaped": f"SELECT * {{ \\u0053ERVICE <{target}> {body} }}",
    }


@dataclass(frozen=True, slots=True)
class End:
    """How an attempt ended.

    Attributes:
        status: Of the answer; 0 where the connection was closed without one.
        is_whole: Whether the body arrived whole by its own framing.
        code: What a problem is called, or empty.
        seconds: From asking to the end.
    """

    status: int
    is_whole: bool
    code: str
    seconds: float

    @property
    def is_success(self) -> bool:
        """Whether a client would take it for a whole answer."""
        return self.status == 200 and self.is_whole


def attempt(client: Client, query: str) -> End:
    """Post a query and tell how it ended, even where the server stops listening."""
    start = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", client.port, timeout=60)
    status, whole, code = 0, False, ""
    try:
        connection.putrequest("POST", "/sparql")
        for name, value in (("Content-Type", DIRECT), ("Content-Length", str(len(query)))):
            connection.putheader(name, value)
        connection.endheaders()
        with suppress(OSError):  # it has answered already and takes no more
            connection.send(query.encode())
        answer = connection.getresponse()
        status = answer.status
        body = answer.read()
        whole, code = True, _code(answer.getheader("Content-Type") or "", body)
    except (OSError, http.client.HTTPException):
        pass
    finally:
        connection.close()
    return End(status, whole, code, time.monotonic() - start)


def _code(kind: str, body: bytes) -> str:
    marker = b'"code": "'
    if not kind.startswith("application/problem+json") or marker not in body:
        return ""
    return body.partition(marker)[2].partition(b'"')[0].decode()

"""What the W3C's protocol and service description tests want, in our words and of our data.

Where theirs change data and look at what became of it, a read-only endpoint must refuse instead.
"""

from collections.abc import Callable, Iterator
from itertools import product
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from server.service import SD
from tests.support.serving import DIRECT, FORM, Client, Reply, serving
from tests.support.tiny import publish

FIRST, SECOND, THIRD = (f"http://example.org/graph/{name}" for name in ("one", "two", "three"))
DATA = "".join(f"GRAPH <{iri}> {{ <{iri}> a <http://example.org/Doc> . }}" for iri in
               (FIRST, SECOND, THIRD))  # fmt: skip
UPDATE = "application/sparql-update"
BOTH = f"ASK {{ <{FIRST}> a ?t . <{SECOND}> a ?t }}"
NAMED = f"GRAPH ?g {{ <{FIRST}> a ?t }} GRAPH ?h {{ <{SECOND}> a ?u }}"
Pairs = list[tuple[str, str]]
DATASETS: list[tuple[str, Pairs, bool]] = [
    (BOTH, [("default-graph-uri", FIRST), ("default-graph-uri", SECOND)], True),
    (BOTH, [("default-graph-uri", FIRST)], False),
    (f"ASK {{ {NAMED} }}", [("named-graph-uri", FIRST), ("named-graph-uri", SECOND)], True),
    (f"ASK {{ {NAMED} }}", [("named-graph-uri", FIRST)], False),
    (
        f"ASK {{ <{THIRD}> a ?d {NAMED} }}",
        [("default-graph-uri", THIRD), ("named-graph-uri", FIRST), ("named-graph-uri", SECOND)],
        True,
    ),
    (  # the request's dataset holds, not the query's own
        f"ASK FROM <{THIRD}> {{ {NAMED} }}",
        [("named-graph-uri", FIRST), ("named-graph-uri", SECOND)],
        True,
    ),
    (
        f"ASK FROM <{THIRD}> {{ <{THIRD}> a ?d }}",
        [("named-graph-uri", FIRST), ("named-graph-uri", SECOND)],
        False,
    ),
]


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    out = tmp_path_factory.mktemp("protocol")
    publish(out, DATA)
    with serving(out, out / "log") as found:
        yield found


def by_get(client: Client, query: str, pairs: Pairs) -> Reply:
    return client.get("/sparql?" + urlencode([("query", query), *pairs]))


def by_form(client: Client, query: str, pairs: Pairs) -> Reply:
    return client.post(urlencode([("query", query), *pairs]), FORM)


def directly(client: Client, query: str, pairs: Pairs) -> Reply:
    path = "/sparql?" + urlencode(pairs)
    return client.send("POST", path, query.encode(), {"Content-Type": DIRECT})


WAYS = (by_get, by_form, directly)


@pytest.mark.parametrize("way, case", list(product(WAYS, DATASETS)))
def test_the_dataset_of_the_request_is_asked(
    endpoint: Client, way: Callable[[Client, str, Pairs], Reply], case: tuple[str, Pairs, bool]
) -> None:
    query, pairs, wanted = case
    reply = way(endpoint, query, pairs)
    assert (reply.status, reply.json["boolean"]) == (200, wanted)


TABLES = {"application/sparql-results+json", "application/sparql-results+xml"}
TYPES = [
    ("SELECT (1 AS ?value) {}", TABLES | {"text/csv", "text/tab-separated-values"}),
    ("ASK {}", TABLES),
    ("DESCRIBE <http://example.org/>", {"text/turtle", "application/n-triples"}),
    ("CONSTRUCT { <s> <p> 1 } WHERE {}", {"text/turtle", "application/n-triples"}),
]


@pytest.mark.parametrize("query, types", TYPES)
def test_each_form_of_query_has_a_type_that_fits(
    endpoint: Client, query: str, types: set[str]
) -> None:
    reply = endpoint.post(query)
    assert (reply.status, reply.type in types) == (200, True), reply.headers


BAD_QUERIES = [
    (405, "PUT", "/sparql?query=ASK%7B%7D", FORM, b""),
    (400, "GET", "/sparql?query=ASK%7B%7D&query=SELECT%2A%7B%7D", "", b""),
    (415, "POST", "/sparql", "text/plain", b"ASK {}"),
    (415, "POST", "/sparql", "", b"query=ASK%20%7B%7D"),
    (415, "POST", "/sparql", "", b"ASK {}"),
    (400, "POST", "/sparql", f"{DIRECT}; charset=UTF-16", "ASK {}".encode("utf-16")),
    (400, "GET", "/sparql?query=ASK%20%7B", "", b""),
]
UPDATES = [
    (403, "POST", "/sparql", FORM, b"update=CLEAR+ALL"),
    (403, "POST", "/sparql", UPDATE, b"CLEAR ALL"),
    (403, "POST", "/sparql?using-graph-uri=" + quote(FIRST, ""), UPDATE, b"CLEAR ALL"),
    (403, "POST", "/sparql?using-named-graph-uri=" + quote(FIRST, ""), UPDATE, b"CLEAR ALL"),
    (403, "GET", "/sparql?update=CLEAR%20ALL", "", b""),
    (403, "POST", "/sparql", FORM, b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"),
    (415, "POST", "/sparql", "text/plain", b"CLEAR NAMED"),
    (415, "POST", "/sparql", "", b"update=CLEAR%20NAMED"),
    (403, "POST", "/sparql", f"{UPDATE}; charset=UTF-16", "CLEAR NAMED".encode("utf-16")),
    (403, "POST", "/sparql", FORM, b"update=CLEAR%20XYZ"),
    (400, "POST", "/sparql", DIRECT, b"CLEAR ALL"),
    (400, "POST", "/sparql", FORM, b"query=CLEAR+ALL"),
]


@pytest.mark.parametrize("status, method, path, kind, body", BAD_QUERIES + UPDATES)
def test_what_is_no_query_is_refused_and_changes_nothing(
    endpoint: Client, status: int, method: str, path: str, kind: str, body: bytes
) -> None:
    headers = {"Content-Type": kind} if kind else {}
    reply = endpoint.send(method, path, body or None, headers)
    assert (reply.status, reply.type) == (status, "application/problem+json")
    assert by_get(endpoint, *DATASETS[0][:2]).json["boolean"] is True


def test_the_service_description_is_rdf_in_each_format_that_it_lists(endpoint: Client) -> None:
    address = NamedNode(f"http://127.0.0.1:{endpoint.port}/sparql")
    for form in (RdfFormat.TURTLE, RdfFormat.RDF_XML, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD):
        reply = endpoint.get("/sparql", form.media_type)
        assert (reply.status, reply.type) == (200, form.media_type)
        store = Store()
        store.load(input=reply.body, format=form, base_iri=address.value)
        (quad,) = store.quads_for_pattern(None, NamedNode(SD + "endpoint"), None)
        assert quad.object == address
        assert is_typed(store, quad.subject, "Service")


def is_typed(store: Store, node: object, name: str) -> bool:
    return bool(store.query(f"ASK {{ {node} a <{SD}{name}> }}"))


DESCRIBED = f"""PREFIX sd: <{SD}> ASK {{
  ?service a sd:Service ; sd:supportedLanguage sd:SPARQL11Query ; sd:resultFormat ?format ;
    sd:defaultDataset ?dataset .
  ?dataset a sd:Dataset ; sd:defaultGraph/a sd:Graph ; sd:namedGraph ?named .
  ?named a sd:NamedGraph ; sd:name ?name .
  FILTER (isIRI(?name) && isIRI(?format))
}}"""


def test_the_service_description_has_the_shape_that_the_standard_gives(endpoint: Client) -> None:
    store = Store()
    store.load(input=endpoint.get("/sparql", "text/turtle").body, format=RdfFormat.TURTLE)
    assert bool(store.query(DESCRIBED))
    names = {str(q.predicate.value) for q in store if q.predicate.value.startswith(SD)}
    assert names <= {SD + name for name in KNOWN}


# The vocabulary of SPARQL 1.1 Service Description, section 3.
KNOWN = (
    *("endpoint", "feature", "defaultEntailmentRegime", "entailmentRegime", "extensionFunction"),
    *("supportedEntailmentProfile", "extensionAggregate", "languageExtension", "propertyFeature"),
    *("supportedLanguage", "defaultDataset", "availableGraphs", "resultFormat", "inputFormat"),
    *("defaultGraph", "namedGraph", "name", "graph", "defaultSupportedEntailmentProfile"),
)

"""Programs that people use against the server: what they ask comes back as they read it."""

import json
import shutil
import subprocess
from typing import Any
from urllib.parse import quote

import pandas as pd
import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.term import Node
from SPARQLWrapper import CSV, JSON, JSONLD, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.support.peers import COMUNICA
from tests.support.serving import Client

NAMES = "PREFIX ent: <https://w3id.org/entente/ontology#> "
STATES = NAMES + "SELECT ?s ?name { ?s a ent:State ; rdfs:label ?name } ORDER BY ?s"
QUERY = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> " + STATES
WANTED = [("http://localhost:8000/id/freedonia", "Freedonia"),
          ("http://localhost:8000/id/sylvania", "Sylvania")]  # fmt: skip


@pytest.fixture
def address(client: Client) -> str:
    return f"http://127.0.0.1:{client.port}/sparql"


def wrapper(address: str, query: str, form: str) -> Any:
    asking = SPARQLWrapper(address)
    asking.setQuery(query)
    asking.setReturnFormat(form)
    return asking


def test_sparqlwrapper_reads_tables_by_every_method(address: str) -> None:
    for method, sent in (("GET", ""), (POST, ""), (POST, POSTDIRECTLY)):
        asking = wrapper(address, QUERY, JSON)
        asking.setMethod(method)
        if sent:
            asking.setRequestMethod(sent)
        rows = asking.queryAndConvert()["results"]["bindings"]
        assert [(row["s"]["value"], row["name"]["value"]) for row in rows] == WANTED


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_sparqlwrapper_reads_the_other_formats(address: str) -> None:
    assert wrapper(address, QUERY, CSV).queryAndConvert().count(b"\r\n") == 3
    document = wrapper(address, "ASK {}", XML).queryAndConvert()
    assert document.getElementsByTagName("boolean")[0].firstChild.data == "true"
    describe = "DESCRIBE <http://localhost:8000/id/sylvania>"
    assert b"id:sylvania" in wrapper(address, describe, TURTLE).queryAndConvert()
    for form in (XML, JSONLD):
        graph = wrapper(address, describe, form).queryAndConvert()
        assert URIRef(WANTED[1][0]) in graph.subjects()


def test_sparqlwrapper_understands_an_error(address: str) -> None:
    with pytest.raises(QueryBadFormed, match="not valid SPARQL"):
        wrapper(address, "SELECT nonsense", JSON).query()


def test_rdflibs_store_reads_triples_and_queries(address: str) -> None:
    graph = Graph(SPARQLStore(address))
    rows = [tuple(str(term) for term in row) for row in graph.query(QUERY)]  # type: ignore[union-attr]
    assert rows == WANTED
    state = URIRef("https://w3id.org/entente/ontology#State")
    kind = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    found: set[Node] = set(graph.subjects(kind, state))
    assert {str(node) for node in found} == {iri for iri, _ in WANTED}
    assert (URIRef(WANTED[0][0]), kind, state) in graph


def test_pandas_reads_an_address_as_a_table(address: str) -> None:
    named = pd.read_csv(f"{address}?format=csv&query={quote(QUERY)}")
    asked = pd.read_csv(f"{address}?query={quote(QUERY)}", storage_options={"Accept": "text/csv"})
    assert list(named.itertuples(index=False, name=None)) == WANTED
    assert named.equals(asked)


def curl(*arguments: str) -> str:
    if not shutil.which("curl"):
        pytest.skip("curl is not here")
    command = ["curl", "--silent", "--show-error", "--max-time", "30", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_curl_asks_negotiates_and_asks_again(address: str) -> None:
    csv = curl(address, "--header", "Accept: text/csv", "--data-urlencode", f"query={QUERY}")
    assert csv.splitlines() == ["s,name", *(",".join(row) for row in WANTED)]
    get = ("--get", address, "--data-urlencode", f"query={QUERY}")
    head = curl("--head", *get)
    (tag,) = [line[6:] for line in head.splitlines() if line.lower().startswith("etag: ")]
    again = curl(*get, "--header", f"If-None-Match: {tag}", "--write-out", "%{http_code}")
    assert again == "304"
    assert curl(*get, "--compressed") == curl(*get)


def test_curl_follows_a_thing_to_its_document(client: Client) -> None:
    thing = f"http://127.0.0.1:{client.port}/id/freedonia"
    assert "Freedonia" in curl("--location", "--header", "Accept: text/turtle", thing)
    assert "<h1" in curl("--location", "--header", "Accept: text/html", thing)


def comunica(*arguments: str) -> list[dict[str, dict[str, str]]]:
    program = COMUNICA / "node_modules/@comunica/query-sparql/bin/query.js"
    if not (node := shutil.which("node")) or not program.is_file():
        pytest.skip("Comunica is not here: `make peers` fetches it where Node.js is")
    command = [node, str(program), *arguments, "-t", "application/sparql-results+json"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    rows: list[dict[str, dict[str, str]]] = json.loads(told)["results"]["bindings"]
    return rows


@pytest.mark.parametrize("kind", ["", "sparql@"])
def test_comunica_asks_with_and_without_the_service_description(address: str, kind: str) -> None:
    rows = comunica(f"{kind}{address}", "-q", QUERY)
    assert [(row["s"]["value"], row["name"]["value"]) for row in rows] == WANTED


def test_comunica_joins_the_endpoint_with_a_document_of_the_site(address: str) -> None:
    site = address.removesuffix("/sparql")
    query = NAMES + "SELECT ?s { ?s a ent:State ; ent:participatesIn ?exercise }"
    rows = comunica(address, f"{site}/data/freedonia.ttl", "-q", query)
    assert {row["s"]["value"] for row in rows} == {WANTED[0][0]}

"""Every format × every form of query, read back by an independent reader."""

import csv
import io

import pytest
import rdflib
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from server.formats import GRAPHS, RESULTS, Format
from tests.support.serving import Client

NAMES = "PREFIX ent: <https://w3id.org/entente/ontology#> "
SELECT = NAMES + 'SELECT ?s ("a,\\"b\\"\\n" AS ?t) (3 AS ?n) ?none { ?s a ent:State } ORDER BY ?s'
GRAPH_FORMS = {
    "construct": NAMES + "CONSTRUCT { ?s a ent:State } { ?s a ent:State }",
    "describe": "DESCRIBE <http://localhost:8000/id/sylvania>",
}
RDFLIB = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt", "nq": "nquads",
          "trig": "trig", "n3": "n3"}  # fmt: skip


# rdflib's own datasets call what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")


def names(table: tuple[Format, ...]) -> list[str]:
    return [row.extension for row in table]


@pytest.mark.parametrize("row", RESULTS, ids=names(RESULTS))
def test_a_table_reads_back_whole(client: Client, row: Format) -> None:
    reply = client.query(SELECT, row.media_type)
    assert (reply.status, reply.type) == (200, row.media_type)
    if row.extension == "csv":
        assert list(csv.reader(io.StringIO(reply.text)))[1][1:] == ['a,"b"\n', "3", ""]
        return
    assert isinstance(row.engine, QueryResultsFormat)
    found = parse_query_results(reply.body, format=row.engine)
    assert isinstance(found, QuerySolutions)
    values = [[term.value if term else None for term in solution] for solution in found]
    assert [value[0] for value in values] == [
        "http://localhost:8000/id/freedonia",
        "http://localhost:8000/id/sylvania",
    ]
    assert values[0][1:] == ['a,"b"\n', "3", None]


@pytest.mark.parametrize("row", RESULTS, ids=names(RESULTS))
@pytest.mark.parametrize("truth", [True, False])
def test_a_truth_value_reads_back(client: Client, row: Format, truth: bool) -> None:
    reply = client.query("ASK {}" if truth else "ASK { <a:a> <a:a> <a:a> }", row.media_type)
    assert (reply.status, reply.type) == (200, row.media_type)
    if row.extension == "csv":
        assert reply.text.strip() == str(truth).lower()
        return
    assert isinstance(row.engine, QueryResultsFormat)
    found = parse_query_results(reply.body, format=row.engine)
    assert isinstance(found, QueryBoolean)
    assert bool(found) is truth


@pytest.mark.parametrize("row", GRAPHS, ids=names(GRAPHS))
@pytest.mark.parametrize("form", GRAPH_FORMS)
def test_a_graph_reads_back_the_same_by_two_readers(client: Client, row: Format, form: str) -> None:
    expected = triples(client.query(GRAPH_FORMS[form], "application/n-triples").body, "nt")
    reply = client.query(GRAPH_FORMS[form], row.media_type)
    assert (reply.status, reply.type) == (200, row.media_type)
    assert triples(reply.body, row.extension) == expected
    assert expected
    other = rdflib.Dataset().parse(data=reply.body, format=RDFLIB[row.extension])
    assert len(other) == len(expected)


@pytest.mark.parametrize("row", GRAPHS, ids=names(GRAPHS))
def test_a_thing_reads_the_same_in_every_format(client: Client, row: Format) -> None:
    expected = triples(client.get("/data/freedonia.nt").body, "nt")
    reply = client.get(f"/data/freedonia.{row.extension}")
    assert (reply.status, reply.type) == (200, row.media_type)
    stated = triples(reply.body, row.extension, named=False)
    assert stated == expected
    rdflib.Dataset().parse(data=reply.body, format=RDFLIB[row.extension])


@pytest.mark.parametrize("row", [row for row in GRAPHS if row.datasets], ids=str)
def test_formats_with_graphs_tell_what_is_only_quoted(client: Client, row: Format) -> None:
    body = client.get(f"/data/freedonia.{row.extension}").body
    assert isinstance(row.engine, RdfFormat)
    graphs = {str(quad.graph_name) for quad in parse(body, format=row.engine)}
    assert "<http://localhost:8000/article/duck#claim-00000000000000b2>" in graphs


def triples(body: bytes, extension: str, *, named: bool = True) -> set[Triple]:
    format_ = RdfFormat.from_extension(extension)
    found = parse(body, format=format_)
    return {quad.triple for quad in found if named or "#claim-" not in str(quad.graph_name)}

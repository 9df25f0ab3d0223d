"""All stores give the same: pages byte for byte, documents and competency questions row by row."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, parse

import ontology
from ontology.iris import Base
from server.snapshots import Snapshot
from tests.server.stores.conftest import Served
from tests.support.questions import every_quad, load_questions
from tests.support.serving import Client

JSON = "application/sparql-results+json"
NUMBERS = ("integer", "decimal")
DOCUMENTS = (
    "data/{}.nt",
    "data/{}.nq",
    "article/uk-norway.nq",
    "graph/meta.nt",
    "graph/curated.nt",
)


def addresses(local: Snapshot) -> list[str]:
    """List every address of the dataset that is dereferenced, as a path."""
    iris = {quad.subject.value for quad in every_quad(local) if hasattr(quad.subject, "value")}
    plain = (local.base.path(iri) for iri in iris if "#" not in iri)
    paths = sorted(path for path in plain if path is not None)
    return [path.replace("id/", "page/", 1) if path.startswith("id/") else path for path in paths]


def test_every_page_is_the_same(served: Served, embedded: Client, local: Snapshot) -> None:
    paths = ["", "about", "ontology", "search?q=norway", *addresses(local)]
    assert len(paths) > 250
    differing = [
        path
        for path in paths
        if served.client.get(f"/{path}", "text/html").body
        != embedded.get(f"/{path}", "text/html").body
    ]
    assert differing == []


@pytest.mark.parametrize("path", DOCUMENTS)
def test_documents_hold_the_same_statements(served: Served, embedded: Client, path: str) -> None:
    form = RdfFormat.from_extension(path.rpartition(".")[2])
    address = "/" + path.format("norway")
    pair = [client.get(address) for client in (served.client, embedded)]
    assert [reply.status for reply in pair] == [200, 200]
    theirs, ours = (set(parse(reply.body, format=form)) for reply in pair)
    assert theirs == ours


def test_all_competency_questions_agree_row_by_row(
    served: Served, embedded: Client, local: Snapshot
) -> None:
    questions = load_questions(local.base)
    assert len(questions) >= 20
    for question in questions:
        theirs, ours = (
            rows(client.query(question.sparql, JSON).json) for client in (served.client, embedded)
        )
        assert theirs == ours, question.id


def test_the_gallery_agrees_row_by_row(served: Served, embedded: Client, local: Snapshot) -> None:
    asked = gallery(local)
    assert len(asked) >= 20
    for text in asked:
        replies = [client.query(text, JSON) for client in (served.client, embedded)]
        assert [reply.status for reply in replies] == [200, 200], text
        assert rows(replies[0].json) == rows(replies[1].json), text


def gallery(local: Snapshot) -> list[str]:
    files = sorted((Path(ontology.__file__).parent / "gallery").glob("*.rq"))
    return [file.read_text().replace("{base}", local.base.iri) for file in files]


def rows(answer: dict[str, Any]) -> list[str]:
    """Give rows in order of their text; numbers by value, which is all that engines agree on."""
    if "boolean" in answer:
        return [str(answer["boolean"])]
    found = answer["results"]["bindings"]
    return sorted(json.dumps({name: told(term) for name, term in row.items()}) for row in found)


def told(term: dict[str, str]) -> list[str]:
    kind = term.get("datatype", "").rpartition("#")[2]
    if kind in NUMBERS:
        return ["number", str(float(term["value"]))]
    return [term["type"], term["value"], term.get("xml:lang", ""), kind]


@pytest.mark.parametrize("graph", ["default", "graph={base}graph/ontology"])
def test_whole_graphs_are_the_same(
    served: Served, embedded: Client, local: Snapshot, graph: str
) -> None:
    asked = graph.format(base=quote(local.base.iri, safe=""))
    replies = [
        client.get(f"/graphs?{asked}", "application/n-triples")
        for client in (served.client, embedded)
    ]
    theirs, ours = (set(parse(one.body, format=RdfFormat.N_TRIPLES)) for one in replies)
    assert len(ours) > 1000
    assert theirs == ours


def test_open_graph_patterns_see_the_dataset_alone(served: Served, embedded: Client) -> None:
    for text in (
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
        f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{Base().graph('meta').value}> {{ ?s ?p ?o }} }}",
        f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{Base().graph('inferred').value}> {{ ?s ?p ?o }} "
        "GRAPH ?g { ?s ?p ?o } }",
    ):
        pair = [client.query(text, JSON).json for client in (served.client, embedded)]
        assert rows(pair[0]) == rows(pair[1]), text

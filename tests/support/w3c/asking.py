"""The W3C's query tests asked of the engine itself and of the endpoint, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlencode

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse,
    serialize,
)

from ontology import dataset
from tests.support.serving import DIRECT, Client
from tests.support.tiny import BASE, write
from tests.support.w3c.answers import Answer, of_engine, of_file, of_graph, of_results
from tests.support.w3c.cases import Case

NOWHERE, DEFAULT = "http://nowhere.example/", "#default"
ACCEPTS = {
    "srj": "application/sparql-results+json",
    "srx": "application/sparql-results+xml",
    "tsv": "text/tab-separated-values",
    "csv": "text/csv",
}
GRAPHS = (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML)
EVALUATIONS = ("QueryEvaluationTest", "CSVResultFormatTest")


def by_engine(case: Case) -> bool:
    """Tell whether the engine, asked directly over the test's data, answers as it should."""
    assert case.result
    try:
        wanted, ordered = of_file(case.result, case.folder)
        found = _store_of(case).query(case.text, base_iri=case.base)
        if wanted.lines and isinstance(found, QuerySolutions):
            return (
                of_results(found.serialize(format=QueryResultsFormat.CSV) or b"", "csv") == wanted
            )
        return of_engine(found, ordered=ordered) == wanted
    except (SyntaxError, OSError, RuntimeError, ValueError):
        return False


def is_valid(case: Case) -> bool:
    """Tell whether the engine takes the query to be SPARQL; what it then finds does not count."""
    try:
        Store().query(case.text, base_iri=case.base)
    except SyntaxError:
        return False
    except (OSError, RuntimeError, ValueError):
        return True
    return True


def by_endpoint(client: Client, case: Case) -> list[str]:
    """Ask the endpoint in each format that fits; tell in which the answer is not as it should."""
    assert case.result
    wanted, ordered = of_file(case.result, case.folder)
    told = []
    for name, accept in _formats(case, wanted).items():
        reply = client.send("POST", _address(case), _body(case), _headers(accept))
        if reply.status != 200 or reply.type != accept:
            told.append(f"{case.label}: {reply.status} {reply.type} {reply.text[:300]}")
        elif _read(reply.body, name, case, ordered=ordered) != wanted:
            told.append(f"{case.label}: another answer as {name}")
    return told


def publish_data(out: Path, cases: Iterable[Case]) -> None:
    """Publish one snapshot that holds the data of all cases, each file in a graph of its name.

    What a test wants in its default graph stands in a graph of its own, so that nodes without a
    name are shared with no other.
    """
    store = Store()
    for graph, (base, path) in _files(cases).items():
        _load(store, path, base, NamedNode(graph))
    lines = (serialize(store, format=RdfFormat.N_QUADS) or b"").decode().splitlines()
    manifest = dataset.Manifest("0" * 16, BASE, "2026-01-02T03:04:05Z", {}, {})
    write(out / "snapshots/one", lines, manifest)
    (out / "current").symlink_to("snapshots/one")


def _files(cases: Iterable[Case]) -> Mapping[str, tuple[str, Path]]:
    files: dict[str, tuple[str, Path]] = {}
    for case in cases:
        for name, path in (*case.named.items(), *case.from_files.items()):
            assert files.setdefault(name, (name, path)) == (name, path), f"two are called {name}"
        files |= {name + DEFAULT: (name, path) for name, path in case.data.items()}
    return files


def _store_of(case: Case) -> Store:
    store = Store()
    for name, path in case.data.items():
        _load(store, path, name, DefaultGraph())
    for name, path in (*case.named.items(), *case.from_files.items()):
        _load(store, path, name, NamedNode(name))
    return store


def _load(store: Store, path: Path, base: str, graph: NamedNode | DefaultGraph) -> None:
    form = RdfFormat.from_extension(path.suffix[1:])
    assert form, path
    found = parse(path=path, format=form, base_iri=base, rename_blank_nodes=True)
    store.extend(Quad(q.subject, q.predicate, q.object, graph) for q in found)


def _address(case: Case) -> str:
    """Name the test's dataset in the address, but for a query that names its own."""
    if case.from_names:
        return "/sparql"
    default = [name + DEFAULT for name in case.data] or [NOWHERE]
    pairs = [("default-graph-uri", name) for name in default]
    return "/sparql?" + urlencode(pairs + [("named-graph-uri", name) for name in case.named])


def _body(case: Case) -> bytes:
    return f"BASE <{case.base}>\n{case.text}".encode()


def _headers(accept: str) -> dict[str, str]:
    return {"Content-Type": DIRECT, "Accept": accept}


def _formats(case: Case, wanted: Answer) -> dict[str, str]:
    """Give the formats that fit the form of the query, by suffix."""
    if wanted.lines:
        return {"csv": ACCEPTS["csv"]}
    found = _store_of(case).query(case.text, base_iri=case.base)
    if isinstance(found, QueryTriples):
        return {form.file_extension: form.media_type for form in GRAPHS}
    names = ("srj", "srx", "tsv") if isinstance(found, QuerySolutions) else ("srj", "srx")
    return {name: ACCEPTS[name] for name in names}


def _read(data: bytes, name: str, case: Case, *, ordered: bool) -> Answer:
    if name in ACCEPTS:
        return of_results(data, name, ordered=ordered)
    form = RdfFormat.from_extension(name)
    assert form
    return of_graph(data, form, case.base)

"""Joined with another SPARQL server, the ``oxigraph`` command, from both sides and from outside."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from pyoxigraph import QuerySolutions, Store

from tests.support.gold import build_gold
from tests.support.peers import COMUNICA
from tests.support.serving import Client, free_port, serving

ROOT = Path(__file__).parents[2]
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
# Shaped as Wikidata is, made by us: items named by the reference data's links, made-up figures.
EXTRACT = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
wd:%(norway)s rdfs:label "Norway"@en, "Norge"@nb ; wdt:P1082 5500000 .
wd:%(united-kingdom)s rdfs:label "United Kingdom"@en ; wdt:P1082 67000000 .
wd:%(new-zealand)s rdfs:label "New Zealand"@en, "Aotearoa"@mi ; wdt:P1082 5100000 .
"""
PREFIXES = """
PREFIX ent: <https://w3id.org/entente/ontology#>
PREFIX id: <http://localhost:8000/id/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
"""
OURS = "?state ent:participatesIn id:operation-interflex ; a ent:State ; owl:sameAs ?item ."
THEIRS = "?item wdt:P1082 ?people ."
WANTED = {("5100000",), ("67000000",)}


@contextmanager
def wikidata_shaped(folder: Path, items: dict[str, str]) -> Iterator[str]:
    """Run ``oxigraph serve-read-only`` over the extract; give the address of its endpoint."""
    data, location, port = folder / "extract.ttl", folder / "store", free_port()
    data.write_text(EXTRACT % items, encoding="utf-8")
    load = [str(OXIGRAPH), "load", "--location", str(location), "--file", str(data)]
    subprocess.run(load, check=True, capture_output=True, timeout=60)
    bind = ["--location", str(location), "--bind", f"127.0.0.1:{port}"]
    log = (folder / "oxigraph.log").open("wb")
    process = subprocess.Popen([str(OXIGRAPH), "serve-read-only", *bind], stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/query"
    try:
        wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(15)
        log.close()


def wait_for(address: str) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            ask(address, "ASK {}")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{address} did not start")


def ask(address: str, query: str) -> bytes:
    parts = urlsplit(address)
    assert parts.port is not None
    path = f"{parts.path}?{urlencode({'query': query})}"
    reply = Client(parts.port).get(path, "application/sparql-results+json")
    assert reply.status == 200, reply.text
    return reply.body


def rows(body: bytes) -> set[tuple[str, ...]]:
    bindings = json.loads(body)["results"]["bindings"]
    return {(row["people"]["value"],) for row in bindings}


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, str]]:
    if not OXIGRAPH.is_file():
        pytest.skip("the oxigraph command is not here: pip install '.[dev]'")
    folder = tmp_path_factory.mktemp("joins")
    report = build_gold(folder / "out")
    items = items_of(report.folder / "store")
    with (
        wikidata_shaped(folder, items) as theirs,
        serving(folder / "out", folder / "log", "--services", theirs) as ours,
    ):
        yield ours, theirs


def items_of(store: Path) -> dict[str, str]:
    """Give the item of each thing, by its slug."""
    query = (
        "PREFIX owl: <http://www.w3.org/2002/07/owl#> SELECT ?thing ?item { ?thing owl:sameAs ?item"
        ' FILTER (STRSTARTS(STR(?item), "http://www.wikidata.org/")) }'
    )
    solutions = Store.read_only(str(store)).query(query)
    assert isinstance(solutions, QuerySolutions)
    pairs = [(row["thing"].value, row["item"].value) for row in solutions]
    return {thing.rpartition("/")[2]: item.rpartition("/")[2] for thing, item in pairs}


def test_we_call_them_by_service(sides: tuple[Client, str]) -> None:
    ours, theirs = sides
    query = f"{PREFIXES} SELECT ?people {{ {OURS} SERVICE <{theirs}> {{ {THEIRS} }} }}"
    reply = ours.query(query)
    assert reply.status == 200, reply.text
    assert rows(reply.body) == WANTED


def test_they_call_us_by_service(sides: tuple[Client, str]) -> None:
    ours, theirs = sides
    here = f"http://127.0.0.1:{ours.port}/sparql"
    query = f"{PREFIXES} SELECT ?people {{ SERVICE <{here}> {{ {OURS} }} {THEIRS} }}"
    assert rows(ask(theirs, query)) == WANTED


@pytest.mark.parametrize("path", ["sparql", "fragments"])
def test_comunica_joins_both_from_outside(sides: tuple[Client, str], path: str) -> None:
    program = COMUNICA / "node_modules/@comunica/query-sparql/bin/query.js"
    if not (node := shutil.which("node")) or not program.is_file():
        pytest.skip("Comunica is not here: `make peers` fetches it where Node.js is")
    ours, theirs = sides
    query = f"{PREFIXES} SELECT ?people {{ {OURS} {THEIRS} }}"
    command = [node, str(program), f"http://127.0.0.1:{ours.port}/{path}", f"sparql@{theirs}"]
    command += ["-q", query, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, check=True, capture_output=True, timeout=100)
    assert rows(done.stdout) == WANTED


RECIPES = re.findall(r"```sparql\n(.*?)```", (ROOT / "RECIPES.md").read_text("utf-8"), re.DOTALL)


def test_recipes_are_queries_that_the_endpoint_takes(sides: tuple[Client, str]) -> None:
    ours, theirs = sides
    assert len(RECIPES) >= 4
    for recipe in RECIPES:
        called = re.findall(r"SERVICE\s*<([^>]+)>", recipe)
        reply = ours.query(re.sub(r"SERVICE\s*<[^>]+>", f"SERVICE <{theirs}>", recipe))
        assert reply.status == 200, f"{recipe}\n{reply.text}"
        found = json.loads(reply.body)["results"]["bindings"]
        assert called or found, recipe

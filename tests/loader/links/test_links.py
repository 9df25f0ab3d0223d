"""Links checked, verified against a live source on loopback, suggested and accepted with reason."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from loader.cli import main
from loader.links.check import coverage, find_conflicts
from loader.links.registers import register_of
from loader.reference import Link, Row, load_reference
from loader.reference.accepted import LINKS, Accepted, read_accepted
from ontology.curies import term
from ontology.dataset import STORE, current_snapshot
from ontology.iris import Base

ITEM = "http://www.wikidata.org/entity/"
TWO = "first=Q1|second=Q1"
BOTH = tuple(Link("owl:sameAs", f"{ITEM}Q{number}", TWO) for number in (1, 2))
SIGNED = ("--author", "Ann Berg", "--reason", "Compared by hand")
TEXT = "Denmark will lead Exercise Cold Shoal in the Kattegat next year, with Iceland and Norway.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def row(slug: str, iri: str, kind: str = "State", by: str = "owl:sameAs", seen: str = TWO) -> Row:
    return Row(slug, (kind,), slug.title(), links=(Link(by, iri, seen),))


@pytest.mark.parametrize(
    "rows, kind",
    [
        ([row("a", f"{ITEM}Q1"), row("b", f"{ITEM}Q1")], "shared"),
        ([row("a", f"{ITEM}P31")], "form"),
        ([row("a", f"{ITEM}Q01")], "form"),
        ([row("a", "https://sws.geonames.org/12", by="skos:exactMatch")], "form"),
        ([row("a", "https://ror.org/05xagc08", "Alliance", "skos:exactMatch")], "form"),
        ([row("a", "https://ror.org/05xagc088", "Person", "skos:exactMatch")], "class"),
        ([row("a", "https://sws.geonames.org/12/", "Person", "skos:exactMatch")], "class"),
        ([row("a", "https://example.org/a")], "register"),
        ([row("a", f"{ITEM}Q1", seen="one alone")], "thin"),
        ([Row("a", ("State",), "A", links=BOTH)], "several"),
    ],
)  # fmt: skip
def test_a_link_that_cannot_be_is_found(rows: list[Row], kind: str) -> None:
    assert [one.kind for one in find_conflicts(rows)] == [kind]


def test_close_matches_may_be_shared_and_thin() -> None:
    rows = [row(slug, f"{ITEM}Q1", by="skos:closeMatch", seen="one") for slug in ("a", "b")]
    assert find_conflicts(rows) == []


def test_reference_data_has_no_conflicts_and_nothing_thin() -> None:
    assert [str(one) for one in find_conflicts(load_reference().rows.values())] == []


def test_coverage_counts_things_by_class_and_dataset() -> None:
    rows = [
        row("a", f"{ITEM}Q1"),
        row("b", "http://dbpedia.org/resource/B"),
        Row("c", ("Post",), "C"),
    ]
    every, states, posts = coverage([*rows, Row("d", ("State",), "D")])
    assert (every.kind, every.things, every.one, every.two) == ("all", 4, 2, 0)
    assert (states.kind, states.things, states.by["Wikidata"]) == ("State", 3, 1)
    assert (posts.one, posts.by["DBpedia"]) == (0, 0)


def test_check_tells_coverage_and_findings(tmp_path: Path) -> None:
    result = run("links", "check", "--log", tmp_path / LINKS, "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.output)
    by_kind = {one["kind"]: one for one in told["coverage"]}
    assert by_kind["State"]["by"]["Wikidata"] == by_kind["State"]["things"] >= 195
    assert by_kind["all"]["two"] <= by_kind["all"]["one"] <= by_kind["all"]["things"]
    output = run("links", "check", "--log", tmp_path / LINKS).output
    every = by_kind["all"]
    once = 100 * every["one"] / every["things"]
    share = f"{every['one']:,} of {every['things']:,} things ({once:.1f} %)"
    assert "State" in output
    assert share in output


class Fake(BaseHTTPRequestHandler):
    """A SPARQL endpoint that knows some items, and a reconciliation service."""

    labels: dict[str, str]

    def do_GET(self) -> None:
        self._send({"versions": ["0.2"], "identifierSpace": ITEM, "schemaSpace": ITEM})

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if "query" in form:
            items = re.findall(r"<([^>]*Q\d+)>", form["query"][0])
            rows = [
                {"item": {"value": item}, "label": {"value": self.labels[item]}}
                for item in items
                if item in self.labels
            ]
            self._send({"results": {"bindings": rows}})
            return
        queries = json.loads(form["queries"][0])
        result = [{"id": "Q900", "name": "Exercise Cold Shoal", "score": 90}]
        self._send(
            {
                key: {"result": result if "shoal" in one["query"] else []}
                for key, one in queries.items()
            }
        )

    def _send(self, value: object) -> None:
        if self.path == "/ill":
            self.send_error(500)
            return
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def live() -> Iterator[str]:
    Fake.labels = {
        link.iri: one.label
        for one in load_reference().rows.values()
        for link in one.links
        if link.iri.startswith(ITEM)
    }
    with ThreadingHTTPServer(("127.0.0.1", 0), Fake) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_live_source_that_agrees_adds_nothing(live: str, tmp_path: Path) -> None:
    result = run("links", "check", "--log", tmp_path / LINKS, "--live", f"{live}/sparql", "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["findings"] == []


def test_a_live_source_that_differs_is_told_of(live: str, tmp_path: Path) -> None:
    rows = load_reference().states
    norway, denmark = ([one.iri for one in rows[slug].links] for slug in ("norway", "denmark"))
    (wrong,), (absent,) = ([iri for iri in iris if ITEM in iri] for iris in (norway, denmark))
    Fake.labels[wrong] = "Thermos flask"
    del Fake.labels[absent]
    result = run("links", "check", "--log", tmp_path / LINKS, "--live", f"{live}/sparql", "--json")
    assert result.exit_code == 1
    found = {(one["kind"], one["slug"]) for one in json.loads(result.output)["findings"]}
    assert found == {("label", "norway"), ("absent", "denmark")}


def test_a_live_source_that_fails_is_an_error(live: str, tmp_path: Path) -> None:
    result = run("links", "check", "--log", tmp_path / LINKS, "--live", f"{live}/ill")
    assert result.exit_code == 2
    assert "did not answer" in result.output


def test_candidates_come_from_a_table_and_link_nothing(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    lacking = next(one for one in load_reference().rows.values() if not one.links and one.aliases)
    table.write_text(
        f"name,iri,description\n{lacking.label.upper()},{ITEM}Q901,by label\n"
        f"{lacking.aliases[0]},{ITEM}Q902,by alias\nNorway,{ITEM}Q903,linked already\n",
        encoding="utf-8",
    )
    result = run("links", "suggest", "--log", tmp_path / LINKS, "--table", table)
    rows = [json.loads(line) for line in result.output.splitlines()]
    mine = {one["iri"]: one["confidence"] for one in rows if one["slug"] == lacking.slug}
    assert mine == {f"{ITEM}Q901": 1.0, f"{ITEM}Q902": 0.9}
    assert "norway" not in {one["slug"] for one in rows}
    assert not (tmp_path / LINKS).exists()
    table.write_text("who,what\n", encoding="utf-8")
    assert run("links", "suggest", "--log", tmp_path / LINKS, "--table", table).exit_code == 2
    assert run("links", "suggest", "--log", tmp_path / LINKS).exit_code == 2


def test_candidates_come_from_a_reconciliation_service(live: str, tmp_path: Path) -> None:
    log = tmp_path / LINKS
    seen = ("--source", "a", "--confidence", "0.5", "--log", log, *SIGNED)
    told = ("exercise-cold-shoal", "https://example.org/x")
    assert run("links", "accept", *told, *seen).exit_code == 0
    result = run("links", "suggest", "--log", log, "--service", f"{live}/api", "--begin", ITEM)
    (row,) = [json.loads(line) for line in result.output.splitlines()]
    assert (row["slug"], row["iri"]) == ("exercise-cold-shoal", f"{ITEM}Q900")
    assert row["confidence"] == 1.0
    assert row["source"] == f"{live}/api"


def test_sameness_needs_two_sources_or_an_item(tmp_path: Path) -> None:
    log = tmp_path / LINKS
    told = ("exercise-cold-shoal", f"{ITEM}Q900", "--confidence", "0.9", "--log", log, *SIGNED)
    same = ("--predicate", "owl:sameAs")
    refused = run("links", "accept", *told, *same, "--source", "one page")
    assert refused.exit_code == 2
    assert "skos:closeMatch" in refused.output
    assert run("links", "accept", *told, "--source", "one page").exit_code == 0
    assert run("links", "accept", *told, *same, "--source", "a", "--source", "b").exit_code == 0
    assert run("links", "accept", *told, *same, "--source", f"{ITEM}Q900").exit_code == 2  # again
    assert [one.predicate for one in read_accepted(log)] == ["skos:closeMatch", "owl:sameAs"]


def test_an_identifier_of_another_thing_is_not_accepted(tmp_path: Path) -> None:
    taken = next(one for one in load_reference().states["norway"].links if register_of(one.iri))
    told = ("exercise-cold-shoal", taken.iri, "--predicate", "owl:sameAs", "--confidence", "1")
    seen = ("--source", "a", "--source", "b", "--log", tmp_path / LINKS, *SIGNED)
    result = run("links", "accept", *told, *seen)
    assert result.exit_code == 2
    assert "norway" in result.output
    assert not (tmp_path / LINKS).exists()


@pytest.mark.parametrize(
    "change",
    [{"slug": "No Slug"}, {"iri": "javascript:x"}, {"predicate": "owl:differentFrom"},
     {"confidence": 0.0}, {"confidence": 1.1}, {"sources": ()}, {"reason": ""}],
)  # fmt: skip
def test_a_link_without_its_papers_is_refused(change: dict[str, object]) -> None:
    whole: dict[str, object] = {
        "slug": "a", "iri": f"{ITEM}Q1", "predicate": "skos:closeMatch", "confidence": 0.5,
        "sources": ("s",), "author": "Ann", "date": "2031-01-01", "reason": "r",
    }  # fmt: skip
    Accepted(**whole)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r".+"):
        Accepted(**whole | change)  # type: ignore[arg-type]


def test_an_accepted_link_is_published_with_its_evidence(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "shoal.txt").write_text(TEXT, encoding="utf-8")
    target = "https://example.org/norway"
    told = ("norway", target, "--confidence", "0.7", "--source", "a page", *SIGNED)
    assert run("links", "accept", *told, "--log", folder / LINKS).exit_code == 0
    result = run("build", folder, "--out", tmp_path / "out", "--workers", 1)
    assert result.exit_code == 0, result.output
    store = Store.read_only(str(current_snapshot(tmp_path / "out") / STORE))
    for graph in (DefaultGraph(), Base().graph("reference")):
        close = store.quads_for_pattern(
            Base().thing("norway"), term("skos:closeMatch"), NamedNode(target), graph
        )
        assert len(list(close)) == 1
    by = term("dcterms:source")
    (source,) = store.quads_for_pattern(NamedNode(target), by, None, DefaultGraph())
    assert isinstance(source.object, Literal)
    assert source.object.value.startswith("confidence 0.7: a page (Ann Berg, ")

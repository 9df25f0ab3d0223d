"""Addresses that stay: releases by id, dumps of removed ones, what the ledger tells."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from ontology import dataset
from ontology.ledger import LEDGER, Gone, add_to_ledger
from tests.support.serving import Client, serving
from tests.support.tiny import publish

MORE = "GRAPH <graph/curated> { id:osterlich a ent:State . }"
GONE = (
    Gone("id/old-duck", "id/exercise-duck", "It was renamed."),
    Gone("id/older-duck", "id/old-duck", "It was renamed before."),
    Gone("id/drake", None, "Nothing says anything of it any more."),
    Gone("article/goose", None, "Its publisher asked for it."),
    Gone("rule/old.rule", "rule/takesPart.inExercise", "The rule has another name."),
    Gone("id/ring-a", "id/ring-b", "One way."),
    Gone("id/ring-b", "id/ring-a", "And back."),
    Gone("id/freedonia", None, "This was undone."),
)


class Site:
    def __init__(self, client: Client, out: Path, ids: tuple[str, str, str]) -> None:
        self.client, self.out = client, out
        self.removed, self.older, self.current = ids


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("releases")
    out = folder / "out"
    first = publish(out, "GRAPH <graph/curated> { id:zero a ent:State . }").id
    older, current = publish(out).id, publish(out, MORE).id
    gone = out / "snapshots" / first
    (out / dataset.RELEASES).mkdir()
    (gone / dataset.DUMP).replace(out / dataset.RELEASES / f"{first}.nq.gz")
    shutil.rmtree(gone)
    add_to_ledger(out / LEDGER, GONE)
    with serving(out, folder / "log", "--workers", "1") as client:
        yield Site(client, out, (first, older, current))


PATHS = ["/id/freedonia", "/data/freedonia.ttl", "/page/freedonia", "/article/duck", "/ontology",
         "/graph/reference", "/query", "/about", "/search?q=free", "/health", "/",
         "/reconcile", "/.well-known/void", "/static/entente.css"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_release_answers_as_the_site_does(site: Site, path: str) -> None:
    for accept in ("", "text/html"):
        now, then = (site.client.get(p + path, accept) for p in ("", f"/release/{site.older}"))
        assert (then.status, then.type) == (now.status, now.type)
        if path != "/reconcile" and path != "/health":
            assert f'<{path}>; rel="latest-version"' in then.headers["link"]


def test_a_release_keeps_what_it_said(site: Site) -> None:
    assert site.client.get("/id/osterlich").status == 303
    pinned = f"/release/{site.older}"
    assert site.client.get(f"{pinned}/id/osterlich").status == 404
    moved = site.client.get(f"{pinned}/id/freedonia", "text/html")
    assert moved.headers["location"] == f"{pinned}/page/freedonia"
    page = site.client.get(f"{pinned}/page/freedonia", "text/html")
    assert site.older in page.text
    assert "go to the data of today" in page.text
    assert page.headers["cache-control"] == "public, max-age=86400"
    text = site.client.get(f"{pinned}/data/freedonia.ttl").text
    assert "id:freedonia" in text
    assert "http://localhost:8000/id/" in text


def test_a_query_is_answered_from_the_release(site: Site) -> None:
    query = "/sparql?" + urlencode({"query": "ASK { GRAPH ?g { <id/osterlich> ?p ?o } }"})
    assert site.client.get(query).json["boolean"] is True
    assert site.client.get(f"/release/{site.older}{query}").json["boolean"] is False
    assert site.client.get(f"/release/{site.current}{query}").json["boolean"] is True


def test_a_removed_release_is_gone_and_names_its_dump(site: Site) -> None:
    for path in ("", "/", "/id/freedonia", "/sparql?query=ASK%7B%7D", "/nothing"):
        reply = site.client.get(f"/release/{site.removed}{path}")
        assert (reply.status, reply.json["dump"]) == (410, f"/dump/{site.removed}.nq.gz")
    dump = site.client.get(f"/dump/{site.removed}.nq.gz")
    assert dump.status == 200
    assert b"/id/zero>" in gzip.decompress(dump.body)


@pytest.mark.parametrize(
    "name", ["0" * 16, "current", "..", "0" * 15, "0" * 17, "ABCDEF0123456789"]
)
def test_a_release_that_never_was_is_not_found(site: Site, name: str) -> None:
    for path in (f"/release/{name}", f"/release/{name}/id/freedonia", f"/dump/{name}.nq.gz"):
        assert site.client.get(path).status == 404, path


def test_each_dump_has_its_address(site: Site) -> None:
    newest = site.client.get("/dump/data.nq.gz")
    assert newest.body == site.client.get(f"/dump/{site.current}.nq.gz").body
    older = site.client.get(f"/dump/{site.older}.nq.gz")
    assert older.body == site.client.get(f"/release/{site.older}/dump/data.nq.gz").body
    assert older.body != newest.body


def test_releases_are_listed(site: Site) -> None:
    told = site.client.get("/releases").json
    assert told["current"] == site.current
    assert {row["snapshot"] for row in told["kept"]} == {site.older, site.current}
    assert told["removed"] == [{"snapshot": site.removed, "dump": f"/dump/{site.removed}.nq.gz"}]
    for row in told["kept"]:
        assert site.client.get(row["address"], "text/html").status == 200
        assert site.client.get(row["dump"]).status == 200
    page = site.client.get("/releases", "text/html")
    links = re.findall(r'href="((?:release|dump)/[^"]+)"', page.text)
    assert len(links) == 5
    assert {site.client.get(f"/{link}", "*/*").status for link in links} == {200}
    assert site.client.get("/releases", "image/png").status == 406


@pytest.mark.parametrize(
    "path, target",
    [
        ("/id/old-duck", "/id/exercise-duck"),
        ("/id/older-duck", "/id/exercise-duck"),
        ("/page/older-duck", "/page/exercise-duck"),
        ("/data/old-duck.ttl", "/data/exercise-duck.ttl"),
        ("/data/old-duck", "/data/exercise-duck"),
        ("/rule/old.rule", "/rule/takesPart.inExercise"),
        ("/rule/old.rule.nt", "/rule/takesPart.inExercise.nt"),
    ],
)
def test_an_address_that_moved_leads_to_what_it_became(site: Site, path: str, target: str) -> None:
    reply = site.client.get(path)
    assert (reply.status, reply.headers["location"]) == (301, target)
    assert site.client.get(target).status in (200, 303)


@pytest.mark.parametrize(
    "path, reason",
    [
        ("/id/drake", "Nothing says anything"),
        ("/page/drake", "Nothing says anything"),
        ("/data/drake.jsonld", "Nothing says anything"),
        ("/article/goose", "publisher asked"),
        ("/article/goose.trig", "publisher asked"),
        ("/id/ring-a", "circle"),
    ],
)
@pytest.mark.parametrize("accept", ["", "text/html"])
def test_an_address_that_was_withdrawn_is_gone_and_says_why(
    site: Site, path: str, reason: str, accept: str
) -> None:
    reply = site.client.get(path, accept)
    assert reply.status == 410
    assert reason in reply.text


def test_what_is_there_is_served_whatever_the_ledger_says(site: Site) -> None:
    assert site.client.get("/id/freedonia").status == 303


def test_the_ledger_is_read_again_when_it_has_grown(site: Site) -> None:
    assert site.client.get("/id/late-duck").status == 404
    add_to_ledger(site.out / LEDGER, [Gone("id/late-duck", "id/exercise-duck", "Renamed late.")])
    assert site.client.get("/id/late-duck").status == 301
    with (site.out / LEDGER).open("a") as file:
        file.write(json.dumps({"address": 3}) + "\n")
    assert site.client.get("/id/late-duck").status == 301

"""Where errors are reported, and the log entries that put them right."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import rdflib
from click.testing import CliRunner

from loader.cli import main
from ontology.dataset import current_snapshot, read_manifest
from server.pages.asked import ASKED, Asked
from tests.support.serving import Client, serving
from tests.support.tiny import BASE

SEEDS = Path(__file__).parents[2] / "seeds"
MAIL, VCARD = "mailto:data@example.org", "http://www.w3.org/2006/vcard/ns#"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


@pytest.fixture(scope="module")
def told(tiny_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    log = tmp_path_factory.mktemp("told") / "log"
    with serving(tiny_out, log, "--report-to", MAIL) as client:
        yield client


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the seeds by rules alone: folder ``articles``, data in ``out``."""
    folder = tmp_path_factory.mktemp("seeds")
    shutil.copytree(SEEDS, folder / "articles")
    (folder / "articles" / "curation.jsonl").unlink()
    build(folder)
    return folder


def build(folder: Path) -> None:
    words = ["build", str(folder / "articles"), "--out", str(folder / "out")]
    found = CliRunner().invoke(main, words)
    assert found.exit_code == 0, found.output


def entries(client: Client, path: str) -> list[str]:
    reply = client.get(path, "text/html")
    assert reply.status == 200, path
    found = re.findall(r"<pre><code>(\{.*?)</code></pre>", reply.text, re.DOTALL)
    return [html.unescape(line) for line in found]


@pytest.mark.parametrize(
    "path",
    ["/", "/page/freedonia", "/article/duck", "/ontology", "/about", "/query", "/search?q=x%26y",
     "/releases", "/graph/meta", "/rule/takesPart.inExercise", "/correct", "/nowhere"],
)  # fmt: skip
def test_every_page_leads_to_a_report_with_its_address_filled_in(told: Client, path: str) -> None:
    reply = told.get(path, "text/html")
    filled = f'{MAIL}?subject=Error%20in%20Entente&amp;body={quote(BASE + path[1:], safe="")}"'
    assert f'<a href="{filled}' in reply.text
    assert "correct" in reply.text


def test_a_page_of_a_release_is_reported_as_such(told: Client, tiny_out: Path) -> None:
    path = f"release/{read_manifest(current_snapshot(tiny_out)).id}/about"
    assert quote(BASE + path, safe="") in told.get(f"/{path}", "text/html").text


def test_without_the_setting_pages_say_how_an_error_is_put_right(client: Client) -> None:
    page = client.get("/page/freedonia", "text/html").text
    assert "Report an error" not in page
    assert 'href="../correct?thing=freedonia"' in page
    assert "has named no address" in client.get("/correct", "text/html").text


def test_the_endpoint_and_the_dataset_name_the_contact(told: Client, client: Client) -> None:
    for path, node in (("/sparql", f"http://127.0.0.1:{told.port}/sparql#service"), ("/", BASE)):
        graph = rdflib.Graph().parse(data=told.get(path, "text/turtle").body, format="turtle")
        contact = graph.value(rdflib.URIRef(node), DCAT.contactPoint)
        assert graph.value(contact, rdflib.URIRef(VCARD + "hasEmail")) == rdflib.URIRef(MAIL)
        silent = rdflib.Graph().parse(data=client.get(path, "text/turtle").body, format="turtle")
        assert not list(silent.subject_objects(DCAT.contactPoint))


def test_the_evidence_of_a_fact_leads_to_the_entry_that_corrects_it(client: Client) -> None:
    page = client.get("/page/freedonia", "text/html").text
    (address, *_) = re.findall(r'href="\.\./(correct\?claim=[^"]+)"', page)
    reject, replace = map(json.loads, entries(client, f"/{html.unescape(address)}"))
    assert reject["op"], reject["article"] == ("reject", "duck")
    assert reject["anchor"] == {"exact": "Freedonia is taking part in Exercise Duck.", "start": 0}
    stated = ["exercise-duck status Underway", "freedonia participatesIn exercise-duck"]
    assert reject["rejects"] == stated == replace["statements"]


def test_a_thing_has_entries_that_rename_merge_and_withdraw_it(client: Client) -> None:
    rows = [json.loads(line) for line in entries(client, "/correct?thing=freedonia")]
    assert rows == [
        {"op": "name", "thing": "freedonia", "label": "Freedonia"},
        {"op": "merge", "keep": "", "drop": "freedonia"},
        {"op": "withdraw", "thing": "freedonia"},
    ]


@pytest.mark.parametrize(
    "what", ["claim=duck%23claim-0", "thing=nobody", "claim=%20", "thing=a%3C"]
)
def test_what_is_unknown_has_no_entry(client: Client, what: str) -> None:
    assert client.get(f"/correct?{what}", "text/html").status == 404


def test_entries_of_the_site_take_every_claim_out_of_the_next_build(seeds: Path) -> None:
    log = str(seeds / "articles" / "curation.jsonl")
    enter = ["curate", "--log", log, "enter", "--author", "Ann", "--reason", "to see it go"]
    with serving(seeds / "out", seeds / "log") as client:
        query = "SELECT ?claim { ?claim a <https://w3id.org/entente/ontology#Claim> }"
        answer = client.query(query, "text/csv").text.split()[1:]
        assert len(answer) > 50
        offered = [entries(client, f"/correct?claim={quote(claim, safe='')}") for claim in answer]
    replaced = CliRunner().invoke(
        main, [*enter, "--lacking", "nothing"], input="\n".join(lines[1] for lines in offered)
    )
    assert replaced.exit_code == 0, replaced.output
    Path(log).unlink()
    rejected = CliRunner().invoke(main, enter, input="\n".join(lines[0] for lines in offered))
    assert rejected.exit_code == 0, rejected.output
    before = read_manifest(current_snapshot(seeds / "out")).id
    build(seeds)
    with serving(seeds / "out", seeds / "log") as client:
        gone = client.get(f"/correct?claim={quote(answer[0], safe='')}", "text/html")
        where = f"/release/{before}{answer[0].removeprefix(BASE[:-1])}"
        assert gone.status == 410
        assert f'href="{where}"' in gone.text
        assert client.get(where.partition("#")[0], "text/html").text.count(where.partition("#")[2])
    assert read_manifest(current_snapshot(seeds / "out")).counts["claims"] == 0


def test_a_page_made_outside_a_request_names_nobody() -> None:
    assert ASKED.get(Asked()) == Asked("", "correct")

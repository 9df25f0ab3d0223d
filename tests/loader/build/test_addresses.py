"""What a build writes down of addresses that were published and are no longer described."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result
from pyoxigraph import NamedNode, Quad, Store

from loader.articles.model import Article
from loader.build.addresses import described
from loader.build.pipeline import build
from loader.build.plan import Settings, Sources
from loader.build.report import Report
from loader.claims import Reading, Ref, Statement
from loader.cli import main
from loader.reference import load_reference
from ontology.dataset import RELEASES, STORE, current_snapshot, read_manifest
from ontology.iris import Base
from ontology.ledger import LEDGER, Gone, last_words, read_ledger
from tests.support.readings import build_small, read_small, small_article

ONE, TWO = small_article(1), small_article(2)
TEXT = "Denmark will lead Exercise Cold Shoal in the Kattegat next year, with Iceland and Norway.\n"


def ledger(out: Path) -> dict[str, Gone]:
    return last_words(read_ledger(out / LEDGER))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def read_renamed(article: Article) -> Reading:
    """Read as ``read_small`` does, with other slugs for the exercise and the place."""
    reading = read_small(article)
    new = {"kattegat": "the-kattegat"}
    things = {
        new.get(slug, slug): replace(thing, slug=new.get(slug, slug))
        for slug, thing in reading.things.items()
    }
    claims = tuple(
        replace(claim, statements=tuple(_renamed(one, new) for one in claim.statements))
        for claim in reading.claims
    )
    mentions = tuple(replace(m, thing=new.get(m.thing, m.thing)) for m in reading.mentions)
    return replace(reading, things=things, claims=claims, mentions=mentions)


def _renamed(statement: Statement, new: dict[str, str]) -> Statement:
    told = statement.object
    if isinstance(told, Ref) and told.slug in new:
        return replace(statement, object=Ref(new[told.slug]))
    return statement


def test_a_first_build_has_nothing_to_write_down(tmp_path: Path) -> None:
    build_small(tmp_path, [ONE, TWO])
    assert ledger(tmp_path) == {}


def test_what_is_described_no_longer_is_withdrawn_with_the_last_snapshot(tmp_path: Path) -> None:
    first = build_small(tmp_path, [ONE, TWO])
    second = build_small(tmp_path, [ONE])
    gone = ledger(tmp_path)
    assert {"article/cold-shoal-2", "id/exercise-cold-shoal-2"} <= gone.keys()
    assert "id/kattegat" not in gone
    assert {entry.snapshot for entry in gone.values()} == {first.id}
    assert {entry.became for entry in gone.values()} == {None}
    assert any("answer 410 from now on" in note for note in second.notes)


def test_every_address_of_the_snapshot_before_is_described_or_in_the_ledger(tmp_path: Path) -> None:
    before = current_store(build_small(tmp_path, [ONE, TWO]))
    old = described(before, Base()).paths
    after = described(current_store(build_small(tmp_path, [ONE])), Base()).paths
    assert len(old - after) >= 3
    assert old <= after | ledger(tmp_path).keys()


def test_a_thing_that_has_another_slug_now_leads_there(tmp_path: Path) -> None:
    build_small(tmp_path, [ONE])
    build_small(tmp_path / "cacheless", [ONE])
    settings = Settings(tmp_path, Base(), "2031-01-02T00:00:00Z")
    other = replace(ONE, title="Read anew")
    build(Sources([other], load_reference()), settings, read_renamed)
    moved = ledger(tmp_path)["id/kattegat"]
    assert moved.became == "id/the-kattegat"
    assert "Kattegat" in moved.reason


def test_the_ledger_beside_the_articles_wins_and_is_checked(tmp_path: Path) -> None:
    build_small(tmp_path, [ONE, TWO])
    mine = (
        Gone("id/exercise-cold-shoal-2", "id/exercise-cold-shoal-1", "The same exercise."),
        Gone("id/kattegat", None, "Too early."),
        Gone("id/nowhere", "id/nowhere-else", "A slip."),
    )
    settings = Settings(tmp_path, Base(), "2031-01-02T00:00:00Z")
    report = build(Sources([ONE], load_reference(), ledger=mine), settings, read_small)
    assert ledger(tmp_path)["id/exercise-cold-shoal-2"].became == "id/exercise-cold-shoal-1"
    assert "id/kattegat is in the ledger, but described" in report.notes
    assert any("id/nowhere became id/nowhere-else" in note for note in report.notes)


def test_judged_addresses_are_no_loss(tmp_path: Path) -> None:
    store = Store()
    base = Base()
    same = NamedNode("http://www.w3.org/2002/07/owl#sameAs")
    store.add(Quad(base.thing("old"), same, base.thing("new"), base.graph("curated")))
    assert described(store, base).paths == {"id/old", "id/new"}


def test_dumps_of_snapshots_that_go_are_kept(tmp_path: Path) -> None:
    ids = [build_small(tmp_path, [small_article(n)], kept=1).id for n in (1, 2, 3)]
    kept = tmp_path / RELEASES
    assert {path.name for path in kept.glob("*.nq.gz")} == {f"{one}.nq.gz" for one in ids[:2]}
    assert {path.name for path in kept.glob("*.json")} == {f"{one}.json" for one in ids[:2]}


def test_an_article_is_withdrawn_by_command(tmp_path: Path) -> None:
    folder, out = tmp_path / "texts", tmp_path / "out"
    folder.mkdir()
    for name in ("shoal", "other"):
        (folder / f"{name}.txt").write_text(TEXT + name, encoding="utf-8")
    assert run("build", folder, "--out", out, "--workers", 1).exit_code == 0
    signed = ("--articles", folder, "--author", "Ann Berg", "--reason", "Its publisher asked")
    assert run("withdraw", "article/nothing", *signed).exit_code == 2
    assert run("withdraw", "shoal", *signed).exit_code == 2
    assert run("withdraw", "article/shoal", *signed).exit_code == 0
    assert run("build", folder, "--out", out, "--workers", 1).exit_code == 0
    assert read_manifest(current_snapshot(out)).counts["articles"] == 1
    gone = ledger(out)["article/shoal"]
    assert gone.became is None
    assert gone.reason.startswith("Its publisher asked. (Ann Berg, ")


def test_a_thing_is_withdrawn_by_command(tmp_path: Path) -> None:
    signed = ("--articles", tmp_path, "--author", "Ann Berg", "--reason", "A misreading")
    assert run("withdraw", "id/atlantis", *signed).exit_code == 0
    assert '"op": "withdraw"' in (tmp_path / "curation.jsonl").read_text()


def current_store(report: Report) -> Store:
    return Store.read_only(str(report.folder / STORE))

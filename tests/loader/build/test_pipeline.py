"""The build as a whole: the same snapshot from the same input, and nothing lost on the way."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from loader.articles.model import Article
from loader.build import vetting
from loader.build.compile import UnfitError
from loader.build.gather import NothingBuiltError, distinct
from loader.build.pipeline import build
from loader.build.plan import Curation, Settings, Sources
from loader.build.pool import Rejected
from loader.build.report import Report
from loader.claims import Claim, Code, Reading, Ref, Statement, Thing
from loader.errors import LoaderError
from loader.reference import load_reference
from ontology.dataset import DUMP, MANIFEST, STORE, current_snapshot, read_manifest
from ontology.iris import Base
from tests.support.readings import (
    build_small,
    die,
    read_or_refuse,
    read_slowly,
    read_small,
    small_article,
)

ROOT = Path(__file__).parents[3]
ARTICLES = [small_article(number) for number in (1, 2, 3, 4)]


def run(
    out: Path,
    articles: Sequence[Article] = ARTICLES,
    read: Callable[[Article], Reading] = read_small,
    **options: object,
) -> Report:
    return build_small(out, articles, read, **options)


def dump(out: Path) -> bytes:
    return gzip.decompress((current_snapshot(out) / DUMP).read_bytes())


def test_order_and_number_of_workers_do_not_change_a_byte(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    run(first)
    run(second, ARTICLES[::-1], read_slowly, workers=3)
    assert (current_snapshot(first) / DUMP).read_bytes() == (
        current_snapshot(second) / DUMP
    ).read_bytes()


def test_the_hash_seed_does_not_change_a_byte(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "tests.support.gold", str(tmp_path / seed)]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    assert dump(tmp_path / "1") == dump(tmp_path / "2")


def test_a_second_build_reads_nothing_anew(tmp_path: Path) -> None:
    def refuse(article: Article) -> Reading:
        raise AssertionError(f"{article.slug} was read again")

    first = run(tmp_path)
    again = run(tmp_path, read=refuse)
    assert again.id == first.id
    assert again.folder == first.folder


def test_what_was_found_fit_is_not_held_against_the_shapes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(tmp_path)
    seen: list[str] = []

    def look(reading: Reading, *_: object) -> tuple[()]:
        seen.append(reading.article)
        return ()

    monkeypatch.setattr(vetting, "violations", look)
    assert run(tmp_path, [*ARTICLES, small_article(5)]).id != first.id
    assert seen == ["cold-shoal-5"]


def test_a_removed_article_leaves_nothing_behind(tmp_path: Path) -> None:
    run(tmp_path)
    run(tmp_path, ARTICLES[:-1])
    assert b"cold-shoal-4" not in dump(tmp_path)
    assert b"cold-shoal-3" in dump(tmp_path)
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 3


def test_the_manifest_tells_what_the_snapshot_is(tmp_path: Path) -> None:
    report = run(tmp_path)
    manifest = read_manifest(current_snapshot(tmp_path))
    assert manifest.id == report.id == report.folder.name
    assert manifest.created == "2031-01-01T00:00:00Z"
    assert manifest.counts["articles"] == 4
    assert manifest.counts["claims"] == 12
    assert manifest.counts["quads"] == len(dump(tmp_path).splitlines())
    assert manifest.counts["quads"] == len(Store.read_only(str(report.folder / STORE)))
    assert len(manifest.checks) >= 20
    assert "2031-01-01" not in dump(tmp_path).decode()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_article_costs_only_itself(tmp_path: Path, workers: int) -> None:
    articles = [*ARTICLES, small_article(13), small_article(14)]
    report = run(tmp_path, articles, read_or_refuse, workers=workers)
    assert report.counts["articles"] == 4
    thirteen, fourteen = report.rejected
    assert str(thirteen) == "cold-shoal-13.txt: it is about the number thirteen; leave it out"
    assert "IndexError: no fourteenth floor" in fourteen.reason
    assert "readings.py:" in fourteen.reason
    assert read_manifest(report.folder).rejected == [str(thirteen), str(fourteen)]


def test_a_process_that_dies_costs_only_its_article(tmp_path: Path) -> None:
    report = run(tmp_path, [*ARTICLES, small_article(15)], read_or_refuse, workers=2)
    assert report.counts["articles"] == 4
    (rejected,) = report.rejected
    assert rejected.source == "cold-shoal-15.txt"
    assert "died" in rejected.reason


def test_processes_that_keep_dying_end_the_build_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(LoaderError, match="5 processes in a row died"):
        run(tmp_path, [small_article(number) for number in range(1, 9)], die, workers=2)


def test_strict_publishes_nothing_when_an_article_is_bad(tmp_path: Path) -> None:
    with pytest.raises(NothingBuiltError, match="number thirteen"):
        run(tmp_path, [*ARTICLES, small_article(13)], read_or_refuse, strict=True)
    assert not (tmp_path / "current").exists()


def test_no_article_is_no_snapshot(tmp_path: Path) -> None:
    settings = Settings(tmp_path, Base(), "2031-01-01T00:00:00Z")
    with pytest.raises(NothingBuiltError, match="no article"):
        build(Sources([], load_reference()), settings, read_small)


def test_articles_that_repeat_a_slug_or_a_text_are_left_out() -> None:
    one = small_article(1)
    same_slug = replace(small_article(2), slug=one.slug)
    same_text = replace(one, slug="other", source="z.txt")
    kept, repeated = distinct([same_text, same_slug, one])
    assert kept == [one]
    assert [rejected.source for rejected in repeated] == ["cold-shoal-2.txt", "z.txt"]
    assert "cold-shoal-1.txt" in repeated[0].reason


def test_the_same_bytes_from_another_publisher_are_kept() -> None:
    one = small_article(1, publisher="Navy of Denmark")
    reprint = replace(one, slug="reprint", source="z.txt", publisher="Sound Herald")
    assert distinct([reprint, one]) == ([one, reprint], [])


def with_statement(reading: Reading, *more: Statement) -> Reading:
    led, *others = reading.claims
    return replace(reading, claims=(replace(led, statements=(*led.statements, *more)), *others))


def read_in_circles(article: Article) -> Reading:
    reading, exercise = read_small(article), Ref("exercise-cold-shoal-9")
    if exercise.slug not in reading.things:
        return reading
    return with_statement(reading, Statement(exercise, "follows", exercise))


def test_a_claim_that_breaks_a_check_is_left_out_and_the_rest_published(tmp_path: Path) -> None:
    report = run(tmp_path, [small_article(1), small_article(9)], read_in_circles)
    assert report.counts["claims"] == 5
    (note,) = report.notes
    assert note.startswith("cold-shoal-9: a claim was left out, by check no-cycles: ")


def test_with_strict_a_broken_check_publishes_nothing(tmp_path: Path) -> None:
    first = run(tmp_path)
    with pytest.raises(UnfitError, match=r"no-cycles(?s:.)*exercise-cold-shoal-9"):
        run(tmp_path, [small_article(9)], read_in_circles, strict=True)
    assert current_snapshot(tmp_path) == first.folder
    assert {path.name for path in (tmp_path / "snapshots").iterdir()} == {first.id}


def test_a_breach_that_is_no_claims_fault_publishes_nothing(tmp_path: Path) -> None:
    node = NamedNode("https://elsewhere.example/graph")

    def curate(readings: Sequence[Reading], _: Sequence[Article]) -> Curation:
        return Curation(readings, (Quad(node, node, node, node),))

    sources = Sources(ARTICLES, load_reference())
    settings = Settings(tmp_path, Base(), "2031-01-01T00:00:00Z")
    with pytest.raises(UnfitError, match="graphs-known"):
        build(sources, settings, read_small, curate=curate)
    assert not (tmp_path / "current").exists()


def misread(article: Article) -> Reading:
    wrong = Statement(Ref("exercise-cold-shoal-9"), "status", Code("Splendid"))
    return with_statement(read_small(article), wrong)


def test_a_claim_that_does_not_fit_the_shapes_is_left_out_and_reported(tmp_path: Path) -> None:
    report = run(tmp_path, [small_article(9)], misread)
    assert report.counts["claims"] == 2
    (note,) = report.notes
    assert note.startswith("cold-shoal-9.txt: 1 claims left out: ")
    assert "Splendid" in note
    assert b"Splendid" not in dump(tmp_path)


def shout(article: Article) -> Reading:
    reading = read_small(article)
    passage = replace(reading.passages[0], end=reading.passages[0].start)
    return replace(reading, passages=(passage, *reading.passages[1:]))


def test_an_article_whose_passages_do_not_fit_the_shapes_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(NothingBuiltError, match=r"cold-shoal-9\.txt.*does not fit the shapes"):
        run(tmp_path, [small_article(9)], shout)


def test_curation_comes_between_reading_and_publishing(tmp_path: Path) -> None:
    def curate(readings: Sequence[Reading], _: Sequence[Article]) -> Curation:
        bare = [replace(reading, claims=reading.claims[:1]) for reading in readings]
        return Curation(bare, notes=("an entry no longer applies",))

    sources = Sources(ARTICLES, load_reference(), (Rejected("x.bin", "binary"),))
    settings = Settings(tmp_path, Base(), "2031-01-01T00:00:00Z")
    report = build(sources, settings, read_small, curate=curate)
    assert report.counts["claims"] == 4
    assert report.notes == ("an entry no longer applies",)
    assert "left out x.bin: binary" in report.text()


def test_another_base_moves_every_address_of_the_dataset(tmp_path: Path) -> None:
    run(tmp_path, base=Base("https://data.example/"))
    assert b"localhost" not in dump(tmp_path)
    assert b"<https://data.example/id/denmark>" in dump(tmp_path)
    assert (current_snapshot(tmp_path) / MANIFEST).is_file()


def refuse(article: Article) -> Reading:
    """Read a part in an exercise that is denied, and nothing else of it."""
    reading = read_small(article)
    part = Thing(f"{article.slug}-part", ("Participation",), "Its part", named=False)
    said = (
        Statement(Ref(part.slug), "activity", Ref("exercise-cold-shoal-1")),
        Statement(Ref(part.slug), "participant", Ref("denmark")),
        Statement(Ref(part.slug), "status", Code("Completed")),
    )
    denied = Claim(0, said, "rule:takes-part", "Denied")
    things = {**reading.things, part.slug: part}
    return replace(reading, things=things, claims=(*reading.claims, denied))


def test_a_part_that_is_denied_is_whole_in_the_claims_graph(tmp_path: Path) -> None:
    report = run(tmp_path, [small_article(1)], refuse)
    assert report.counts["claims"] == 4
    assert report.notes == ()

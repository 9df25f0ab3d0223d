"""``score`` and ``extract --format gold`` as their users meet them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.articles import Article, read_articles
from loader.cli import main
from loader.reading import read_article
from loader.score import render, run
from loader.score.seeds import seed_cases
from tests.loader.score.house import entity, fact

ROOT = Path(__file__).parents[3]
TEXT = "Denmark leads Exercise Cold Shoal in the Kattegat. Sweden waits, said the ministry.\n"
GOLD = {
    "id": "shoal",
    "dateline": "2031-05-05",
    "entities": [
        entity("dk", "State", "Denmark", wikidata="Q35"),
        entity("se", "State", "Sweden"),
        entity("drill", "Exercise", "Exercise Cold Shoal"),
        entity("kattegat", "Region", "Kattegat"),
    ],
    "facts": [fact("dk", "leads", "drill"), fact("se", "hosts", "drill")],
}


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    texts.mkdir()
    (texts / "shoal.txt").write_text(TEXT, encoding="utf-8")
    (gold / "shoal.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return gold, texts


def test_score_prints_the_table(folders: tuple[Path, Path]) -> None:
    result = call("score", *folders, "--facts", "nowhere")
    assert result.exit_code == 0, result.output
    rows = {line.split("  ")[0]: line.split() for line in result.output.splitlines()}
    assert rows["leads"][1:4] == ["1", "1", "1"]
    assert rows["hosts"][1:4] == ["1", "0", "0"]
    assert "articles/s" in result.output
    assert "peak memory" in result.output
    assert "seeds:" not in result.output


def test_explain_lists_misses_with_the_frames_that_fired(folders: tuple[Path, Path]) -> None:
    result = call("score", *folders, "--facts", "nowhere", "--explain")
    assert "missed  Sweden hosts Exercise Cold Shoal (done)" in result.output
    assert "  1  missed: " in result.output


def test_explain_lists_the_names_that_one_side_alone_has(folders: tuple[Path, Path]) -> None:
    file = folders[0] / "shoal.json"
    gold = {**GOLD, "facts": []}
    gold["entities"] = [
        entity("watch", "Operation", "Denmark leads"),
        entity("dk", "State", "Denmark"),
    ]
    file.write_text(json.dumps(gold), encoding="utf-8")
    lines = call("score", *folders, "--facts", "nowhere", "--explain").output.splitlines()
    assert [line.strip() for line in lines if line.startswith("  name ")] == [
        "name missed 'Denmark leads' Operation at 0: the other has 'Denmark' State",
        "name false  'Exercise Cold Shoal' Exercise at 14: the other has nothing",
        "name false  'Sweden' State at 51: the other has nothing",
    ]


def test_an_article_that_is_left_out_counts_as_one_in_which_nothing_was_found(
    folders: tuple[Path, Path],
) -> None:
    (folders[1] / "shoal.txt").write_text("")
    result = call("score", *folders, "--facts", "nowhere")
    assert result.exit_code == 0, result.output
    assert "left out" in result.output
    assert "all facts                2     0     0" in result.output


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda gold, texts: (texts / "shoal.txt").unlink(), "shoal.txt is not there"),
        (lambda gold, texts: (gold / "shoal.json").unlink(), "there is no gold"),
        (lambda gold, texts: (gold / "shoal.json").write_text("{"), "JSON"),
    ],
)
def test_what_cannot_be_scored_is_told_without_a_trace(
    folders: tuple[Path, Path], spoil: object, words: str
) -> None:
    assert callable(spoil)
    spoil(*folders)
    result = call("score", *folders, "--facts", "nowhere")
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


def test_extract_writes_one_gold_file_a_text(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (folders[1] / "shoal.toml").write_text('published = "2031-05-05"\n')
    out = tmp_path / "out"
    result = call("extract", folders[1], "--format", "gold", "--out", out, "--workers", 1)
    assert result.exit_code == 0, result.output
    rows = json.loads((out / "shoal.json").read_text(encoding="utf-8"))
    assert rows["id"] == "shoal"
    assert rows["dateline"] == "2031-05-05"
    assert {"s", "p", "o", "q", "status", "sentence", "start", "end"} <= set(rows["facts"][0])
    for one in rows["entities"]:
        for mention in one["mentions"]:
            assert TEXT[mention["start"] : mention["end"]] == mention["text"]


def test_the_facts_file_of_the_seeds_gives_their_gold() -> None:
    articles = [one for one in read_articles([ROOT / "seeds"]) if isinstance(one, Article)]
    cases = seed_cases(ROOT / "tests" / "gold" / "facts.json", articles)
    assert len(cases) == 2
    assert sum(len(case.gold.facts) for case in cases) >= 70
    assert all(
        entity.mentions for case in cases for entity in case.gold.entities.values() if entity.names
    )
    result = run(cases, read_article)
    assert sum(len(one.unsupported) for one in result.articles) == 0
    assert "all facts" in render(result)

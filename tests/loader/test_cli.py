"""The loader's command line, as its users meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.cli import main
from ontology.dataset import current_snapshot, read_manifest

ROOT = Path(__file__).parents[2]
TEXT = """Denmark will lead Exercise Cold Shoal in the Kattegat next year. The exercise will be held
with Iceland. Defence Minister Karin Holm of Denmark said: “We stand with Iceland.”
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "shoal.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_build_publishes_a_snapshot_and_reports_it(texts: Path, tmp_path: Path) -> None:
    result = run("build", texts, "--out", tmp_path / "out", "--workers", 1)
    assert result.exit_code == 0, result.output
    folder = current_snapshot(tmp_path / "out")
    assert f"published {folder}" in result.output
    manifest = read_manifest(folder)
    assert manifest.base == "http://localhost:8000/"
    assert manifest.counts["articles"] == 1
    assert manifest.created.endswith("+00:00")


def test_a_rejected_article_is_told_and_shows_in_the_status(texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_text("")
    result = run("build", texts, "--out", tmp_path / "out", "--workers", 1)
    assert result.exit_code == 1
    assert f"left out {texts / 'empty.txt'}: " in result.output


def test_strict_publishes_nothing_and_says_why(texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_text("")
    result = run("build", texts, "--out", tmp_path / "out", "--strict", "--workers", 1)
    assert result.exit_code == 2
    assert "empty.txt" in result.output
    assert not (tmp_path / "out" / "current").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "nowhere"], "nowhere"),
        (["build", "--base", "localhost"], "cannot be a base"),
        (["build", "--workers", "0"], "--workers"),
        (["dump", "--out", "nowhere"], "entente-load build"),
        (["check", "nowhere"], "nowhere"),
        (["extract"], "PLACES"),
        (["extract", "nowhere", "--out", "x"], "nowhere"),
        (["frobnicate"], "frobnicate"),
        (["explain", "Denmark leads.", "--published", "yesterday"], "'yesterday' is no date"),
        (["explain", "Denmark \udcff leads."], "give it as UTF-8"),
    ],
)
def test_wrong_usage_is_told_without_a_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_articles_is_wrong_usage(tmp_path: Path) -> None:
    result = run("build", tmp_path, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "no article" in result.output


def test_an_entry_of_the_log_that_is_not_well_formed_is_told_by_line(
    texts: Path, tmp_path: Path
) -> None:
    (texts / "curation.jsonl").write_text("{}\n")
    result = run("build", texts, "--out", tmp_path / "out", "--workers", 1)
    assert result.exit_code == 2
    assert "curation.jsonl:1" in result.output
    assert run("build", texts, "--out", tmp_path / "out", "--no-curation").exit_code == 0


def test_extract_writes_each_claim_with_its_sentence_and_offsets(
    texts: Path, tmp_path: Path
) -> None:
    result = run("extract", texts, "--out", tmp_path / "claims", "--workers", 1)
    assert result.exit_code == 0, result.output
    lines = (tmp_path / "claims" / "shoal.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    for row in map(json.loads, lines):
        assert TEXT[row["start"] : row["end"]] == row["sentence"]
        assert row["statements"]


def test_extract_tells_in_its_status_what_it_could_not_read(texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_text("")
    result = run("extract", texts, "--out", tmp_path / "claims", "--workers", 1)
    assert result.exit_code == 1
    assert f"left out {texts / 'empty.txt'}: " in result.output
    (texts / "shoal.txt").unlink()
    assert run("extract", texts, "--out", tmp_path / "claims").exit_code == 2


def test_dump_writes_the_canonical_quads(texts: Path, tmp_path: Path) -> None:
    run("build", texts, "--out", tmp_path / "out", "--workers", 1)
    lines = run("dump", "--out", tmp_path / "out").output.splitlines()
    assert lines == sorted(lines)
    assert len(lines) == read_manifest(current_snapshot(tmp_path / "out")).counts["quads"]


def test_a_dump_that_its_reader_cuts_short_ends_without_a_word(texts: Path, tmp_path: Path) -> None:
    run("build", texts, "--out", tmp_path / "out", "--workers", 1)
    load = Path(sys.executable).with_name("entente-load")
    dump: list[str | Path] = [load, "dump", "--out", tmp_path / "out"]
    with subprocess.Popen(dump, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(
    texts: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file")
    result = run("build", texts, "--out", tmp_path / "taken", "--workers", 1)
    assert result.exit_code == 2
    assert str(tmp_path / "taken") in result.output
    assert "give another path" in result.output


def test_explain_shows_how_a_sentence_is_read() -> None:
    result = run("explain", "Denmark will lead Exercise Cold Shoal.", "--published", "2031-05-04")
    assert result.exit_code == 0
    assert "Denmark/NNP" in result.output


def test_check_prints_what_rules_and_curation_find() -> None:
    result = run("check")
    assert result.exit_code == 0, result.output
    assert "Rules alone" in result.output


def test_progress_goes_to_standard_error_as_plain_lines(texts: Path, tmp_path: Path) -> None:
    program = [sys.executable, "-c", "from loader.cli import main; main()", "build", str(texts)]
    program += ["--out", str(tmp_path / "out")]
    ended = subprocess.run(program, capture_output=True, text=True, check=True, cwd=ROOT)
    assert ended.stdout.startswith("published ")
    assert "read (1): " in ended.stderr
    assert "\x1b" not in ended.stderr


def test_every_verb_explains_itself() -> None:
    for name in main.commands:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "Usage:" in result.output

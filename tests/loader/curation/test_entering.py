"""Entries that were made elsewhere are added whole, checked against their articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.curation.commands import curate
from loader.curation.log import load_log

TEXT = "Samoa and Tonga will hold Exercise Coral Shield next July. A patrol boat will take part.\n"
ANCHOR = {"exact": "A patrol boat will take part.", "prefix": "next July. ", "suffix": "\n"}
REJECT = {"op": "reject", "article": "coral", "anchor": ANCHOR, "rejects": ["boat near apia"]}
REPLACE = REJECT | {"op": "replace", "statements": ["boat near samoa"], "lacking": ""}
SIGNED = ("--author", "Ann Other", "--reason", "the sentence says so")


def run(folder: Path, text: str, *words: str) -> Result:
    (folder / "coral.txt").write_text(TEXT)
    log = ["--log", str(folder / "curation.jsonl"), "enter"]
    return CliRunner().invoke(curate, [*log, *words], input=text)


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_what_a_line_leaves_open_is_filled_in(tmp_path: Path) -> None:
    result = run(tmp_path, lines(REJECT, REPLACE), *SIGNED, "--lacking", "frames for places")
    assert result.exit_code == 0, result.output
    first, second = map(json.loads, (tmp_path / "curation.jsonl").read_text().splitlines())
    assert (first["author"], second["author"]) == ("Ann Other", "Ann Other")
    assert "lacking" not in first
    assert second["lacking"] == "frames for places"
    assert len(load_log(tmp_path / "curation.jsonl").entries) == 2


def test_what_a_line_says_itself_stays(tmp_path: Path) -> None:
    whole = REJECT | {"author": "Bo", "date": "2031-01-01", "reason": "a slip"}
    assert run(tmp_path, lines(whole), *SIGNED).exit_code == 0
    (line,) = (tmp_path / "curation.jsonl").read_text().splitlines()
    assert json.loads(line) == whole


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        (lines(REJECT), (), "an entry needs 'author'"),
        (lines(REJECT, REPLACE), SIGNED, "'lacking'"),
        (lines(REJECT | {"article": "corral"}), SIGNED, "no article 'corral'"),
        (lines(REJECT | {"anchor": {"exact": "near Apia"}}), SIGNED, "are gone from the article"),
        (lines(["reject"]), SIGNED, "not a JSON object"),
        ("reject it", SIGNED, "not JSON"),
        ("", SIGNED, "no entry"),
    ],
)
def test_a_wrong_line_is_refused_and_nothing_written(
    tmp_path: Path, text: str, words: tuple[str, ...], reason: str
) -> None:
    result = run(tmp_path, text, *words)
    assert result.exit_code == 2
    assert reason in result.output
    assert not (tmp_path / "curation.jsonl").exists()

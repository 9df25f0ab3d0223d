from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.cli import main
from tests.loader.check.readings import FACTS, ROOT

ROW = {
    "op": "add",
    "author": "Ann Other",
    "date": "2031-08-02",
    "reason": "for the test",
    "lacking": "nothing",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in (ROOT / "seeds").glob("*.t*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, words)])


def test_the_seeds_are_measured_with_rules_alone(folder: Path) -> None:
    result = run(folder, "--no-curation", "--facts", FACTS)
    assert result.exit_code == 0, result.output
    assert "Rules alone" in result.output
    assert "Rules and curation log" not in result.output


def test_a_curated_claim_adds_a_fact_found_by_hand(folder: Path) -> None:
    note = next(f for f in json.loads(FACTS.read_text())["facts"] if f["relation"] == "skos:note")
    text = (folder / "000_156a7cccb437b179.txt").read_text()
    words = text[note["sentence"]["start"] : note["sentence"]["end"]]
    war = {"slug": note["subject"], "types": ["Conflict"], "label": "A war", "named": False}
    statement = f"{note['subject']} skos:note {json.dumps(note['object'], ensure_ascii=False)}"
    entry = ROW | {"article": "uk-new-zealand", "anchor": {"exact": words}, "things": [war]}
    entry |= {"statements": [statement]}
    (folder / "curation.jsonl").write_text(json.dumps(entry) + "\n")
    facts = ("--facts", FACTS)
    before = run(folder, "--no-curation", *facts).output
    after = run(folder, *facts).output
    assert after.startswith(before[: before.index("By relation")])
    rows = [line.split() for line in after.splitlines() if line.startswith("notes")]
    assert [row[3] for row in rows] == ["0", "1"]


def test_what_awaits_judgement_is_printed_as_a_file_to_fill_in(folder: Path) -> None:
    facts = folder / "facts.json"
    facts.write_bytes(FACTS.read_bytes())
    result = run(folder, "--unjudged", "--facts", facts)
    rows = json.loads(result.output)
    assert all(row["verdict"] == "" and row["statement"] for row in rows)


def test_a_folder_without_the_articles_of_the_facts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "coral.txt").write_text("Samoa and Tonga will hold an exercise next July.\n" * 3)
    result = run(tmp_path, "--facts", FACTS)
    assert result.exit_code == 2
    assert "not among the articles read" in result.output

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.curation import load_log
from loader.curation.commands import curate
from loader.curation.model import Edit

TEXT = (
    "Samoa and Tonga will hold Exercise Coral Shield next July. A Samoan patrol boat will take "
    "part in it.\nThe exercise is to take place near Apia, the Tongan minister said on Monday.\n"
)
SIGNED = ("--author", "Ann Other", "--date", "2031-08-02", "--reason", "the sentence says so")
CLAIM = ("--lacking", "frames for places", "--statement", "coral-shield near apia")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "coral.txt").write_text(TEXT)
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(curate, ["--log", str(folder / "curation.jsonl"), *words])


def only(folder: Path) -> dict[str, object]:
    (line,) = (folder / "curation.jsonl").read_text().splitlines()
    found: dict[str, object] = json.loads(line)
    return found


def test_an_added_claim_is_anchored_in_the_article(folder: Path) -> None:
    quoted = ("--article", "coral", "--quote", "take place near Apia")
    thing = ("--thing", "coral-shield Exercise,TrainingProgramme Coral Shield")
    result = run(folder, "add", *quoted, *CLAIM, *SIGNED, *thing, "--cue", "is to")
    assert result.exit_code == 0, result.output
    (entry,) = load_log(folder / "curation.jsonl").entries
    assert isinstance(entry, Edit)
    start = TEXT.index("take place near Apia")
    assert entry.anchor.start == start
    assert entry.anchor.prefix == TEXT[start - 32 : start]
    assert entry.things[0].types == ("Exercise", "TrainingProgramme")
    assert (entry.modality, entry.cue) == ("Asserted", "is to")


def test_a_claim_with_a_speaker_is_quoted(folder: Path) -> None:
    quoted = ("--article", "coral", "--quote", "near Apia", "--speaker", "tonga")
    assert run(folder, "add", *quoted, *CLAIM, *SIGNED).exit_code == 0
    assert only(folder)["modality"] == "Quoted"


def test_a_thing_without_a_name_is_marked_so(folder: Path) -> None:
    thing = ("--thing", "coral-boat Vessel ~Samoan patrol boat (unnamed)")
    quoted = ("--article", "coral", "--quote", "near Apia")
    assert run(folder, "add", *quoted, *CLAIM, *SIGNED, *thing).exit_code == 0
    assert only(folder)["things"] == [
        {
            "slug": "coral-boat",
            "types": ["Vessel"],
            "label": "Samoan patrol boat (unnamed)",
            "named": False,
        }
    ]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (
            ("reject", "--article", "coral", "--quote", "near Apia", "--rejects", "a near apia"),
            {"rejects": ["a near apia"]},
        ),
        (("merge", "coral-shield", "the-exercise"), {"keep": "coral-shield"}),
        (("distinct", "samoa", "tonga"), {"things": ["samoa", "tonga"]}),
        (("name", "the-exercise", "--slug", "coral-shield"), {"slug": "coral-shield"}),
        (("withdraw", "the-exercise"), {"thing": "the-exercise"}),
    ],
)
def test_each_operation_writes_one_entry(
    folder: Path, words: tuple[str, ...], fields: dict[str, object]
) -> None:
    result = run(folder, *words, *SIGNED)
    assert result.exit_code == 0, result.output
    written = only(folder)
    assert written["op"] == words[0]
    assert {key: written[key] for key in fields} == fields


def test_a_replacement_holds_both_halves(folder: Path) -> None:
    quoted = ("--article", "coral", "--quote", "near Apia", "--rejects", "a location apia")
    assert run(folder, "replace", *quoted, *CLAIM, *SIGNED).exit_code == 0
    assert {"rejects", "statements", "lacking"} <= only(folder).keys()


def test_an_entry_is_listed_and_retracted_by_its_id(folder: Path) -> None:
    run(folder, "withdraw", "the-exercise", *SIGNED)
    listed = ["", *run(folder, "list").output.split()]
    assert run(folder, "retract", listed[1], *SIGNED).exit_code == 0
    assert [line[0] for line in run(folder, "list").output.splitlines()] == ["-", "-"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--article", "corral", "--quote", "Apia"), "there are: coral"),
        (("--article", "coral", "--quote", "Nuku’alofa"), "are gone from the article"),
        (("--article", "coral", "--quote", "take"), "stand 2 times"),
    ],
)
def test_a_quote_that_is_not_there_once_is_refused_and_nothing_written(
    folder: Path, words: tuple[str, ...], reason: str
) -> None:
    result = run(folder, "add", *words, *CLAIM, *SIGNED)
    assert result.exit_code != 0
    assert reason in result.output
    assert not (folder / "curation.jsonl").exists()


def test_a_statement_with_a_misspelt_term_is_refused_with_the_nearest(folder: Path) -> None:
    quoted = ("--article", "coral", "--quote", "near Apia", "--lacking", "frames")
    result = run(folder, "add", *quoted, "--statement", "a locatoin apia", *SIGNED)
    assert result.exit_code == 2
    assert "did you mean 'location'" in result.output

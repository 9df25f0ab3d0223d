"""Gold files: read with the text, written without it, refused where they are not of the format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loader.errors import DataError
from loader.score import read_annotated, rows_of, write_annotated
from loader.score.files import annotated_from
from tests.loader.score.house import article, entity, fact

TEXT = "Tongan sailors joined the Tonga Navy in Tonga, off the Tongan coast."
RELEASES = Path(__file__).parents[2] / "gold" / "releases"


def spans(text: str, *strings: str) -> list[tuple[int, int, bool]]:
    found = article(text, [entity("t", "State", *strings)]).entities["t"].mentions
    return [(one.start, one.end, one.optional) for one in found]


def test_a_mention_stands_wherever_the_text_has_it_in_whole_words() -> None:
    assert spans(TEXT, "Tonga", "Tongan") == [
        (0, 6, False),
        (26, 31, False),
        (40, 45, False),
        (55, 61, False),
    ]


def test_a_mention_inside_a_longer_one_is_optional() -> None:
    assert spans(TEXT, "Tonga", "Tonga Navy")[:2] == [(26, 31, True), (26, 36, False)]


def test_a_mention_may_run_over_a_line_end() -> None:
    assert spans("the Tonga\nNavy", "Tonga Navy") == [(4, 14, False)]


def test_damaged_letters_that_touch_a_mention_do_not_hide_it() -> None:
    assert spans("Tongaās boats", "Tonga") == [(0, 5, False)]


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    given = article(TEXT, [entity("t", "State", "Tongan")], fact("t", "memberOf", "t", n=3))
    write_annotated(given, tmp_path / "new" / "1.json")
    assert rows_of(read_annotated(tmp_path / "new" / "1.json", TEXT)) == rows_of(given)


def gold(**changed: Any) -> dict[str, Any]:
    rows = {"id": "1", "entities": [entity("t", "State", "Tonga")], "facts": []}
    return rows | changed


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("{", "JSON"),
        ("[]", "malformed"),
        (json.dumps({"entities": []}), "facts"),
        (json.dumps(gold(facts=[fact("t", "likes", "t")])), "likes"),
        (json.dumps(gold(facts=[fact("t", "leads", "t", "maybe")])), "maybe"),
        (json.dumps(gold(facts=[fact("x", "leads", "t")])), "'x'"),
        (
            json.dumps(
                gold(
                    entities=[
                        entity("t", "State")
                        | {"mentions": [{"text": "Fiji", "start": 0, "end": 4}]}
                    ]
                )
            ),
            "does not stand at 0,4",
        ),
    ],
)
def test_what_is_not_of_the_format_is_refused_with_its_place(
    tmp_path: Path, data: str, words: str
) -> None:
    path = tmp_path / "1.json"
    path.write_text(data)
    with pytest.raises(DataError, match=words) as caught:
        read_annotated(path, TEXT)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(("half", "least"), [("even", 9), ("odd", 11)])
def test_the_gold_of_the_releases_is_of_the_format(half: str, least: int) -> None:
    files = sorted((RELEASES / half).glob("*.json"))
    assert len(files) >= least
    for file in files:
        read = annotated_from(json.loads(file.read_text(encoding="utf-8")), "", file.stem)
        assert read.id == file.stem
        assert read.facts

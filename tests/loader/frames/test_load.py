"""Mistakes in frame files are named by file and frame."""

import pytest

from loader.errors import DataError
from loader.frames import is_kind, load_frames, most_specific, read_frames

GOOD = """
[helps]
description = "Somebody helps."
verbs = ["help"]
states = ["who supports whom"]
slots.who = { types = ["State"], verb = ["subject"], required = true }
slots.whom = { types = ["State"], verb = ["object"], required = true }
"""


def test_good_frame_is_read() -> None:
    (frame,) = read_frames([("one.toml", GOOD)])
    assert frame.id == "helps"
    assert [slot.name for slot in frame.slots] == ["who", "whom"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("supports", "adores"), "'adores' is no term of the ontology"),
        (("State", "Kingdom"), "'Kingdom' is no term of the ontology"),
        (("who supports whom", "who supports them"), "'them' in .* is no slot"),
        (("who supports whom", "who supports"), "is no statement"),
        (("verbs", "words"), "unknown key"),
        (("[helps]", "[helps"), "not TOML"),
    ],
)
def test_mistake_is_named_with_file(change: tuple[str, str], message: str) -> None:
    with pytest.raises(DataError, match=message) as raised:
        read_frames([("one.toml", GOOD.replace(*change))])
    assert raised.value.place.startswith("one.toml")


def test_two_frames_of_one_name_are_refused() -> None:
    with pytest.raises(DataError, match="defined twice"):
        read_frames([("one.toml", GOOD), ("two.toml", GOOD)])


def test_frames_are_sorted_by_id() -> None:
    ids = [frame.id for frame in load_frames()]
    assert ids == sorted(ids)


def test_class_tree_follows_the_ontology() -> None:
    assert is_kind(["Vessel"], ["Asset"])
    assert is_kind(["State"], ["Agent"])
    assert is_kind(["State"], ["Place"])
    assert not is_kind(["Asset"], ["Vessel"])
    assert most_specific(["Operation", "Activity", "TrainingProgramme"]) == (
        "Operation",
        "TrainingProgramme",
    )

"""Every frame does on its own examples what they say, and stays away from its counter-examples."""

import pytest

from loader.articles import Article
from loader.claims import Code, Reading, Ref, Term
from loader.frames import Frame, load_frames
from loader.reading import read_article

FRAMES = load_frames()


def read(text: str) -> Reading:
    return read_article(Article("example", text, "0" * 64, "a test", published="2025-06-02"))


def stated(reading: Reading, frame: Frame) -> list[str]:
    def say(term: Term) -> str:
        if isinstance(term, Ref):
            return reading.things[term.slug].label
        return term.name if isinstance(term, Code) else term.text

    return sorted(
        f"{say(s.subject)} | {s.predicate} | {say(s.object)}"
        for claim in reading.claims
        if claim.maker == f"rule:{frame.id}"
        for s in claim.statements
    )


def test_every_frame_has_two_examples_and_a_counter_example() -> None:
    assert len(FRAMES) >= 70
    lacking = [f.id for f in FRAMES if len(f.yes) < 2 or len(f.no) < 1]
    assert lacking == []
    assert all(example.states for frame in FRAMES for example in frame.yes)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_frame_states_what_its_examples_say(frame: Frame) -> None:
    for example in frame.yes:
        assert stated(read(example.text), frame) == sorted(example.states), example.text


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_frame_stays_away_from_its_counter_examples(frame: Frame) -> None:
    for example in frame.no:
        assert stated(read(example.text), frame) == [], example.text

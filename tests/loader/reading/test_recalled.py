"""What lies outside the clause: the event of the sentence before, lists after a colon."""

import pytest

from loader.articles import Article
from loader.claims import Ref
from loader.reading import read_article

EVENT = "Exercise Grey Heron opened on Monday. "


def taking_part(text: str, modality: str = "Asserted") -> set[str]:
    reading = read_article(Article("test", text, "0" * 64, "a test", published="2031-05-14"))
    return {
        reading.things[s.object.slug].label
        for claim in reading.claims
        if claim.modality == modality
        for s in claim.statements
        if s.predicate == "participant" and isinstance(s.object, Ref)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Taking part are Kenya and Oman.",
        "Also participating will be soldiers from Kenya and Oman.",
        "Participating countries are Kenya and Oman.",
        "The following nations participate with ships: Kenya and Oman.",
        "Its crews come from Kenya and Oman.",
        "Teams from Kenya and Oman were present.",
        "In the exercise, Kenya will sail side by side with Oman.",
        "Kenya sent a corvette, and Oman provided two helicopters.",
    ],
)
def test_who_takes_part_in_the_event_of_the_sentence_before(sentence: str) -> None:
    assert taking_part(EVENT + sentence) == {"Kenya", "Oman"}


@pytest.mark.parametrize(
    "sentence",
    ["Kenya stayed away.", "Kenya was absent.", "Kenya skipped the exercise."],
)
def test_who_stays_away_is_said_not_to_take_part(sentence: str) -> None:
    assert taking_part(EVENT + sentence) == set()
    assert taking_part(EVENT + sentence, "Denied") == {"Kenya"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Visiting nations include Kenya and Oman.",
        "Kenya sent observers only.",
        "Kenya was represented by observers.",
        "Kenya sent a corvette to Oman.",
        "Kenya was present at the talks.",
    ],
)
def test_what_tells_of_something_else_is_no_part_in_the_event(sentence: str) -> None:
    assert taking_part(EVENT + sentence) == set()


def test_of_two_events_the_one_that_the_sentence_before_was_about_counts() -> None:
    text = "Exercise Blue Tern ended in May. Exercise Grey Heron, like Blue Tern, is yearly. "
    reading = taking_part(text + "Troops came from Kenya.")
    assert reading == {"Kenya"}

"""Agreements: who signs them, which one a later sentence speaks of, on what, and when."""

import pytest

from tests.support.told import told

SIGNERS = [
    "The defence ministers of Chile and Peru signed an accord on tugs.",
    "The Chilean and Peruvian ministers signed an accord on tugs.",
    "An accord on tugs was signed by the ministers of Chile and Peru.",
    "An accord on tugs was signed between the navies of Chile and Peru.",
    "Chile and Peru spoke of ships. The two ministers signed an accord on tugs.",
    "The Chilean–Peruvian accord on tugs is old.",
    "Chile has an accord with Peru.",
]


@pytest.mark.parametrize("text", SIGNERS)
def test_who_signs_binds_the_states(text: str) -> None:
    parties = {line.split(" > ")[0] for line in told(text, "partyTo")}
    assert parties == {"Chile", "Peru"}


BACK = [
    "Chile and Peru signed a letter of intent on tugs. The document will enter into force in June.",
    "Chile and Peru signed a letter of intent on tugs. It will enter into force in June.",
    "Chile and Peru signed a letter of intent on tugs. It replaces a pact and is to enter into "
    "force in June.",
    "Chile and Peru signed a letter of intent on tugs. The letter takes effect on 3 June.",
]


@pytest.mark.parametrize("text", BACK)
def test_later_sentence_speaks_of_the_same_agreement(text: str) -> None:
    (line,) = told(text, "inForceDate")
    assert line.startswith("Letter of intent of Chile and Peru > 2031-06")


def test_another_kind_of_paper_is_another_agreement() -> None:
    text = "Chile and Peru signed an accord on tugs. The letter of intent came into force in 2024."
    assert told(text, "inForceDate") == {"Letter of intent > 2024"}


def test_agreement_spoken_of_most_is_meant_before_one_named_in_passing() -> None:
    text = (
        "Chile and Peru signed an agreement. The agreement covers tugs. It follows an agreement of "
        "Kenya and Togo. Tugs are small. This agreement takes effect on 3 June."
    )
    assert told(text, "inForceDate") == {"Agreement of Chile and Peru > 2031-06-03"}


def test_pact_with_somebody_else_is_another_agreement() -> None:
    text = "Chile and Peru signed a pact. The pact with Kenya came into force in 2024."
    assert told(text, "inForceDate") == {"Pact of Kenya > 2024"}


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("the 2019 accord", "2019"),
        ("the accord of December 2024", "2024-12"),
        ("the accord dated 12 May 2018", "2018-05-12"),
        ("the 12 May 2018 accord", "2018-05-12"),
    ],
)
def test_date_with_the_noun_is_that_of_the_signature(words: str, date: str) -> None:
    assert {line.split(" > ")[1] for line in told(f"They praised {words}.", "signedDate")} == {date}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They signed a pact on the training of divers in Lima.", "training of divers"),
        ("They signed a pact with Chile about cooperation in mine clearance.",
         "cooperation in mine clearance"),
    ],
)  # fmt: skip
def test_topic_ends_before_places(text: str, topic: str) -> None:
    assert {line.split(" > ")[1] for line in told(text, "topic")} == {topic}


def test_what_takes_effect_on_a_day_to_come_is_planned() -> None:
    text = "The accord between Chile and Peru takes effect on 1 July 2031."
    assert {line.split(" > ")[1] for line in told(text, "status")} == {"Code(name='Planned')"}


def test_sides_are_those_whose_ministers_met() -> None:
    text = (
        "Kenyan Defence Minister Anne Tremblay met Togolese Defence Minister Ana Sousa. Divers of "
        "Chile and Peru were shown. The sides signed a pact for 2032."
    )
    assert {line.split(" > ")[0] for line in told(text, "partyTo")} == {"Kenya", "Togo"}
    assert told(text, "signedDate") == set()


def test_those_who_are_in_talks_negotiate() -> None:
    text = "Chile and Peru are in talks on a basing agreement."
    assert {line.split(" > ")[1] for line in told(text, "status")} == {
        "Code(name='Proposed')",
        "Code(name='Underway')",
    }


def test_what_is_signed_at_a_meeting_is_signed_on_its_day() -> None:
    text = (
        "On 3 May 2031 the ministers of Chile and Peru met in Lima. At the end of the meeting, "
        "the two ministers signed an accord on tugs."
    )
    assert {line.split(" > ")[1] for line in told(text, "signedDate")} == {"2031-05-03"}


def test_day_of_an_earlier_meeting_is_none_of_a_later_signature() -> None:
    text = "On 3 May 2031 the ministers of Chile and Peru met. They signed an accord on tugs."
    assert told(text, "signedDate") == set()

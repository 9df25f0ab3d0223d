"""States: their names, adjectives and people, and their seats for their governments."""

from itertools import pairwise

import pytest

from tests.support.mentions import document_and_mentions, rows

STATES = [
    ("Chile and the Czech Republic agreed.",
     ["Chile | chile | name", "Czech Republic | czechia | name"]),
    ("Chilean sailors met Norwegians.", ["Chilean | chile | adjective",
     "Norwegians | norway | nationals"]),
    ("Turkey, the UAE and the U.K. met.",
     ["Turkey | turkiye | name", "UAE | united-arab-emirates | name",
      "U.K. | united-kingdom | name"]),
    ("A UK-led force and UK ships came.",
     ["UK | united-kingdom | adjective", "UK | united-kingdom | adjective"]),
    ("The Chile-Peru partnership and Peru’s fleet.",
     ["Chile | chile | adjective", "Peru | peru | adjective", "Peru | peru | name"]),
    ("The UKs fleet sailed.", ["UKs | united-kingdom | adjective"]),
    ("They asked us to lead and it is so.", []),
    ("Papua New Guinea and Guinea-Bissau met.",
     ["Papua New Guinea | papua-new-guinea | name", "Guinea-Bissau | guinea-bissau | name"]),
    ("The turkey in the china shop met a pole.", []),
    ("Michael Jordan met Chad Quayle in Atlanta, Georgia.", []),
    ("Sailors left Georgia for Jordan.", ["Georgia | georgia | name", "Jordan | jordan | name"]),
]  # fmt: skip

SEATS = [
    ("Lima’s decision to join was welcome.", ["peru metonym"]),
    ("Quito’s invasion was feared.", ["ecuador metonym"]),
    ("Lima agreed to send a ship.", ["peru metonym"]),
    ("Lima has pledged more aid.", ["peru metonym"]),
    ("Lima and Quito signed a pact.", ["peru metonym", "ecuador metonym"]),
    ("The agreement between Lima and Quito holds.", ["peru metonym", "ecuador metonym"]),
    ("Talks with Warsaw went on.", ["poland metonym"]),
    ("The minister warned Lima.", ["peru metonym"]),
    ("Lima, the last to do so, deposited its paper.", ["peru metonym"]),
    ("Lima, which had called it void, cancelled it.", ["peru metonym"]),
    ("Everyone is negotiating with Lima over it.", ["peru metonym"]),
    ("They agreed to transfer two ships to Lima.", ["peru metonym"]),
    ("Lima was chosen. They sailed to Lima.", ["lima name", "lima name"]),
    ("They met in Lima on Monday.", ["lima name"]),
    ("Flights between Lima and Quito were late.", ["lima name", "quito name"]),
    ("She travelled to Warsaw from Lima.", ["warsaw name", "lima name"]),
    ("Lima’s streets were full.", ["lima name"]),
    ("The Kremlin rejected the offer.", ["russia metonym"]),
    ("They met in The Hague.", ["the-hague name"]),
    ("They stood in front of the White House.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "states"), STATES)
def test_a_state_is_found_by_its_names(text: str, states: list[str]) -> None:
    found = [
        f"{words} | {mention.thing.slug} | {mention.kind}"
        for words, mention in document_and_mentions(text)
        if mention.thing.types == ("State",)
    ]
    assert found == states


@pytest.mark.parametrize(("text", "seats"), SEATS)
def test_a_seat_is_its_government_only_by_an_act_of_will(text: str, seats: list[str]) -> None:
    found = [
        f"{mention.thing.slug} {mention.kind}"
        for _, mention in document_and_mentions(text)
        if mention.thing.types[0] in ("State", "Place")
    ]
    assert found == seats


def test_a_state_inside_a_longer_name_is_no_mention_of_its_own() -> None:
    assert rows("The Royal New Zealand Navy sailed.") == [
        "Royal New Zealand Navy | royal-new-zealand-navy | ArmedForce | name"
    ]


def test_a_name_of_two_things_is_no_mention() -> None:
    assert rows("The Korean and Congolese ships met near Congo.") == []


def test_mentions_stand_in_order_and_apart() -> None:
    text = "Chile’s Defence Minister Inés Carrera met NATO in Lima near HMS Larkspur."
    spans = [(m.first, m.last) for _, m in document_and_mentions(text)]
    assert spans == sorted(spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))

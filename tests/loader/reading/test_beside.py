"""Whose it is, where it is and who made it, by what stands beside a name."""

import pytest

from tests.support.told import told


@pytest.mark.parametrize(
    "text",
    [
        "The radars are made by Nordic Systems in Aarhus. NASAMS missiles were shown.",
        "Peru showed NASAMS missiles. The radars are made by Nordic Systems.",
    ],
)
def test_noun_of_another_kind_does_not_go_back_to_a_named_weapon(text: str) -> None:
    assert "NASAMS > Nordic Systems" not in told(text, "madeBy")


def test_owner_of_the_last_ship_of_a_list_is_not_that_of_the_first() -> None:
    text = "HDMS Absalon and HMCS Ottawa of the Royal Canadian Navy sailed."
    assert told(text, "operatedBy") == {"HMCS Ottawa > Royal Canadian Navy"}


def test_clause_after_whereas_has_its_own_subject() -> None:
    text = "Chile sent ships, whereas the Royal Danish Navy (RDN) operates HDMS Absalon."
    assert told(text, "operatedBy") == {"HDMS Absalon > Royal Danish Navy"}


def test_firm_of_a_state_is_not_based_in_all_of_it() -> None:
    text = "They met Andes Aerospace of Chile."
    assert told(text, "basedIn") == set()
    assert told(text, "headquarteredIn") == {"Andes Aerospace > Chile"}


def test_what_is_counted_by_a_weapons_name_is_that_weapon() -> None:
    text = "The Royal Danish Navy operates 40 NASAMS carts and has NASAMS crews."
    assert told(text, "operatedBy") == {"NASAMS > Royal Danish Navy"}


def test_who_built_what_is_to_be_carried_is_told() -> None:
    text = "Each frigate will carry eight NASAMS missiles, built by Nordic Systems."
    assert told(text, "madeBy") == {"NASAMS > Nordic Systems"}

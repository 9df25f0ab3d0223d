"""Which words of a text refer to which thing."""

from loader.articles import Article
from loader.reading import read_article


def referring(text: str) -> list[str]:
    """Give each mention with the label of its thing, in order."""
    reading = read_article(Article("gazette", text, "", ""))
    return [
        f"{text[one.start : one.end]} = {reading.things[one.thing].label}"
        for one in reading.mentions
    ]


def test_nouns_after_a_name_in_quotes_are_its_own() -> None:
    found = referring("Peru hosts the “Infinity” staff exercise. It led a drill.")
    assert "staff exercise = Infinity" in found


def test_a_force_with_a_capital_is_no_state_that_follows() -> None:
    found = referring("They met the chief of the Air Force and an envoy of Peru.")
    assert "Peru = Peru" in found
    assert not any(row.startswith("the Air Force") for row in found)


def test_a_state_in_an_office_and_a_name_in_brackets_are_noted() -> None:
    found = referring("The Peruvian Defence Minister joined the Zelmar Peace Forum (ZPF).")
    assert "Peruvian = Peru" in found
    assert "ZPF = Zelmar Peace Forum" in found


def test_the_carrier_is_the_ship_that_was_called_one() -> None:
    found = referring(
        "The aircraft carrier USS Merlin and the destroyer USS Corvo sailed. "
        "The carrier, commanded by Capt. Ann Poe, left."
    )
    assert "The carrier = USS Merlin" in found


def test_a_strike_group_is_one_thing_under_its_number_and_its_short_forms() -> None:
    found = referring(
        "The Merlin Carrier Strike Group (CSG 9) sailed. MER CSG ships trained. "
        "Merlin Strike Group is back, and Corvo CSG is at sea."
    )
    assert "MER CSG = Carrier Strike Group 9" in found
    assert "Merlin Strike Group = Carrier Strike Group 9" in found
    assert "Corvo CSG = Corvo CSG" in found


def test_a_ships_air_wing_is_the_one_that_was_named() -> None:
    told = "USS Merlin and Carrier Air Wing 4 sailed. Merlin's embarked air wing is ready."
    assert "Merlin's embarked air wing = Carrier Air Wing 4" in referring(told)
    two = told.replace("4", "4 and Carrier Air Wing 5")
    assert not any(row.endswith("air wing = Carrier Air Wing 4") for row in referring(two))


def test_what_is_done_in_general_is_no_operation() -> None:
    assert not any("patrol" in row for row in referring("Peru's ships conducted maritime patrol."))
    assert any("patrol" in row for row in referring("Peru conducted a maritime patrol."))

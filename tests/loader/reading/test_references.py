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

"""What is one token and what is several."""

import re

import pytest

from loader.text import take_apart

CASES = [
    "The UK|-|Peru pact|.",
    "A Costa Rica|-|headquartered firm",
    "A UK|-|led|, NATO|-|backed force",
    "Hobart|-|class destroyers",
    "A P-8 and an F-35A flew at sub-zero speed|, cutting-edge|.",
    "Long-term plans and long-standing ties",
    "Government-backed loans",
    "non-NATO allies and pro-Ukraine rallies",
    "a state-of-the-art ship|, Commander-in-Chief",
    "Chile|–|Peru trade — and more",
    "Chile|’s navy and the allies|’ plan",
    "Chile|'s navy and the allies|' plan",
    "They do|n’t know and it|’s late|; we|’ll go",
    "They ca|n't go",
    "O’Brien of Sana’a and Côte d’Ivoire",
    "54,000 troops|, 2.5 per cent and 1,200.75 tonnes",
    "£|30 million|, US$|60|m|, A$|2.5|bn|, €|100|million|, NOK 7 bn and $|5",
    "the $|24.4|-|million gift",
    "a 10-day trip in 2024-25 with 155|mm shells",
    "the 1st and 21st of the 1990s",
    "U.S. troops|, Mr. Ruiz and Lt. Col. Roe at 5 p.m. today",
    "He left the U.S.",
    "See https://example.org/a?b=c or write to press@example.org|.",
    "R&D at AT&T",
    "“|We agree|,|” he said|…",
    "the MOD|/|Army (|UK|)",
    "Māori and Ma\u0304ori in Łódź|, naïve",
    "50|% of 3 °|C|, #|1",
]


@pytest.mark.parametrize("marked", CASES)
def test_tokens_are_cut_at_spaces_and_where_the_bars_stand(marked: str) -> None:
    (sentence,) = take_apart(marked.replace("|", "")).sentences
    assert [token.text for token in sentence.tokens] == re.split(r"[ |]", marked)


@pytest.mark.parametrize("text", ["the allies’ plan", "the allies' plan", "Peru’s plan"])
def test_a_possessive_ending_has_its_own_tag(text: str) -> None:
    (sentence,) = take_apart(f"They know {text}.").sentences
    assert [token.text for token in sentence.tokens if token.tag == "POS"] in (["’"], ["'"], ["’s"])


def test_a_quotation_mark_after_a_plural_is_no_possessive() -> None:
    (sentence,) = take_apart("They met ‘our allies’ in Lima.").sentences
    assert "POS" not in [token.tag for token in sentence.tokens]

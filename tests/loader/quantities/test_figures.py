from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.quantities import Quantity, find_quantities
from loader.text import take_apart
from loader.text.model import Sentence

Case = tuple[str, str, str, str | None, str, str | None]

MONEY: list[Case] = [
    ("The pact is worth £30 million.", "£30 million", "30000000", None, "Exactly", "GBP"),
    ("It costs €100million a year.", "€100million", "100000000", None, "Exactly", "EUR"),
    ("It costs €45m.", "€45m", "45000000", None, "Exactly", "EUR"),
    ("They pledged US$60m for radars.", "US$60m", "60000000", None, "Exactly", "USD"),
    ("A deal of A$2.5 billion followed.", "A$2.5 billion", "2500000000", None, "Exactly", "AUD"),
    ("Oslo adds NOK 7 bn.", "NOK 7 bn", "7000000000", None, "Exactly", "NOK"),
    ("Oslo adds NOK7bn.", "NOK7bn", "7000000000", None, "Exactly", "NOK"),
    ("It took 330 million dollars.", "330 million dollars", "330000000", None, "Exactly", "USD"),
    ("It is a $1.2-billion deal.", "$1.2-billion", "1200000000", None, "Exactly", "USD"),
    ("They paid £10-12 million.", "£10-12 million", "10000000", "12000000", "Exactly", "GBP"),
    ("It runs to £1bn to £2bn.", "£1bn to £2bn", "1000000000", "2000000000", "Exactly", "GBP"),
    (
        "It costs between 3 and 5 million euros.",
        "between 3 and 5 million euros",
        "3000000",
        "5000000",
        "Exactly",
        "EUR",
    ),
    ("It cost EUR 3.5 bn.", "EUR 3.5 bn", "3500000000", None, "Exactly", "EUR"),
    ("They spent 20 million Norwegian kroner.", "20 million Norwegian kroner", "20000000", None,
     "Exactly", "NOK"),
    ("Denmark spent 20 million kroner.", "20 million kroner", "20000000", None, "Exactly", "DKK"),
    ("They spent 20 million kroner.", "20 million kroner", "20000000", None, "Exactly", None),
    ("Canada pays $24 million.", "$24 million", "24000000", None, "Exactly", None),
    ("Canada pays C$24 million.", "C$24 million", "24000000", None, "Exactly", "CAD"),
    ("They paid 9 million US dollars.", "9 million US dollars", "9000000", None, "Exactly", "USD"),
    ("It cost 5 billion won.", "5 billion won", "5000000000", None, "Exactly", "KRW"),
    ("More than £3 million went.", "More than £3 million", "3000000", None, "MoreThan", "GBP"),
    ("They spent about half a million euros.", "about half a million euros", "500000", None,
     "About", "EUR"),
]  # fmt: skip

COUNTS: list[Case] = [
    ("They trained 54,000 troops.", "54,000", "54000", None, "Exactly", None),
    ("They sent 12 launchers.", "12", "12", None, "Exactly", None),
    ("They sent twelve launchers.", "twelve", "12", None, "Exactly", None),
    ("They sent two dozen tanks.", "two dozen", "24", None, "Exactly", None),
    ("They sent two hundred and fifty men.", "two hundred and fifty", "250", None, "Exactly", None),
    ("They sent a hundred marines.", "a hundred", "100", None, "Exactly", None),
    ("They sent twenty-one jets.", "twenty-one", "21", None, "Exactly", None),
    ("They sent 2000 troops.", "2000", "2000", None, "Exactly", None),
    ("They sent two or three ships.", "two or three", "2", "3", "Exactly", None),
    ("A force of 10-12 ships sailed.", "10-12", "10", "12", "Exactly", None),
    ("More than 900 sailors left.", "More than 900", "900", None, "MoreThan", None),
    ("Over 900 sailors left.", "Over 900", "900", None, "MoreThan", None),
    ("At least 900 sailors left.", "At least 900", "900", None, "AtLeast", None),
    ("No fewer than 9 ships left.", "No fewer than 9", "9", None, "AtLeast", None),
    ("Up to 900 sailors left.", "Up to 900", "900", None, "UpTo", None),
    ("As many as 900 sailors left.", "As many as 900", "900", None, "UpTo", None),
    ("Fewer than 900 sailors left.", "Fewer than 900", "900", None, "UpTo", None),
    ("Some 900 sailors left.", "Some 900", "900", None, "About", None),
    ("Nearly 900 sailors left.", "Nearly 900", "900", None, "About", None),
    ("They have 300 or more tanks.", "300 or more", "300", None, "AtLeast", None),
    ("One of its ships sank.", "One", "1", None, "Exactly", None),
    ("He gave Ruritania 12 launchers.", "12", "12", None, "Exactly", None),
    ("They flew 12 F-35s.", "12", "12", None, "Exactly", None),
]

MEASURES: list[Case] = [
    ("It spends 2.5 per cent of output.", "2.5 per cent", "2.5", None, "Exactly", "%"),
    ("It spends 2% of output.", "2%", "2", None, "Exactly", "%"),
    ("The border is 198 km long.", "198 km", "198", None, "Exactly", "km"),
    ("The hull is 60m long.", "60m", "60", None, "Exactly", "m"),
    ("They fired the 155mm gun.", "155mm", "155", None, "Exactly", "mm"),
    ("It lasts ten years.", "ten years", "10", None, "Exactly", "a"),
    ("It is a 10-year pact.", "10-year", "10", None, "Exactly", "a"),
    ("They spend it over five years.", "five years", "5", None, "Exactly", "a"),
    ("They stayed for over 20 years.", "over 20 years", "20", None, "MoreThan", "a"),
]

NO_QUANTITIES = [
    "He flew a P-8 and an F-35 beside the A400M.",
    "She toured a Type 26 frigate and the carrier CVN 78.",
    "They met at 10 Downing Street and 3 Rose Lane.",
    "The 5th Fleet sailed on the 1st and the 21st.",
    "It was signed in 2015, on 3 May 2016 and on May 4, 2017.",
    "It ran from 1914 to 1918 and in 2023-24.",
    "One of the ships was the one they wanted, one day.",
    "They met at 10:30, at 10am, at 5 p.m. and at 0900.",
    "They updated it to version 2.0 under Resolution 2202, section 5 and No. 10.",
    "Hundreds of tanks and dozens of ships left.",
    "45 Commando and 16 Air Assault Brigade left.",
    "They held Exercise Cold Shield 25 near the coast.",
    "The four-star general led a two-front war.",
    "John Smith, 54, is aged 54.",
    "Two thirds of them agreed, six times in a row.",
    "Destroyer Squadron (DESRON) 9 joined Carrier Group 11.",
    "Call 313-555-4680 or take exercise 21-01.",
    "The 500-pound bomb and the 35-year-old ship remain.",
    "The 2022 NM response and the Contact 2.0 plan were run by 960 CW to help.",
    "They work 24/7 since 9/11.",
    "The team won.",
    "Nobody gave a dozen-odd look at the Five Rivers pact.",
]


def the_sentence(text: str) -> Sentence:
    (sentence,) = take_apart(text).sentences
    return sentence


def words_of(sentence: Sentence, text: str, first: int, last: int) -> str:
    return text[sentence.tokens[first].span.start : sentence.tokens[last - 1].span.end]


@pytest.mark.parametrize("text, words, value, high, bound, unit", MONEY + COUNTS + MEASURES)
def test_a_figure_is_read_with_its_bound_and_unit(
    text: str, words: str, value: str, high: str | None, bound: str, unit: str | None
) -> None:
    sentence = the_sentence(text)
    (found,) = find_quantities(sentence)
    assert words_of(sentence, text, found.first, found.last) == words
    expected = (Decimal(value), Decimal(high) if high else None, bound, unit)
    assert (found.value, found.high, found.bound, found.unit) == expected


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_a_number_that_names_or_dates_is_no_quantity(text: str) -> None:
    assert find_quantities(the_sentence(text)) == ()


def test_the_tables_of_cases_are_not_empty() -> None:
    assert len(MONEY + COUNTS + MEASURES) >= 50
    assert len(NO_QUANTITIES) >= 20


def test_several_figures_of_a_sentence_come_in_order() -> None:
    sentence = the_sentence("They sent 3 ships, 40 tanks and £5m in aid with 900 men.")
    assert [found.value for found in find_quantities(sentence)] == [3, 40, 5_000_000, 900]


def test_two_currencies_make_no_range() -> None:
    sentence = the_sentence("It costs NOK 7 bn or 330 million dollars.")
    assert [(found.value, found.high, found.unit) for found in find_quantities(sentence)] == [
        (Decimal(7_000_000_000), None, "NOK"),
        (Decimal(330_000_000), None, "USD"),
    ]


def test_only_a_currency_makes_money() -> None:
    sentence = the_sentence("A ten-year pact of £3 million, 2% of it for 9 ships 40 km away.")
    assert [found.is_money for found in find_quantities(sentence)] == [
        False,
        True,
        False,
        False,
        False,
    ]


def test_a_value_without_fraction_is_written_without_one() -> None:
    (found,) = find_quantities(the_sentence("They pay $2.5 billion."))
    assert str(found.value) == "2500000000"


WORDS = (
    "£|$|€|US$|NOK|7|12|54,000|1.5|2031|million|bn|m|-|to|and|between|over|up to|a|half|dozen"
    "|one|twenty|hundred|kroner|pounds|won|%|km|years|Type|F-35|Monday|3rd|,|.|(|)|’s|10-12"
    "|May"
)
PIECES = st.sampled_from(WORDS.split("|"))


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join)))
def test_any_text_gives_ordered_figures_within_the_sentence(text: str) -> None:
    for sentence in take_apart(text).sentences:
        found = find_quantities(sentence)
        ends = [end for quantity in found for end in (quantity.first, quantity.last)]
        assert ends == sorted(ends)
        assert all(_is_sound(quantity, sentence) for quantity in found)


def _is_sound(quantity: Quantity, sentence: Sentence) -> bool:
    inside = 0 <= quantity.first < quantity.last <= len(sentence.tokens)
    return inside and (quantity.high is None or quantity.value < quantity.high)

"""Persons and offices, and how an article's later words lead back to them."""

import pytest

from loader.names import load_lexicon
from tests.support.mentions import document_and_mentions, of_class, rows

OFFICES = [
    ("Chile’s Defence Minister spoke.", ["Defence Minister | defence-minister-of-chile"]),
    ("The Chilean defence minister spoke.",
     ["Chilean defence minister | defence-minister-of-chile"]),
    ("The Minister of National Defence of Peru spoke.",
     ["Minister of National Defence of Peru | defence-minister-of-peru"]),
    ("The Minister for Foreign Affairs of Chile spoke.",
     ["Minister for Foreign Affairs of Chile | foreign-minister-of-chile"]),
    ("Norway's Minister of Defence spoke.", ["Minister of Defence | minister-of-defence-norway"]),
    ("The UK Defence Secretary spoke.", ["UK Defence Secretary | defence-secretary-uk"]),
    ("India’s Defence Secretary spoke.", ["Defence Secretary | defence-secretary-of-india"]),
    ("The Secretary of State for Defence of the United Kingdom spoke.",
     ["Secretary of State for Defence of the United Kingdom | defence-secretary-uk"]),
    ("The Polish Prime Minister met Peru’s new Foreign Minister.",
     ["Polish Prime Minister | prime-minister-of-poland",
      "Foreign Minister | foreign-minister-of-peru"]),
    ("Chile’s Deputy Defence Minister spoke.",
     ["Deputy Defence Minister | deputy-defence-minister-of-chile"]),
    ("The Chilean Chief of the Army Staff spoke.",
     ["Chilean Chief of the Army Staff | chief-of-army-staff-of-chile"]),
    ("Ana Zubiri, Chief of the General Staff of the Chilean Army, spoke.",
     ["Chief of the General Staff | chief-of-general-staff-of-chile"]),
    ("Chile’s Defence Minister spoke. The former Defence Minister, Ana Zubiri, left.",
     ["Defence Minister | defence-minister-of-chile",
      "Defence Minister | gazette-defence-minister"]),
    ("Chile’s Minister of State for Defence spoke.",
     ["Minister of State for Defence | minister-of-state-for-defence-of-chile"]),
    ("The president of a firm spoke to the chancellor.", []),
    ("Two defence ministers spoke to foreign ministers of Chile and Peru.", []),
]  # fmt: skip

PERSONS = [
    ("His Royal Highness Prince Anselm Quayle spoke.",
     [("His Royal Highness Prince Anselm Quayle", "Prince Anselm Quayle")]),
    ("Sir Anselm Quayle spoke.", [("Sir Anselm Quayle", "Anselm Quayle")]),
    ("Chile’s Defence Minister Inés Carrera-Soto spoke.", [("Inés Carrera-Soto",) * 2]),
    ("Chile’s Defence Minister, Inés Carrera, spoke.", [("Inés Carrera",) * 2]),
    ("Inés Carrera, the Chilean defence minister, spoke.", [("Inés Carrera",) * 2]),
    ("“We agree,” said Tomás de la Vega.", [("Tomás de la Vega",) * 2]),
    ("Rear Adm. Orla B. Quist told them so.", [("Rear Adm. Orla B. Quist", "Orla B. Quist")]),
    ("She met her Danish counterpart, Ulla Quist.", [("Ulla Quist",) * 2]),
    ("The President thanked Bakir al-Quist and CEO Ann Lee.", [("CEO Ann Lee", "Ann Lee")]),
    ("She quoted her Peruvian colleague Ulla Quist.", [("Ulla Quist",) * 2]),
    ("It was, recalls choirmaster Ulla Quist, hard.", [("Ulla Quist",) * 2]),
    ("The former air force chief Ulla Quist left.", [("Ulla Quist",) * 2]),
    ("Peru's envoy to Chile, Ulla Quist, objected.", [("Ulla Quist",) * 2]),
    ("Her opposite number, Ulla Quist, agreed.", [("Ulla Quist",) * 2]),
    ("It came from Ulla Quist, a cheesemaker from Zelmar.", [("Ulla Quist",) * 2]),
    ("Captain (Logistics) Ulla Quist left.", [("Ulla Quist",) * 2]),
    ("Ulla Quist visited Peru. U. Quist spoke. Then QUIST left.",
     [("Ulla Quist",) * 2, ("U. Quist", "Ulla Quist"), ("QUIST", "Ulla Quist")]),
    ("He met Ana Veloso Braga, head of the fleet. Veloso Braga and A. Veloso Braga left.",
     [("Ana Veloso Braga",) * 2, ("Veloso Braga", "Ana Veloso Braga"),
      ("A. Veloso Braga", "Ana Veloso Braga")]),
    ("“Yes,” the Hon Ulla Quist MP said.", [("Hon Ulla Quist MP", "Ulla Quist")]),
    ("We had Minister Zubiri with us.", [("Zubiri",) * 2]),
    ("At Corvo Square, the Defence Secretary, soldiers and others spoke.", []),
    ("The General Staff said so. The Air Force said more.", []),
    ("The Chilean Navy said so.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "offices"), OFFICES)
def test_an_office_is_the_post_of_its_state(text: str, offices: list[str]) -> None:
    found = [
        f"{words} | {mention.thing.slug}"
        for words, mention in document_and_mentions(text)
        if mention.kind == "office"
    ]
    assert found == offices


@pytest.mark.parametrize(("text", "persons"), PERSONS)
def test_a_person_is_told_by_title_office_or_speech(
    text: str, persons: list[tuple[str, str]]
) -> None:
    assert of_class(text, "Person") == persons


def test_a_surname_leads_back_to_the_one_person_who_has_it() -> None:
    text = (
        "Chile’s Defence Minister Inés Carrera met Sir Anselm Quayle. Carrera praised Sir Anselm. "
        "Mr Quayle thanked Defence Minister Carrera."
    )
    said = of_class(text, "Person")
    assert [label for _, label in said] == [
        "Inés Carrera",
        "Anselm Quayle",
        "Inés Carrera",
        "Anselm Quayle",
        "Anselm Quayle",
        "Inés Carrera",
    ]


def test_a_surname_that_two_have_leads_to_nobody() -> None:
    text = "“Yes,” said Inés Carrera. “No,” said Pablo Carrera. Carrera left."
    assert len(of_class(text, "Person")) == 2


def test_a_surname_in_another_full_name_is_another_person() -> None:
    text = "“Yes,” said Inés Zubiri. The street is named after Ricardo Zubiri."
    assert of_class(text, "Person") == [("Inés Zubiri", "Inés Zubiri")]


def test_an_office_without_its_state_is_found_by_its_holder() -> None:
    text = "Chile’s Defence Minister Inés Carrera spoke. Later Defence Minister Carrera left."
    assert [row for row in rows(text) if row.endswith("office")] == [
        "Defence Minister | defence-minister-of-chile | Post | office"
    ] * 2


def test_an_office_of_an_unknown_state_belongs_to_the_article() -> None:
    [(_, mention)] = document_and_mentions("The Defence Minister spoke.")
    assert mention.thing.slug == "gazette-defence-minister"
    assert not mention.thing.named
    assert mention.state is None


def test_a_rank_and_a_surname_alone_belong_to_the_article() -> None:
    [(words, mention)] = document_and_mentions("The ship was led by Commander Quist.")
    assert (words, mention.thing.slug) == ("Commander Quist", "gazette-quist")


def test_offices_have_one_post_whatever_the_order_of_their_words() -> None:
    lexicon = load_lexicon()
    titles = ("Minister of Defence", "defense minister", "Minister for National Defence")
    assert {lexicon.post(title, "chile").slug for title in titles} == {"defence-minister-of-chile"}
    assert lexicon.post("defence minister", "united-kingdom").slug == "defence-secretary-uk"

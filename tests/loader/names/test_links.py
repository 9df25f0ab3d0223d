"""One thing under several names in an article."""

from loader.names import ambiguous_names, load_lexicon
from loader.text import take_apart
from tests.support.mentions import document_and_mentions, rows


def slugs(text: str) -> list[str]:
    return [mention.thing.slug for _, mention in document_and_mentions(text)]


def test_an_acronym_in_brackets_names_what_it_follows() -> None:
    text = "The Southern Shield Alliance (SSA) met. Later the SSA agreed."
    assert slugs(text) == ["southern-shield-alliance"] * 2 + ["southern-shield-alliance"]


def test_an_acronym_in_brackets_of_another_name_names_nothing() -> None:
    text = "They left Corvo Air Base (XYZ). Later XYZ agreed."
    assert slugs(text) == ["corvo-air-base"]


def test_a_ship_and_an_operation_go_by_their_bare_names_later() -> None:
    text = "HMCS Winterton joined Operation Amber Finch. Winterton leads Amber Finch."
    assert slugs(text) == ["hmcs-winterton", "operation-amber-finch"] * 2


def test_a_branch_is_that_of_the_only_state_of_an_article() -> None:
    assert slugs("Canada bought it. Army pilots fly it.") == ["canada", "canadian-army"]
    assert slugs("Canada and Peru bought it. Army pilots fly it.") == ["canada", "peru"]


def test_a_ship_named_in_full_is_no_place_after_in() -> None:
    assert slugs("HMCS Winterton sailed. They embarked in Winterton.") == ["hmcs-winterton"] * 2


def test_an_acronym_that_takes_a_number_names_nothing_alone() -> None:
    assert slugs("The Zelmar Carrier Strike Group (CSG) left. A CSG is large.") == [
        "zelmar-carrier-strike-group"
    ]


def test_a_hull_number_names_nothing() -> None:
    assert slugs("HMCS Winterton (FFH 490) sailed.") == ["hmcs-winterton"]


def test_a_reference_row_goes_by_any_of_its_names() -> None:
    assert (
        slugs("The North Atlantic Treaty Organization is Nato, and NATO is OTAN.") == ["nato"] * 4
    )


def test_letters_with_marks_may_be_written_without() -> None:
    assert slugs("They met Inga Ruginiene in Chisinau.") == ["inga-ruginiene", "chisinau"]


def test_a_name_in_a_quotation_is_found() -> None:
    assert slugs("“We thank Chile,” she wrote.") == ["chile"]


def test_a_name_in_a_heading_is_not_found() -> None:
    assert rows("Chile Joins The Alliance\n\nThe ships sailed on Monday for the far south.\n") == []


def test_what_is_ambiguous_is_told() -> None:
    document = take_apart("The Korean ships met near Congo.")
    found = ambiguous_names(document, load_lexicon())
    assert [(name.text, name.slugs) for name in found] == [
        ("Korean", ("north-korea", "south-korea")),
        ("Congo", ("democratic-republic-of-the-congo", "republic-of-the-congo")),
    ]


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "Chile’s Defence Minister Inés Carrera met NATO in Lima near HMS Larkspur."
    assert document_and_mentions(text) == document_and_mentions(text)

"""Groups and clauses of sentences that were made up for the purpose."""

import itertools

import pytest

from loader.names import find_mentions, load_lexicon
from loader.quantities import find_quantities, find_times
from loader.syntax import NounGroup, Parse, VerbGroup, parse
from loader.text import take_apart


def parsed(text: str) -> tuple[Parse, list[str]]:
    document = take_apart(text)
    (sentence,) = document.sentences
    (mentions,) = find_mentions(document, load_lexicon(), "test")
    found = parse(sentence, mentions, find_quantities(sentence), find_times(sentence, None, None))
    return found, [token.text for token in sentence.tokens]


def words(chunk: NounGroup | VerbGroup, tokens: list[str]) -> str:
    return " ".join(tokens[chunk.first : chunk.last])


def clause(text: str, lemma: str) -> tuple[str, str, str]:
    found, tokens = parsed(text)
    (chosen,) = [c for c in found.clauses if c.verb.lemma == lemma]
    subjects = "; ".join(words(g, tokens) for g in chosen.subjects)
    objects = "; ".join(words(g, tokens) for g in chosen.objects)
    return subjects, words(chosen.verb, tokens), objects


CLAUSES = [
    ("Canada sent two ships to Iceland.", "send", ("Canada", "sent", "two ships")),
    ("Canada and Chile will send ships.", "send", ("Canada; Chile", "will send", "ships")),
    ("Two ships were sent by Canada.", "send", ("Two ships", "were sent", "")),
    ("Canada is expected to send ships.", "send", ("Canada", "is expected to send", "ships")),
    ("Canada visited Peru and met Chile.", "meet", ("Canada", "met", "Chile")),
    ("Canada asked Chile to send ships.", "send", ("Chile", "to send", "ships")),
    ("In March, at the port, Canada sent ships.", "send", ("Canada", "sent", "ships")),
    ("Canada hailed the pact, which covers ships.", "cover", ("the pact", "covers", "ships")),
    ("Canada bought drones made by Nordic Systems.", "make", ("drones", "made", "")),
    ("By helping Peru, Canada sent a signal.", "help", ("Canada", "helping", "Peru")),
    ("The sale of ships to Peru pleases Chile.", "please", ("The sale", "pleases", "Chile")),
    ("Canada, a NATO member, sent ships.", "send", ("Canada", "sent", "ships")),
    ("Canada has not sent ships.", "send", ("Canada", "has not sent", "ships")),
    ("Canada sent armoured vehicles.", "send", ("Canada", "sent", "armoured vehicles")),
    (
        "Canada quit the pact made in Lima and will send ships.",
        "send",
        ("Canada", "will send", "ships"),
    ),
    ("Canada agreed to help Peru and has sent ships.", "send", ("Canada", "has sent", "ships")),
    ("Canada plans to buy and send ships.", "send", ("Canada", "send", "ships")),
    ("Canada signed the letter of intent.", "sign", ("Canada", "signed", "the letter of intent")),
    ("Canada quit a 2019 pact.", "quit", ("Canada", "quit", "a 2019 pact")),
    ("Canada quit its 5 May pact.", "quit", ("Canada", "quit", "its 5 May pact")),
    ("Canada quit the Chile–Peru pact.", "quit", ("Canada", "quit", "the Chile – Peru pact")),
    ("Nordic Systems, Lisbon, Portugal, sent ships.", "send", ("Nordic Systems", "sent", "ships")),
    (
        "Nordic Systems, based in Lisbon, Portugal, sent ships.",
        "send",
        ("Nordic Systems", "sent", "ships"),
    ),
    (
        "Ministers Anne Tremblay of Canada and Foreign Minister Ana Sousa of Peru met.",
        "meet",
        ("Ministers Anne Tremblay; Foreign Minister Ana Sousa", "met", ""),
    ),
    ("Peru likes the drill that opened on Monday.", "open", ("the drill", "opened", "")),
    ("Peru likes drills, in which ten ships sail.", "sail", ("ten ships", "sail", "")),
    (
        "Chile spoke of the yearly drill, held in Lima.",
        "hold",
        ("the yearly drill", "held", ""),
    ),
    ("Canada escorted 40 ships and trained 20 men.", "train", ("Canada", "trained", "20 men")),
    ("The bill for ships was sent to Peru.", "send", ("The bill", "was sent", "")),
    ("Peru met Chile and Canada, which sends ships.", "send", ("Canada", "sends", "ships")),
    ("Peru waited as Canada sent ships.", "send", ("Canada", "sent", "ships")),
]


@pytest.mark.parametrize(("text", "lemma", "expected"), CLAUSES, ids=[c[0] for c in CLAUSES])
def test_clause_has_subject_verb_and_object(
    text: str, lemma: str, expected: tuple[str, str, str]
) -> None:
    assert clause(text, lemma) == expected


STAGES = [
    ("Canada will send ships.", "Planned"),
    ("Canada is set to send ships.", "Planned"),
    ("Canada plans to send ships.", "Planned"),
    ("Canada has pledged to send ships.", "Committed"),
    ("Canada may send ships.", "Proposed"),
    ("Canada will on Monday send ships.", "Planned"),
    ("Canada will next year send ships.", "Planned"),
    ("Canada on Monday had to send ships.", "Planned"),
    ("Canada continues to send ships.", "Underway"),
    ("Canada sent ships.", ""),
]


@pytest.mark.parametrize(("text", "stage"), STAGES, ids=[s[0] for s in STAGES])
def test_verb_group_carries_the_stage_of_its_cue(text: str, stage: str) -> None:
    found, _ = parsed(text)
    assert [c.verb.stage for c in found.clauses if c.verb.lemma == "send"] == [stage]


@pytest.mark.parametrize(
    "text",
    [
        "Canada will not send ships.",
        "Canada will not on Monday send ships.",
        "Canada never sent ships.",
        "Canada refused to send ships.",
    ],
)
def test_negated_verb_group_is_known(text: str) -> None:
    found, _ = parsed(text)
    assert [c.verb.negated for c in found.clauses if c.verb.lemma == "send"] == [True]


def test_possessor_and_modifiers_stand_in_the_group() -> None:
    found, tokens = parsed("Canada’s second Danish patrol vessel left.")
    group = found.groups[-1]
    assert group.possessor is not None
    assert words(group.possessor, tokens) == "Canada"
    assert [mention.thing.slug for mention in group.names] == ["denmark"]
    assert group.words == ("second", "patrol")
    assert group.lemma == "vessel"


def test_apposition_is_found_both_ways() -> None:
    found, tokens = parsed("They saw a frigate, HDMS Absalon, in the port.")
    pairs = {words(g, tokens): words(found.apposed[(g.first, g.last)], tokens)
             for g in found.groups if (g.first, g.last) in found.apposed}  # fmt: skip
    assert pairs == {"a frigate": "HDMS Absalon", "HDMS Absalon": "a frigate"}


def test_subject_after_a_fronted_phrase_is_no_apposition() -> None:
    found, _ = parsed("In a show of unity, Canada sent ships.")
    assert found.apposed == {}


def test_a_subject_behind_a_fronted_state_is_not_beside_it() -> None:
    found, tokens = parsed("In Peru, a team of 12 divers trains the marines.")
    assert found.apposed == {}
    assert words(found.clauses[0].subjects[0], tokens) == "a team"


def test_a_rate_behind_a_number_is_no_subject() -> None:
    found, tokens = parsed("Up to 80 conscripts a year will attend the school.")
    assert words(found.clauses[0].subjects[0], tokens) == "Up to 80 conscripts"


def test_list_is_no_apposition() -> None:
    found, tokens = parsed("The base, Canada and Chile were named.")
    assert found.apposed == {}
    assert "; ".join(words(g, tokens) for g in found.clauses[0].subjects) == (
        "The base; Canada; Chile"
    )


def test_chunks_tile_the_sentence() -> None:
    found, tokens = parsed("Canada, with 40 ships and €2 million, left on 3 May 2024 — at last.")
    edges = [(chunk.first, chunk.last) for chunk in found.chunks]
    assert edges[0][0] == 0
    assert edges[-1][1] == len(tokens)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(edges))


def test_what_stands_behind_a_name_is_where_it_is() -> None:
    found, tokens = parsed("Nordic Systems, Lisbon, Portugal, sent ships from Kiel, Germany.")
    placed = {
        words(group, tokens): words(found.placed[group.first, group.last], tokens)
        for group in found.groups
        if (group.first, group.last) in found.placed
    }
    assert placed == {"Nordic Systems": "Lisbon", "Kiel": "Germany"}


def test_places_of_a_list_stand_side_by_side() -> None:
    found, _ = parsed("They sailed from Lisbon, Kiel and Oslo.")
    assert found.placed == {}


def test_what_is_handed_over_to_somebody_has_its_phrase() -> None:
    found, tokens = parsed("Ships were handed over to Peru by Canada.")
    assert [
        (p.preposition, [words(g, tokens) for g in p.groups]) for p in found.clauses[0].phrases
    ] == [("to", ["Peru"]), ("by", ["Canada"])]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("CVW-4 has the “Kites” of VFA-11, “Owls” of VFA-12, and VFA-13.", 3),
        ("CVW-4 has VFA-11 “Red Kites,” VFA-12 “Owls,” and VFA-13 “Gulls.”", 3),
        ("CVW-4 has the “Fighting Danes” of VFA-11; VFA-12, and VFA-13.", 3),
        ("CVW-4 has VFA-11; “We sail,” he said.", 1),
    ],
)
def test_a_list_goes_on_behind_the_nicknames_of_formations(text: str, units: int) -> None:
    found, _ = parsed(text)
    named = [group.mention for group in found.clauses[0].objects if group.mention]
    assert [mention.thing.label for mention in named] == ["VFA-11", "VFA-12", "VFA-13"][:units]


def test_a_nickname_in_quotes_names_the_formation_and_no_state() -> None:
    (mentions,) = find_mentions(take_apart("The “Danes” of VFA-11 left."), load_lexicon(), "test")
    assert [mention.thing.label for mention in mentions] == ["VFA-11", "VFA-11"]

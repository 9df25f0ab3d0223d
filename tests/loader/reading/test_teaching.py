"""Training told by other words than "train", and the strength of bodies of people."""

from __future__ import annotations

import pytest

from loader.articles import Article
from loader.claims import Code, Ref, Term
from loader.reading import read_article
from loader.text import take_apart


def stated(text: str) -> set[tuple[str, str, str]]:
    """Give what is stated of a text, in labels, names of concepts and words."""
    reading = read_article(Article("one", text, "0" * 64, "a test", published="2031-04-02"))

    def say(term: Term) -> str:
        if isinstance(term, Ref):
            return reading.things[term.slug].label
        return term.name if isinstance(term, Code) else term.text

    return {
        (say(s.subject), s.predicate, say(s.object)) for c in reading.claims for s in c.statements
    }


FORCE = "Training of the Armed forces of Fiji"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Thirty Fijian sailors graduated in Suva under the tutelage of the Royal Danish Navy.",
         ("Royal Danish Navy", "leads", FORCE)),
        ("Thirty Fijian cadets passed out in Suva.", (FORCE, "location", "Suva")),
        ("Chile put 30 Fijian divers through their paces in Lima.", ("Chile", "leads", FORCE)),
        ("Chile taught first aid to 30 Fijian soldiers.", ("Chile", "leads", FORCE)),
        ("A Chilean-run course for 30 Fijian soldiers began.", ("Chile", "leads", FORCE)),
        ("The course, run by the Chilean Navy for 30 Fijian sailors, ended.",
         ("Chilean Navy", "leads", FORCE)),
        ("A Fijian cohort of 22 sailed.", ("Fijian cohort", "beneficiary", "Fiji")),
        ("The graduation of 30 Fijian nurses from the course given by Chile was loud.",
         ("Course", "beneficiary", "Fiji")),
    ],
)  # fmt: skip
def test_training_is_read_from_other_words(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in stated(text)


def test_the_training_just_told_of_is_the_cohort_that_they_are() -> None:
    text = "Thirty Fijian cadets passed out in Suva. They are the second cohort that Chile trained."
    kinds = {s for s, p, _ in stated(text) if p == "beneficiary"}
    assert kinds == {FORCE}


def test_somebody_else_s_courses_are_not_the_training_just_told_of() -> None:
    text = "Chile will train 30 Fijian divers in Lima. Denmark has given their courses since 2020."
    assert ("Denmark", "leads", FORCE) not in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "A 40-strong Danish team in Mali flies home.",
        "A 40-member Danish team in Mali was praised.",
        "The Danish contingent in Mali, 40 strong, flies home.",
        "A 40-strong contingent from Denmark arrived in Mali.",
    ],
)
def test_strength_is_a_figure_of_the_body(text: str) -> None:
    found = stated(text)
    assert {o for _, p, o in found if p == "value"} == {"40"}
    assert "Denmark" in {s for s, p, _ in found if p == "participatesIn"}


@pytest.mark.parametrize(
    "text", ["A four-star Danish team in Mali flies home.", "A Danish team, strong and calm, came."]
)
def test_other_hyphens_are_no_strength(text: str) -> None:
    assert not {o for _, p, o in stated(text) if p == "value"}


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Chile is teaching 60 Moldovan soldiers the use of drones.", "soldiers", "NNS"),
        ("In 2027 Moldova ships the guns.", "ships", "VBZ"),
        ("A Danish-run medical course began.", "run", "VBN"),
        ("The course, run by Chile, ended.", "run", "VBN"),
    ],
)
def test_words_that_may_be_verbs_or_not(text: str, word: str, tag: str) -> None:
    tokens = take_apart(text).sentences[0].tokens
    assert {token.tag for token in tokens if token.text == word} == {tag}

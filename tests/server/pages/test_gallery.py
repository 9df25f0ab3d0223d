from dataclasses import replace

import pytest
from pyoxigraph import QuerySolutions

from ontology.iris import Base
from server.pages.queries import gallery
from server.snapshots import Snapshot
from tests.support.questions import Question, ask, load_questions

QUESTIONS = load_questions(Base())


def example_of(question: Question) -> str:
    number = f"{int(question.id.removeprefix('CQ')):02d}-"
    return next(one.text for one in gallery(Base().iri) if one.name.startswith(number))


def test_the_gallery_asks_every_competency_question() -> None:
    assert len(QUESTIONS) >= 23
    assert {example_of(question) for question in QUESTIONS} <= {
        one.text for one in gallery(Base().iri)
    }
    assert all(one.question.endswith("?") for one in gallery(Base().iri))


def test_examples_beyond_the_questions_give_rows(gold: Snapshot) -> None:
    asked = {example_of(question) for question in QUESTIONS}
    others = [one for one in gallery(Base().iri) if one.text not in asked]
    assert len(others) >= 1
    for one in others:
        found = gold.store.query(one.text)
        assert isinstance(found, QuerySolutions)
        assert list(found), one.name


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_an_example_gives_the_rows_of_its_question(gold: Snapshot, question: Question) -> None:
    wanted = ask(gold.store, question)
    width = len(wanted[0])
    own = ask(gold.store, replace(question, sparql=example_of(question)))
    assert tuple(sorted(row[-width:] for row in own)) == wanted


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_an_example_names_its_columns_and_declares_its_prefixes(question: Question) -> None:
    text = example_of(question)
    assert "SELECT *" not in text
    assert "{base}" not in text
    assert text.startswith("# ")

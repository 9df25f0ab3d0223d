"""The users' questions, asked of the gold facts as the build lays them out."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from ontology.iris import Base
from tests.support.questions import Question, ask, load_questions

QUESTIONS = load_questions(Base())
# A quotation is named by its place in the article, where the gold gives it a name of its own.
NAMES = {
    "quote=1228,1364": "quote-healey-1",
    "quote=1382,1611": "quote-healey-2",
    "quote=2371,2954": "quote-starmer-1",
    "quote=3146,3386": "quote-sandvik-1",
}


def test_there_are_questions_to_ask() -> None:
    assert len(QUESTIONS) >= 23


@pytest.mark.parametrize("question", [pytest.param(one, id=one.id) for one in QUESTIONS])
def test_the_question_has_the_right_answer(gold_store: Store, question: Question) -> None:
    rows = (tuple(NAMES.get(cell, cell) for cell in row) for row in ask(gold_store, question))
    assert tuple(sorted(rows)) == question.rows

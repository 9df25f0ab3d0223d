"""The competency questions, and how their answers are written down to be compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from ontology.iris import Base
from server.snapshots import Snapshot
from server.store import Reads

QUESTIONS = Path(__file__).parent.parent / "gold" / "questions.json"
CUT = 70


@dataclass(frozen=True, slots=True)
class Question:
    """A user's question, with SPARQL that asks it and the right rows, sorted."""

    id: str
    text: str
    sparql: str
    rows: tuple[tuple[str, ...], ...]


def load_questions(base: Base) -> list[Question]:
    """Read the questions, with the base filled in."""
    data: dict[str, Any] = json.loads(QUESTIONS.read_text(encoding="utf-8"))
    return [
        Question(
            id=item["id"],
            text=item["question"],
            sparql=f"{data['prefixes']}\n{item['sparql']}".replace("{base}", base.iri),
            rows=tuple(sorted(tuple(row) for row in item["rows"])),
        )
        for item in data["questions"]
    ]


def ask(store: Reads | Store, question: Question) -> tuple[tuple[str, ...], ...]:
    """Answer a question as the gold writes answers: local names, literals cut at 70 characters."""
    result = store.query(question.sparql)
    assert isinstance(result, QuerySolutions)
    width = range(len(result.variables))
    return tuple(sorted(tuple(_shown(row[number]) for number in width) for row in result))


def _shown(term: object) -> str:
    if isinstance(term, NamedNode):
        return term.value.rpartition("#")[2] if "#" in term.value else term.value.rpartition("/")[2]
    if isinstance(term, Literal):
        return term.value[:CUT]
    return "-"


def every_quad(snapshot: Snapshot) -> Iterator[Quad]:
    """Give all that a snapshot holds."""
    return snapshot.store.quads_for_pattern(None, None, None)

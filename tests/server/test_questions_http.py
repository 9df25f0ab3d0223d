"""The competency questions over HTTP: of the seeds with the curation log, and without it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loader.articles import Article, read_articles
from loader.check import read_gold, run
from loader.curation import is_a
from loader.reading import read_article
from ontology.iris import Base
from tests.support.questions import CUT, Question, load_questions
from tests.support.serving import Client, serving

ROOT = Path(__file__).parents[2]
SEEDS, GOLD = ROOT / "seeds", ROOT / "tests" / "gold"
LOAD = Path(sys.executable).with_name("entente-load")
QUESTIONS = load_questions(Base())
Rows = list[tuple[str, ...]]


def build_and_serve(folder: Path, *flags: str) -> Iterator[Client]:
    out = folder / "build"
    subprocess.run([LOAD, "build", SEEDS, "--out", out, *flags], check=True, capture_output=True)
    with serving(out, folder / "log") as client:
        yield client


@pytest.fixture(scope="module")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    yield from build_and_serve(tmp_path_factory.mktemp("curated"))


@pytest.fixture(scope="module")
def by_rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    yield from build_and_serve(tmp_path_factory.mktemp("rules"), "--no-curation")


@pytest.fixture(scope="module")
def slugs() -> dict[str, set[str]]:
    """Give, for each thing of the facts file, the slugs that rules alone give it."""
    articles = [a for a in read_articles([SEEDS]) if isinstance(a, Article)]
    gold = read_gold(GOLD / "facts.json", articles)
    measured = run(gold, articles, [read_article(a) for a in articles], is_a=is_a).rules
    found: dict[str, set[str]] = {}
    for _, slug, known in measured.same:
        found.setdefault(known, set()).add(slug)
    return found


def ask(client: Client, sparql: str) -> Rows:
    reply = client.query(sparql, "application/sparql-results+json")
    assert reply.status == 200, reply.text
    names = reply.json["head"]["vars"]
    bindings = reply.json["results"]["bindings"]
    return sorted(tuple(shown(row.get(name)) for name in names) for row in bindings)


def shown(term: dict[str, str] | None) -> str:
    if term is None:
        return "-"
    value = term["value"]
    if term["type"] == "uri":
        return value.rpartition("#")[2] if "#" in value else value.rpartition("/")[2]
    return value[:CUT]


def right_rows(question: Question) -> Rows:
    changes: dict[str, Any] = json.loads((GOLD / "answers.json").read_text(encoding="utf-8"))
    change = changes.get(question.id, {})
    rows = [tuple(row) for row in change.get("rows", question.rows)]
    return sorted([*rows, *(tuple(row) for row in change.get("more", ()))])


def test_all_questions_are_there() -> None:
    assert len(QUESTIONS) >= 23


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_question_is_answered_right(curated: Client, question: Question) -> None:
    assert ask(curated, question.sparql) == right_rows(question)


def test_two_thirds_are_answered_by_rules_alone(
    by_rules: Client, slugs: dict[str, set[str]]
) -> None:
    """Things that rules bring in have longer slugs; questions and rows are translated."""
    known = {slug: name for name, found in slugs.items() for slug in found}
    right = []
    for question in QUESTIONS:
        sparql = question.sparql
        for name, found in slugs.items():
            if len(found) == 1:
                sparql = sparql.replace(f"id:{name} ", f"id:{next(iter(found))} ")
        rows = [tuple(known.get(cell, cell) for cell in row) for row in ask(by_rules, sparql)]
        expected = [tuple(known.get(cell, cell) for cell in row) for row in right_rows(question)]
        right += [question.id] if sorted(rows) == sorted(expected) else []
    assert len(right) * 3 >= len(QUESTIONS) * 2, right


UNANSWERABLE = [
    "SELECT ?n { ?s ent:assetType id:frigate ; ent:belongsTo id:norway ; rdfs:label ?n "
    "FILTER(!CONTAINS(?n, 'unnamed')) }",
    "SELECT ?v { ?v a ent:Visit ; ent:location id:united-kingdom ; ent:status ?s "
    "VALUES ?s { ent:Completed ent:Underway } }",
]


@pytest.mark.parametrize("body", UNANSWERABLE)
def test_what_no_source_says_is_not_guessed(curated: Client, body: str) -> None:
    prefixes = (
        "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX id: <http://localhost:8000/id/> "
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    )
    assert ask(curated, prefixes + body) == []

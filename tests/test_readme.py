from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from ontology.dataset import STORE, current_snapshot

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```sparql\n(.*?)^```\n```csv\n(.*?)^```$", re.MULTILINE | re.DOTALL)
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUESTIONS = BLOCK.findall(README)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    out = tmp_path_factory.mktemp("readme")
    load = Path(sys.executable).parent / "entente-load"
    subprocess.run([load, "build", "seeds", "--out", out], cwd=ROOT, check=True)
    return Store.read_only(str(current_snapshot(out) / STORE))


def test_the_readme_asks_five_questions() -> None:
    assert len(QUESTIONS) == 5


@pytest.mark.parametrize("query, answer", QUESTIONS)
def test_a_question_of_the_readme_has_the_answer_that_it_tells(
    store: Store, query: str, answer: str
) -> None:
    prefixes = "".join(re.findall(r"^PREFIX .*\n", README, re.MULTILINE))
    found = store.query(prefixes + query)
    assert isinstance(found, QuerySolutions)
    told = found.serialize(format=QueryResultsFormat.CSV)
    assert told is not None
    assert told.decode().replace("\r\n", "\n") == answer

"""The packaged files: headers, order, what is read from where."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, QueryTriples, RdfFormat, Store, parse

from ontology.checking import run_check
from ontology.files import (
    FOLDER,
    SHAPES,
    QueryFile,
    _read_query,
    checks,
    core_text,
    examples,
    rules,
    vocabulary_text,
)
from ontology.inference import apply_rule

QUERIES = [*rules(), *checks()]
SELECT = QueryFile("x", "t", "w", "SELECT * { ?s ?p ?o }")
CONSTRUCT = QueryFile("x", "t", "w", "CONSTRUCT WHERE { ?s ?p ?o }")


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_query_says_what_it_is_and_why(query: QueryFile) -> None:
    assert not query.title.endswith(".")
    assert query.why.endswith(".")
    assert "\n" not in query.title + query.why
    assert all(len(line) <= 100 for line in query.text.splitlines())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_rules_construct_and_name_no_graph_of_one_dataset(rule: QueryFile) -> None:
    assert isinstance(Store().query(rule.text), QueryTriples)
    assert "localhost" not in rule.text


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_checks_select_and_name_no_graph_of_one_dataset(check: QueryFile) -> None:
    assert isinstance(Store().query(check.text), QuerySolutions)
    assert "localhost" not in check.text


def test_a_query_of_the_wrong_form_is_refused() -> None:
    with pytest.raises(TypeError, match="rule x is no CONSTRUCT query"):
        apply_rule(SELECT, Store())
    with pytest.raises(TypeError, match="check x is no SELECT query"):
        run_check(CONSTRUCT, Store())


def test_a_query_without_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bare.rq"
    path.write_text("# title: Bare\nSELECT * { ?s ?p ?o }")
    with pytest.raises(ValueError, match=r"bare\.rq has no header line '# why: …'; add it"):
        _read_query(path)


def test_a_long_header_runs_over_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "long.rq"
    path.write_text("# title: Long\n# why: One\n#   two.\n# A remark.\nSELECT * { ?s ?p ?o }")
    assert _read_query(path).why == "One two."


def test_texts_parse_as_turtle() -> None:
    assert len(list(parse(core_text(), format=RdfFormat.TURTLE))) > 900
    whole = list(parse(vocabulary_text(), format=RdfFormat.TURTLE))
    assert len(whole) > 1200
    assert SHAPES.is_file()


def test_examples_say_what_they_show() -> None:
    assert len(examples()) >= 5
    for path in examples():
        lines = path.read_text().splitlines()
        assert lines[0].startswith("# title: ")
        assert lines[1].startswith("# shows: ")


def test_no_folder_of_queries_is_empty() -> None:
    for folder in ("rules", "checks", "examples"):
        assert list((FOLDER / folder).iterdir())

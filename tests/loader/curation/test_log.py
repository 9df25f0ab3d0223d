from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.claims import Code, Literal, Ref, Statement
from loader.curation import append, load_log, vocabulary
from loader.curation.grammar import parse_statement, write_statement
from loader.curation.summary import summarise
from loader.errors import DataError
from tests.loader.curation.house import log, row

ADD = row("add", "near Apia", statements=["exercise-coral-shield status Planned"])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("coral-shield status Planned", Code("Planned")),
        ("coral-shield location coral-sea", Ref("coral-sea")),
        ("coral-figure value 1200", Literal("1200", "decimal")),
        ("coral-shield startDate 2031", Literal("2031", "gYear")),
        ("coral-shield startDate 2031-07", Literal("2031-07", "gYearMonth")),
        ("coral-shield startDate 2031-07-15", Literal("2031-07-15", "date")),
        ('coral-shield dateText "next July"', Literal("next July")),
        ('coral-figure unit "WST"', Literal("WST")),
        ('coral-shield skos:note "the \\"largest\\" so far"', Literal('the "largest" so far')),
    ],
)
def test_a_statement_is_read_by_what_its_property_takes(line: str, told: object) -> None:
    statement = parse_statement(line, vocabulary())
    assert statement.object == told
    assert write_statement(statement) == line


@given(st.text(min_size=1).filter(lambda text: bool(text.strip())))
def test_any_text_comes_back_from_a_statement_as_it_was(text: str) -> None:
    statement = Statement(Ref("coral-shield"), "purpose", Literal(text))
    assert parse_statement(write_statement(statement), vocabulary()) == statement


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"statements": ["coral-shield locatoin apia"]}, "did you mean 'location'"),
        ({"statements": ["coral-shield status Planed"]}, "did you mean 'Planned'"),
        ({"statements": ["coral-shield status Host"]}, "status takes no 'Host'"),
        ({"statements": ["coral-shield location Apia"]}, "'Apia' is no slug"),
        ({"statements": ["coral-figure value 1,200"]}, "takes a number"),
        ({"statements": ["coral-shield startDate July"]}, "takes a date"),
        ({"statements": ["coral-shield startDate 2031-13"]}, "takes a date"),
        ({"statements": ["coral-shield dateText July"]}, "between double quotes"),
        ({"statements": ["coral-shield"]}, "write: subject predicate object"),
        ({"statements": []}, "needs 'statements'"),
        ({"things": [{"slug": "x", "types": ["Vesel"], "label": "X"}]}, "did you mean 'Vessel'"),
        ({"op": "ad"}, "did you mean 'add'"),
        ({"speeker": "samoa"}, "did you mean 'speaker'"),
        ({"modality": "Quoted"}, "has a speaker if and only if"),
        ({"modality": "Planned"}, "write Asserted, Quoted or Denied"),
        ({"confidence": 2}, "at most 1"),
        ({"date": "2 August"}, "write it like 2031-07-15"),
        ({"author": " "}, "needs 'author'"),
        ({"reason": ""}, "needs 'reason'"),
        ({"lacking": ""}, "must name the machinery"),
        ({"anchor": {"exact": ""}}, "must quote words"),
    ],
)
def test_a_bad_entry_is_refused_with_its_line_and_what_to_write(
    change: dict[str, Any], reason: str
) -> None:
    with pytest.raises(DataError, match=r"log\.jsonl:2") as caught:
        log(row("distinct", things=["samoa", "tonga"]), ADD | change)
    assert reason in str(caught.value)


@pytest.mark.parametrize("field", ["article", "anchor", "statements", "lacking"])
def test_an_addition_without_a_needed_field_is_refused(field: str) -> None:
    with pytest.raises(DataError, match=field):
        log({key: value for key, value in ADD.items() if key != field})


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([row("merge", keep="a", drop="b"), row("merge", keep="c", drop="b")], "gives way twice"),
        ([row("merge", keep="a", drop="b"), row("merge", keep="b", drop="a")], "to itself"),
        ([row("merge", keep="a", drop="a")], "with itself"),
        ([row("merge", keep="a", drop="b"), row("distinct", things=["b", "a"])], "keeps apart"),
        ([row("merge", keep="a", drop="b"), row("withdraw", thing="b")], "gave way already"),
        ([row("retract", entry="0" * 12)], "no earlier entry"),
        ([row("name", thing="a", slug="c"), row("name", thing="b", slug="c")], "another thing"),
        ([ADD, ADD], "repeats log.jsonl:1"),
    ],
)
def test_entries_that_cannot_all_hold_are_refused(rows: list[dict[str, Any]], reason: str) -> None:
    with pytest.raises(DataError, match=reason) as caught:
        log(*rows)
    assert caught.value.place == f"log.jsonl:{len(rows)}"


def test_a_thing_described_in_two_ways_is_refused() -> None:
    boat = {"slug": "boat", "types": ["Vessel"], "label": "A boat"}
    other = ADD | {"things": [boat | {"label": "Another boat"}]}
    with pytest.raises(DataError, match=r"describes boat otherwise than log\.jsonl:1"):
        log(ADD | {"things": [boat]}, other)


def test_no_file_is_an_empty_log(tmp_path: Path) -> None:
    assert load_log(tmp_path / "none.jsonl").entries == ()


def test_a_line_that_is_not_json_is_refused_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "curation.jsonl"
    path.write_text(json.dumps(ADD) + "\n\n{oops\n")
    with pytest.raises(DataError, match=r"curation\.jsonl:3: not JSON"):
        load_log(path)


def test_a_line_that_is_not_utf_8_is_refused_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "curation.jsonl"
    path.write_bytes(json.dumps(ADD).encode() + b"\n\xff\xfe\n")
    with pytest.raises(DataError, match=r"curation\.jsonl:2: not UTF-8"):
        load_log(path)
    with pytest.raises(DataError, match="not UTF-8"):
        append(path, [ADD])


def test_new_entries_go_to_the_end_and_leave_the_rest_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "curation.jsonl"
    path.write_text(json.dumps(ADD, indent=None))
    before = path.read_bytes()
    ids = append(path, [row("distinct", things=["samoa", "tonga"])])
    assert path.read_bytes().startswith(before + b"\n")
    assert [entry.signature.id for entry in load_log(path).entries][1:] == list(ids)


def test_an_entry_is_one_line_even_where_its_text_holds_line_separators(tmp_path: Path) -> None:
    path = tmp_path / "curation.jsonl"
    append(
        path, [ADD | {"reason": "one\u2028two\u0085three\nfour"}, row("withdraw", thing="tonga")]
    )
    assert [entry.signature.line for entry in load_log(path).entries] == [1, 2]


def test_an_entry_that_does_not_fit_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "curation.jsonl"
    append(path, [ADD])
    before = path.read_bytes()
    with pytest.raises(DataError, match=":3: repeats"):
        append(path, [row("withdraw", thing="tonga"), ADD])
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (ADD, "coral: add exercise-coral-shield status Planned"),
        (row("reject", "near Apia", rejects=["a near apia"]), "coral: reject a near apia"),
        (row("merge", keep="a", drop="b"), "merge b into a"),
        (row("distinct", things=["b", "a"]), "keep a and b apart"),
        (row("name", thing="a", slug="b", label="Bee"), "name a b, Bee"),
        (row("withdraw", thing="a"), "withdraw a"),
    ],
)
def test_an_entry_is_summarised_in_a_line(entry: dict[str, Any], line: str) -> None:
    assert summarise(log(entry).entries[0]) == line

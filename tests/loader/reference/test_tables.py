"""The packaged tables, and what is said of tables that are not well formed."""

from pathlib import Path

import pytest

from loader.errors import DataError
from loader.reference import load_reference
from loader.reference.load import ENTITY_COLUMNS, FOLDER, STATE_COLUMNS
from loader.reference.table import read_records
from ontology import terms

STATE = {
    "slug": "norland",
    "label": "Norland",
    "iso2": "NL",
    "wikidata": "Q1",
    "wikidata_match": "owl:sameAs",
    "un_member": "1",
    "capital": "Norby",
}
ENTITY = {"slug": "norland-navy", "type": "ArmedForce", "label": "Norland Navy", "state": "norland"}


def tables(folder: Path, states: list[dict[str, str]], entities: list[dict[str, str]]) -> Path:
    for name, columns, rows in (
        ("states.csv", STATE_COLUMNS, states),
        ("entities.csv", ENTITY_COLUMNS, entities),
    ):
        lines = [",".join(row.get(column, "") for column in columns.split()) for row in rows]
        text = "\n".join((",".join(columns.split()), *lines)) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_all_states_are_there_each_with_codes_and_a_link_that_is_its_own() -> None:
    states = load_reference().states
    assert len(states) == 197
    links = [link.iri for row in states.values() for link in row.links]
    assert len(links) == len(set(links))
    assert all(row.codes and row.links for row in states.values())


def test_only_classes_of_the_ontology_are_used() -> None:
    used = {name for row in load_reference().rows.values() for name in row.types}
    assert all(hasattr(terms, name) for name in used)
    assert len(used) >= 15


def test_each_row_has_a_licence_and_says_where_it_comes_from() -> None:
    for name, columns, source in (
        ("states.csv", STATE_COLUMNS, "source"),
        ("entities.csv", ENTITY_COLUMNS, "evidence"),
    ):
        records = list(read_records(FOLDER / name, columns))
        assert len(records) >= 190
        assert {record["licence"] for record in records} <= {"CC0-1.0", "CC-BY-4.0"}
        assert all(record[source] for record in records)


def test_no_label_has_a_tail_in_brackets() -> None:
    assert not [row.label for row in load_reference().rows.values() if "(" in row.label]


def test_a_capital_is_a_place_of_its_own_unless_its_name_is_taken() -> None:
    reference = load_reference()
    assert reference.entities["lima"].types == ("Place",)
    assert reference.entities["lima"].state == "peru"
    assert reference.rows["singapore"].types == ("State",)


def test_well_formed_tables_are_read(tmp_path: Path) -> None:
    reference = load_reference(tables(tmp_path, [STATE], [ENTITY]))
    assert list(reference.rows) == ["norland", "norland-navy", "norby"]
    assert reference.states["norland"].un_member is True


@pytest.mark.parametrize(
    ("states", "entities", "message"),
    [
        ([STATE], [ENTITY | {"type": "Boat"}], "entities.csv:2: type 'Boat' is none of"),
        ([STATE], [ENTITY | {"state": "sudland"}], "entities.csv:2: state 'sudland' is no slug"),
        ([STATE], [ENTITY, ENTITY], "entities.csv:3: slug 'norland-navy' stands in entities.csv:2"),
        ([STATE], [ENTITY | {"slug": "Norland Navy"}], "entities.csv:2: 'Norland Navy' is no slug"),
        ([STATE], [ENTITY | {"label": ""}], "entities.csv:2: the label is empty"),
        ([STATE], [ENTITY | {"holds": "admiral"}], "entities.csv:2: holds 'admiral'"),
        (
            [STATE],
            [ENTITY, ENTITY | {"slug": "navy", "label": "NN", "aliases": "Norland Navy"}],
            "entities.csv:3: name 'Norland Navy' belongs to norland-navy (entities.csv:2) too",
        ),
        ([STATE | {"un_member": "yes"}], [], "states.csv:2: un_member 'yes' is neither 0 nor 1"),
        (
            [STATE | {"wikidata_match": "same"}],
            [],
            "states.csv:2: wikidata_match 'same' is none of",
        ),
        (
            [STATE | {"latitude": "95", "longitude": "1"}],
            [],
            "states.csv:2: ('95', '1') is no posi",
        ),
    ],
)
def test_a_table_that_is_not_well_formed_is_refused_with_its_line(
    tmp_path: Path, states: list[dict[str, str]], entities: list[dict[str, str]], message: str
) -> None:
    with pytest.raises(DataError) as caught:
        load_reference(tables(tmp_path, states, entities))
    assert message in str(caught.value)


def test_a_missing_column_and_a_short_line_are_refused(tmp_path: Path) -> None:
    tables(tmp_path, [STATE], [])
    (tmp_path / "entities.csv").write_text("slug,label\na,A\n")
    with pytest.raises(DataError, match=r"entities\.csv:1: column 'type' is missing"):
        load_reference(tmp_path)
    (tmp_path / "entities.csv").write_text(",".join(ENTITY_COLUMNS.split()) + "\na,Place\n")
    with pytest.raises(DataError, match=r"entities\.csv:2: the line has not as many cells"):
        load_reference(tmp_path)

"""Finding things by name: whole, begun, without accents, in another order, spelt wrongly."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontology.fulltext import Named, write
from server.search import complete, find, resemble

THINGS = (
    Named("ruritania", "Ruritania", ("Kingdom of Ruritania",), ("State",), ("State", "Agent"), 9),
    Named("ruritanian-navy", "Ruritanian Navy", ("RN",), ("ArmedForce",), ("ArmedForce",), 3),
    Named("alesund", "Ålesund", (), ("Place",), ("Place",), 2),
    Named("part-1", "Ruritania in Exercise Duck", (), ("Participation",), ("Participation",), 99),
    Named("nicosia", "Λευκωσία", ("Nicosia",), ("Place",), ("Place",), 1),
    *(Named(f"ship-{n}", f"RNS Albatross {n}", (), ("Vessel",), ("Vessel",)) for n in range(30)),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("names") / "search.sqlite"
    assert write(path, THINGS) == len(THINGS)
    return path


@pytest.mark.parametrize(
    "typed, first",
    [
        ("ruritania", "ruritania"),
        ("ruri", "ruritania"),
        ("KINGDOM of rur", "ruritania"),
        ("navy rurit", "ruritanian-navy"),
        ("RN", "ruritanian-navy"),
        ("ålesund", "alesund"),
        ("Alesund", "alesund"),
        ("λευκ", "nicosia"),
        ("albatross 7", "ship-7"),
    ],
)
def test_words_and_their_beginnings_find_a_thing(file: Path, typed: str, first: str) -> None:
    assert complete(file, typed, 5)[0].slug == first


@pytest.mark.parametrize(
    "name, first",
    [
        ("Ruritannia", "ruritania"),
        ("Rutirania", "ruritania"),
        ("Kingdom of Ruritana", "ruritania"),
        ("Navy, Ruritanian", "ruritanian-navy"),
        ("Alesunnd", "alesund"),
        ("Nikosia", "nicosia"),
    ],
)
def test_a_name_spelt_wrongly_finds_what_is_meant(file: Path, name: str, first: str) -> None:
    hits = resemble(file, name, 5)
    assert hits[0].slug == first
    assert 70 <= hits[0].score < 100


def test_nothing_is_found_for_what_is_like_no_name(file: Path) -> None:
    assert resemble(file, "qqqq xxxx", 5) == []
    assert complete(file, " ?! ", 5) == []
    assert complete(file.with_name("absent"), "ruritania", 5) == []


def test_what_only_joins_others_comes_last(file: Path) -> None:
    assert [hit.slug for hit in complete(file, "ruritania", 9)][-1] == "part-1"


def test_only_things_of_the_classes_asked_for_are_found(file: Path) -> None:
    forces = resemble(file, "Ruritania", 5, lambda classes: "ArmedForce" in classes)
    assert [hit.slug for hit in forces] == ["ruritanian-navy"]


def test_a_thing_is_found_by_its_slug(file: Path) -> None:
    hit = find(file, "ruritania")
    assert hit is not None
    assert (hit.label, hit.names, hit.links) == ("Ruritania", ("Kingdom of Ruritania",), 9)
    assert find(file, "atlantis") is None


def test_the_same_things_make_the_same_rows_in_any_order(file: Path, tmp_path: Path) -> None:
    write(tmp_path / "other.sqlite", THINGS[::-1])
    for typed in ("r", "albatross", "ruritania"):
        assert complete(tmp_path / "other.sqlite", typed, 50) == complete(file, typed, 50)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.text(max_size=40))
def test_anything_may_be_looked_for(file: Path, typed: str) -> None:
    assert len(complete(file, typed, 7)) <= 7
    assert len(resemble(file, typed, 7)) <= 7

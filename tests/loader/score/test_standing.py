"""Forces that a text knows only through their people stand for their state in the flat list."""

from __future__ import annotations

from loader.articles import Article
from loader.reading import read_article
from loader.score import predict
from tests.loader.score.house import facts


def found(text: str) -> set[tuple[str, str, str]]:
    article = Article("one", text, "0" * 64, "a test", published="2031-04-02")
    told = predict(read_article(article), article)
    names = {id_: entity.name for id_, entity in told.entities.items()}
    return {(names[f.subject], f.predicate, names.get(str(f.object), "")) for f in told.facts}


def objects(text: str) -> set[str]:
    return {end for _, predicate, end in found(text) if predicate == "trains"}


def test_people_with_an_adjective_stand_for_the_state() -> None:
    assert objects("Canada has trained 400 Fijian soldiers.") == {"Fiji"}


def test_a_force_that_is_named_stands_for_itself() -> None:
    assert objects("Canada has trained 400 soldiers of the Royal Danish Navy.") == {
        "Royal Danish Navy"
    }


def test_a_host_or_leader_is_not_said_to_take_part_too() -> None:
    for role in ("Host", "Lead"):
        told = facts(f"part participant fiji; part activity drill; part role :{role}")
        assert {p for _, p, *_ in told} == {{"Host": "hosts", "Lead": "leads"}[role]}

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from ontology import NAMESPACE
from server.pages.words import STAGES, place_of_kind, places, scheme_of, wordings

ONTOLOGY = Path(__file__).parents[3] / "ontology"
PROPERTIES = {
    "http://www.w3.org/2002/07/owl#ObjectProperty",
    "http://www.w3.org/2002/07/owl#DatatypeProperty",
}


def terms_of(*kinds: str) -> set[str]:
    quads = [
        quad
        for name in ("core.ttl", "codes.ttl")
        for quad in parse((ONTOLOGY / name).read_bytes(), format=RdfFormat.TURTLE)
    ]
    return {
        quad.subject.value.removeprefix(NAMESPACE)
        for quad in quads
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
        and quad.object.value in kinds
        and quad.subject.value.startswith(NAMESPACE)
    }


def test_every_property_of_the_ontology_reads_in_both_directions() -> None:
    properties = terms_of(*PROPERTIES)
    assert len(properties) >= 50
    assert set(wordings()) == properties


def test_no_wording_is_an_identifier() -> None:
    phrases = [text for one in wordings().values() for text in (one.forward, one.inverse)]
    assert len(phrases) >= 100
    assert [text for text in phrases if not text or re.search(r"[a-z][A-Z]|_|:", text)] == []


def test_every_property_is_shown_in_a_group_that_there_is() -> None:
    known = set(places()) | {"activity", "codes", "inner", "named"}
    used = {place for one in wordings().values() for place in (one.place, one.back_place)}
    assert used <= known


def test_every_stage_is_a_code_of_the_ontology() -> None:
    assert set(STAGES) <= terms_of("http://www.w3.org/2004/02/skos/core#Concept")


@pytest.mark.parametrize(
    "kinds, place",
    [(("Exercise",), "operations"), (("Visit",), "visits"), (("Birthday",), "activities")],
)
def test_an_activity_stands_in_the_group_of_its_class(kinds: tuple[str, ...], place: str) -> None:
    assert place_of_kind(kinds) == place


def test_an_identifier_is_named_by_its_scheme_or_not_at_all() -> None:
    assert scheme_of("http://www.wikidata.org/entity/Q42") == "Wikidata"
    assert scheme_of("https://example.org/Q42") is None

from __future__ import annotations

from typing import Any

from pyoxigraph import BlankNode, Quad

from loader.curation import apply, curation_quads
from ontology.iris import Base
from tests.loader.curation.house import ARTICLE, log, reading, row

BASE = Base("http://localhost:8000/")
NOTE = "http://www.w3.org/2004/02/skos/core#editorialNote"
OWL = "http://www.w3.org/2002/07/owl#"


def quads(*rows: dict[str, Any]) -> set[Quad]:
    return set(curation_quads(apply(log(*rows), [reading()], [ARTICLE]), BASE))


def lines(found: set[Quad]) -> set[tuple[str, str, str]]:
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in found
        if not isinstance(quad.subject, BlankNode)
        and hasattr(quad.subject, "value")
        and hasattr(quad.object, "value")
    }


def test_a_merge_is_published_as_sameness_with_its_reason() -> None:
    found = quads(row("merge", keep="exercise-coral-shield", drop="coral-exercise"))
    kept = BASE.thing("exercise-coral-shield").value
    note = "Taken to be the same as coral-exercise by Ann Other on 2031-08-02: the sentence says so"
    assert lines(found) == {
        (kept, OWL + "sameAs", BASE.thing("coral-exercise").value),
        (kept, NOTE, note),
    }
    assert {quad.graph_name for quad in found} == {BASE.graph("curated")}


def test_two_things_kept_apart_are_published_as_different() -> None:
    found = lines(quads(row("distinct", things=["tonga", "samoa"])))
    assert (BASE.thing("samoa").value, OWL + "differentFrom", BASE.thing("tonga").value) in found


def test_a_withdrawn_thing_is_published_as_deprecated() -> None:
    found = lines(quads(row("withdraw", thing="coral-boat")))
    assert (BASE.thing("coral-boat").value, OWL + "deprecated", "true") in found


def test_a_judgement_about_what_is_nowhere_is_not_published() -> None:
    assert not quads(row("distinct", things=["samoa", "nowhere"]))
    assert not quads(row("merge", keep="nowhere", drop="samoa"))


def test_an_addition_leaves_no_judgement() -> None:
    added = row("add", "near Apia", statements=["exercise-coral-shield location apia"])
    assert not quads(added)

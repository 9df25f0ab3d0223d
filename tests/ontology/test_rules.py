"""Each rule infers what it should, and refrains where it should."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from ontology import terms
from ontology.files import rules
from ontology.inference import apply_rule, infer
from tests.ontology.datasets import BASE, INFERRED, all_examples, lay_out, read_trig, small

PART = "id:part ent:participant id:a ; ent:activity id:drill . "
LATER = {"name": "y", "day": "2031-06-01"}

INFERS = {
    "10-types": ("id:x a ent:Visit", "id:x a ent:Activity"),
    "20-general-properties": ("id:a ent:buysUnder id:c", "id:a ent:partyTo id:c"),
    "30-allies": ("id:a ent:alliedWith id:b", "id:b ent:alliedWith id:a"),
    "40-parts": ("id:a ent:partOf id:b . id:b ent:partOf id:c", "id:a ent:partOf id:c"),
    "50-current-status": ("id:x ent:status ent:Planned", "id:x ent:currentStatus ent:Planned"),
    "60-posts": ("id:a ent:hasTenure id:t . id:t ent:tenureOf id:p", "id:a ent:holdsPost id:p"),
    "70-participates": (
        PART + "id:drill ent:status ent:Planned",
        "id:a ent:participatesIn id:drill",
    ),
    "71-intends": (
        PART + "id:part ent:status ent:Planned . id:drill ent:status ent:Underway",
        "id:a ent:intendsToParticipateIn id:drill",
    ),
    "80-states-of-forces": (
        "id:ship a ent:Vessel ; ent:operatedBy id:navy ; ent:participatesIn id:drill . "
        "id:navy ent:belongsTo id:a . id:a a ent:State",
        "id:a ent:participatesIn id:drill",
    ),
}
REFRAINS = {
    "10-types": ("id:x a ent:Activity", "id:x a ent:Visit"),
    "20-general-properties": ("id:a ent:partyTo id:c", "id:a ent:buysUnder id:c"),
    "30-allies": ("id:a ent:supports id:b", "id:b ent:supports id:a"),
    "40-parts": ("id:a ent:partOf id:b . id:c ent:partOf id:b", "id:a ent:partOf id:c"),
    "50-current-status": ("id:x ent:startDate '2031'", "id:x ent:currentStatus ent:Planned"),
    "60-posts": (
        "id:a ent:hasTenure id:t . id:t ent:tenureOf id:p ; ent:status ent:Planned",
        "id:a ent:holdsPost id:p",
    ),
    "70-participates": (
        PART + "id:part ent:status ent:Committed . id:drill ent:status ent:Underway",
        "id:a ent:participatesIn id:drill",
    ),
    "71-intends": (
        PART + "id:part ent:status ent:Planned . id:drill ent:status ent:Planned",
        "id:a ent:intendsToParticipateIn id:drill",
    ),
    "80-states-of-forces": (
        "id:yard a ent:Company ; ent:belongsTo id:a ; ent:participatesIn id:drill . "
        "id:a a ent:State",
        "id:a ent:participatesIn id:drill",
    ),
}


def triple(text: str) -> Triple:
    (quad,) = read_trig(text + " .")
    return quad.triple


def is_inferred(store: Store, text: str) -> bool:
    t = triple(text)
    return Quad(t.subject, t.predicate, t.object, INFERRED) in store


def test_every_rule_has_both_kinds_of_case() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) >= 9
    assert names == sorted(names)
    assert set(INFERS) == set(REFRAINS) == set(names)


@pytest.mark.parametrize("name", INFERS)
def test_rule_infers(name: str) -> None:
    stated, expected = INFERS[name]
    store = lay_out(small(stated), inference=False)
    assert not is_inferred(store, expected)
    assert infer(store, INFERRED)[name] == 1
    assert is_inferred(store, expected)


@pytest.mark.parametrize("name", REFRAINS)
def test_rule_refrains(name: str) -> None:
    stated, unexpected = REFRAINS[name]
    assert not is_inferred(lay_out(small(stated)), unexpected)


def test_what_is_stated_is_not_inferred_again() -> None:
    store = lay_out(small("id:a ent:alliedWith id:b . id:b ent:alliedWith id:a"))
    assert list(store.quads_for_pattern(None, None, None, INFERRED)) == []


def test_inferred_triples_stand_in_the_default_graph_too() -> None:
    store = lay_out(all_examples())
    inferred = list(store.quads_for_pattern(None, None, None, INFERRED))
    assert len(inferred) > 50
    assert all(Quad(q.subject, q.predicate, q.object, DefaultGraph()) in store for q in inferred)


def test_a_second_run_infers_nothing() -> None:
    store = lay_out(all_examples())
    assert not any(apply_rule(rule, store) for rule in rules())
    assert set(infer(store, INFERRED).values()) == {0}


def test_what_is_only_quoted_is_not_reasoned_from() -> None:
    stated = small("id:a ent:alliedWith id:b")
    quoted = [_requoted(quad) for quad in stated]
    assert quoted != stated
    assert not is_inferred(lay_out(quoted), "id:b ent:alliedWith id:a")


def _requoted(quad: Quad) -> Quad:
    value = terms.Quoted if quad.object == terms.Asserted else quad.object
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)


@pytest.mark.parametrize(
    "first_day, second_day, expected",
    [
        ("2031-05-04", "2031-06-01", {"Completed"}),
        ("2031-06-01", "2031-05-04", {"Planned"}),
        ("2031-05-04", "2031-05-04", {"Planned", "Completed"}),
        (None, "2031-05-04", {"Completed"}),
        (None, None, {"Planned", "Completed"}),
    ],
)
def test_latest_report_is_current(
    first_day: str | None, second_day: str | None, expected: set[str]
) -> None:
    first = small("id:x ent:status ent:Planned", day=first_day)
    second = small("id:x ent:status ent:Completed", day=second_day, name="y")
    store = lay_out([*first, *second])
    status = triple("id:x ent:currentStatus id:x").predicate
    found = store.quads_for_pattern(BASE.thing("x"), status, None, DefaultGraph())
    assert {_local(quad.object) for quad in found} == expected


def _local(term: object) -> str:
    assert isinstance(term, NamedNode)
    return term.value.rpartition("#")[2]


def test_a_cancelled_part_gives_no_edge() -> None:
    for stage in ("Planned", "Underway"):
        store = lay_out(
            small(PART + f"id:part ent:status ent:Cancelled . id:drill ent:status ent:{stage}")
        )
        assert not is_inferred(store, "id:a ent:participatesIn id:drill")
        assert not is_inferred(store, "id:a ent:intendsToParticipateIn id:drill")


def test_a_part_that_became_real_is_no_more_only_intended() -> None:
    planned = small(PART + "id:part ent:status ent:Planned . id:drill ent:status ent:Underway")
    store = lay_out([*planned, *small("id:part ent:status ent:Underway", **LATER)])
    assert is_inferred(store, "id:a ent:participatesIn id:drill")
    assert not is_inferred(store, "id:a ent:intendsToParticipateIn id:drill")


def test_a_ship_that_intends_to_take_part_speaks_for_its_owner() -> None:
    store = lay_out(
        small(
            "id:ship a ent:Vessel ; ent:belongsTo id:a . id:a a ent:State . "
            "id:part ent:participant id:ship ; ent:activity id:drill ; ent:status ent:Planned . "
            "id:drill ent:status ent:Underway"
        )
    )
    assert is_inferred(store, "id:a ent:intendsToParticipateIn id:drill")
    assert not is_inferred(store, "id:a ent:participatesIn id:drill")

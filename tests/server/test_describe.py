from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad

from ontology import NAMESPACE
from server.describe import describe
from server.snapshots import Snapshot, open_snapshot
from server.standing import Standing, State, find_standing
from tests.support.tiny import BASE, publish

FOLDED = """
<id/freedonia-in-duck> a ent:Participation ; ent:participant id:freedonia ;
  ent:activity id:exercise-duck ; ent:role ent:Host .
GRAPH <article/duck#claim-00000000000000c3> { id:freedonia-in-duck ent:role ent:Host . }
<article/duck#claim-00000000000000c3> a ent:Claim ; ent:inPassage <article/duck#char=0,41> .
"""
CLAIM = BASE + "article/duck#claim-00000000000000"


def ent(name: str) -> NamedNode:
    return NamedNode(NAMESPACE + name)


def thing(slug: str) -> NamedNode:
    return NamedNode(f"{BASE}id/{slug}")


def plain(quads: tuple[Quad, ...]) -> set[tuple[str, str]]:
    return {(quad.predicate.value.rpartition("#")[2], str(quad.object)) for quad in quads}


def test_a_description_has_what_is_said_both_ways(tiny: Snapshot) -> None:
    found = describe(tiny, thing("exercise-duck"))
    assert ("status", str(ent("Underway"))) in plain(found.outgoing)
    assert [quad.subject for quad in found.incoming] == [thing("freedonia")]
    assert found.incoming_count == 1


def test_quoted_statements_come_with_their_claim_and_outside_the_triples(tiny: Snapshot) -> None:
    found = describe(tiny, thing("sylvania"))
    quoted = Quad(thing("freedonia"), ent("supports"), thing("sylvania"), NamedNode(CLAIM + "b2"))
    assert quoted in found.stated
    assert quoted in set(found.quads())
    assert all(quad.graph_name == DefaultGraph() for quad in found.triples())
    assert ("modality", str(ent("Quoted"))) in plain(found.evidence)
    assert any("said Mr Firefly" in str(quad.object) for quad in found.evidence)


def test_a_node_that_only_joins_is_read_whole(tmp_path: Path) -> None:
    publish(tmp_path, FOLDED)
    found = describe(open_snapshot(tmp_path / "current"), thing("freedonia"))
    assert ("role", str(ent("Host"))) in plain(found.nodes)
    assert NamedNode(CLAIM + "c3") in {quad.graph_name for quad in found.stated}


def test_incoming_links_are_bounded_and_counted(tiny: Snapshot) -> None:
    found = describe(tiny, ent("State"), incoming_limit=1)
    assert len(found.incoming) == 1
    assert found.incoming_count == 2
    assert found.shortened().startswith("Holds 1 of 2 links to it;")
    assert not describe(tiny, ent("State")).shortened()


def test_claims_are_bounded_and_counted(tiny: Snapshot) -> None:
    found = describe(tiny, thing("freedonia"), incoming_limit=1)
    assert len({quad.graph_name for quad in found.stated}) == 1
    assert found.claims_count == 2
    assert "1 of 2 claims about it" in found.shortened()


def test_nothing_is_said_about_an_unknown_thing(tiny: Snapshot) -> None:
    assert not describe(tiny, thing("nowhere"))


def test_a_description_names_what_it_mentions(tiny: Snapshot) -> None:
    found = describe(tiny, thing("freedonia"))
    assert any("Exercise Duck" in str(quad.object) for quad in found.labels)


@pytest.mark.parametrize(
    "slug, standing",
    [
        ("freedonia", Standing(State.KEPT)),
        ("freedonian-republic", Standing(State.MERGED, "freedonia")),
        ("atlantis", Standing(State.WITHDRAWN, reason="It was a misreading.")),
        ("nowhere", Standing(State.UNKNOWN)),
        ("No Slug/../", Standing(State.UNKNOWN)),
    ],
)
def test_each_slug_has_its_standing(tiny: Snapshot, slug: str, standing: Standing) -> None:
    assert find_standing(tiny, slug) == standing

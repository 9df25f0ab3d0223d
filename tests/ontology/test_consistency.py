"""owlrl, an independent reasoner, finds no contradiction and agrees with the rules."""

from __future__ import annotations

import random

import owlrl
import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store
from rdflib import RDF, Graph, Namespace, URIRef

from ontology import NAMESPACE
from tests.ontology.datasets import BASE, all_examples, lay_out, merged, small
from tests.ontology.graphs import graph_of, vocabulary, with_more

ENT = Namespace(NAMESPACE)
SHARED = frozenset(
    ENT[name] for name in ("alliedWith", "follows", "holdsPost", "partOf", "partyTo", "replaces")
)
BREACHES = {
    "disjoint classes": "id:norlund a ent:Activity .",
    "state and person": "id:norlund a ent:Person .",
    "place and agreement": "id:holm a ent:Place, ent:Agreement .",
    "range makes it disjoint": "id:norlund ent:partyTo id:mira-sand .",
    "asymmetric": "id:a ent:replaces id:b . id:b ent:replaces id:a .",
    "irreflexive": "id:a ent:replaces id:a .",
    "domain makes it disjoint": "id:coast-pact ent:holdsPost id:foreign-minister-of-norlund .",
}


def closure(graph: Graph) -> Graph:
    """Give the OWL 2 RL closure, as owlrl makes it."""
    expanded = Graph()
    expanded += graph
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(expanded)
    return expanded


def errors(graph: Graph) -> list[str]:
    kinds = {kind for kind in graph.objects(None, RDF.type) if str(kind).endswith("ErrorMessage")}
    return [str(message) for kind in kinds for message in graph.subjects(RDF.type, kind)]


def with_vocabulary(quads: list[Quad]) -> Graph:
    combined = Graph()
    combined += vocabulary()
    combined += graph_of(quads)
    return combined


def test_vocabulary_and_examples_do_not_contradict_each_other() -> None:
    assert errors(closure(with_vocabulary(list(merged(all_examples()))))) == []


TYPED = "id:norlund a ent:State . id:mira-sand a ent:Person . id:coast-pact a ent:Agreement . "


def test_things_that_breaches_are_planted_on_are_consistent() -> None:
    assert errors(closure(with_more(vocabulary(), TYPED))) == []


@pytest.mark.parametrize("turtle", BREACHES.values(), ids=BREACHES)
def test_reasoner_finds_the_planted_contradiction(turtle: str) -> None:
    assert errors(closure(with_more(vocabulary(), TYPED + turtle)))


def tangle(seed: int) -> list[Quad]:
    """Give a claim of many random facts of the shared kinds."""
    pick = random.Random(seed)  # noqa: S311
    kinds = {"alliedWith": "State", "partOf": "Place", "buysUnder": "State"}
    facts = [
        f"id:{kind.lower()}{n} a ent:{kind} ." for kind in ("State", "Place") for n in range(6)
    ]
    facts += [f"id:contract{n} a ent:ProcurementContract ." for n in range(6)]
    for name, kind in kinds.items():
        target = "contract" if name == "buysUnder" else kind.lower()
        for _ in range(7):
            one, other = pick.randrange(6), pick.randrange(6)
            facts.append(f"id:{kind.lower()}{one} ent:{name} id:{target}{other} .")
    for n in range(5):
        facts.append(f"id:contract{n} ent:replaces id:contract{n + 1} .")
        facts.append(f"id:person{n} a ent:Person ; ent:hasTenure id:tenure{n} .")
        facts.append(f"id:tenure{n} a ent:Tenure ; ent:tenureOf id:post{n % 2} .")
        facts.append(f"id:post{n % 2} a ent:Post .")
    return small("\n".join(facts))


def _by_rules(store: Store) -> set[tuple[str, str, str]]:
    found = store.quads_for_pattern(None, None, None, DefaultGraph())
    triples = ((q.subject, q.predicate, q.object) for q in found)
    return {
        (s.value, p.value, o.value)
        for s, p, o in triples
        if isinstance(s, NamedNode) and isinstance(o, NamedNode) and _is_shared(s, p, o)
    }


def _is_shared(subject: NamedNode, predicate: NamedNode, value: NamedNode) -> bool:
    return subject.value.startswith(BASE.iri + "id/") and (
        URIRef(predicate.value) in SHARED
        or (predicate.value == str(RDF.type) and value.value.startswith(NAMESPACE))
    )


def _by_oracle(graph: Graph) -> set[tuple[str, str, str]]:
    named = (t for t in graph if all(isinstance(term, URIRef) for term in t))
    triples = ((NamedNode(str(s)), NamedNode(str(p)), NamedNode(str(o))) for s, p, o in named)
    return {(s.value, p.value, o.value) for s, p, o in triples if _is_shared(s, p, o)}


@pytest.mark.parametrize(
    "quads", [all_examples(), tangle(1), tangle(2)], ids=["examples", "tangle 1", "tangle 2"]
)
def test_rules_and_reasoner_agree_on_the_axioms_they_share(quads: list[Quad]) -> None:
    ours = _by_rules(lay_out(quads))
    oracle = _by_oracle(closure(with_vocabulary(list(merged(quads)))))
    assert len(ours) > 50
    assert ours == oracle

"""Inference: the rules of ``rules/*.rq``, in order, until nothing new comes."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryTriples, Store, Triple

from .files import QueryFile, rules


def infer(store: Store, graph: NamedNode) -> dict[str, int]:
    """Add what the rules infer to the default graph and to ``graph``; give the count by rule.

    A triple that the default graph holds already is not inferred. The claims' graphs are read and
    never written.

    Args:
        store: The whole dataset: default graph, claims' graphs, the ontology's terms.
        graph: The graph of inferred triples, ``{base}graph/inferred``.
    """
    counts = dict.fromkeys((rule.name for rule in rules()), 0)
    added = 1
    while added:
        added = sum(_apply(rule, store, graph, counts) for rule in rules())
    return counts


def _apply(rule: QueryFile, store: Store, graph: NamedNode, counts: dict[str, int]) -> int:
    triples = apply_rule(rule, store)
    for name in (DefaultGraph(), graph):
        store.extend(Quad(t.subject, t.predicate, t.object, name) for t in triples)
    counts[rule.name] += len(triples)
    return len(triples)


def apply_rule(rule: QueryFile, store: Store) -> set[Triple]:
    """Give what one rule infers from the store as it is, without adding it."""
    result = store.query(rule.text)
    if not isinstance(result, QueryTriples):
        raise TypeError(f"rule {rule.name} is no CONSTRUCT query; make it one")
    return set(result)

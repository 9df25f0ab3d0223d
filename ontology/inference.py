"""Inference: the rules of ``rules/*.rq``, in order, until nothing new comes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pyoxigraph import NamedNode, Quad, QueryTriples, Store, Triple

from .files import QueryFile, rules

#: Triples that are held at a time.
_PART = 50_000


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
    added, found = 0, _answers(rule, store)
    while part := set(islice(found, _PART)):
        plain = [Quad(t.subject, t.predicate, t.object) for t in part]
        fresh = [quad for quad in plain if quad not in store]
        store.extend(fresh)
        store.extend(Quad(q.subject, q.predicate, q.object, graph) for q in fresh)
        added += len(fresh)
    counts[rule.name] += added
    return added


def apply_rule(rule: QueryFile, store: Store) -> set[Triple]:
    """Give what one rule infers from the store as it is, without adding it."""
    return set(_answers(rule, store))


def _answers(rule: QueryFile, store: Store) -> Iterator[Triple]:
    """Give what a rule infers; a query reads the store as it was when it began."""
    result = store.query(rule.text)
    if not isinstance(result, QueryTriples):
        raise TypeError(f"rule {rule.name} is no CONSTRUCT query; make it one")
    return iter(result)

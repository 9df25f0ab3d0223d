"""What made the claims, for whoever asks where a claim comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Store, Triple

from ontology.iris import Base

from .vocabulary import LABEL, A, english, term


@dataclass(frozen=True, slots=True)
class Maker:
    """A rule of the loader, as readers are told of it.

    Attributes:
        id: Its id, as in ``rule:{id}``.
        label: What it looks for, in a few words.
        description: What it states, in a sentence; empty where nobody wrote one.
        examples: Sentences that it reads.
    """

    id: str
    label: str
    description: str = ""
    examples: tuple[str, ...] = ()


def maker_triples(store: Store, base: Base, rules: Mapping[str, Maker]) -> Iterator[Triple]:
    """Describe the rules and curators that made claims, in the order of their names."""
    made = store.quads_for_pattern(None, term("prov:wasGeneratedBy"), None, DefaultGraph())
    nodes = {quad.object.value for quad in made if isinstance(quad.object, NamedNode)}
    for node in sorted(nodes):
        path = base.path(node) or ""
        if path.startswith("rule/"):
            name = path.removeprefix("rule/")
            yield from _rule(NamedNode(node), rules.get(name, Maker(name, name)))
        elif path.startswith("curator/"):
            yield Triple(NamedNode(node), A, term("prov:Person"))
            name = path.removeprefix("curator/").replace("-", " ").title()
            yield Triple(NamedNode(node), LABEL, english(name))


def _rule(node: NamedNode, rule: Maker) -> Iterator[Triple]:
    yield Triple(node, A, term("prov:Plan"))
    yield Triple(node, LABEL, english(rule.label))
    if rule.description:
        yield Triple(node, term("dcterms:description"), english(rule.description))
    for example in rule.examples:
        yield Triple(node, term("skos:example"), english(example))

"""What made the claims, for whoever asks where a claim comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

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


def maker_triples(
    makers: Iterable[str], base: Base, rules: Mapping[str, Maker]
) -> Iterator[Triple]:
    """Describe the rules and curators that made claims, in the order of their names.

    Args:
        makers: ``rule:{id}`` or ``curator:{name}``, as claims have them.
        base: Address space of the dataset.
        rules: Rules that are known, by id.
    """
    for maker in sorted(set(makers)):
        kind, _, name = maker.partition(":")
        if kind == "rule":
            yield from _rule(base.rule(name), rules.get(name, Maker(name, name)))
        else:
            yield Triple(base.curator(name), A, term("prov:Person"))
            yield Triple(base.curator(name), LABEL, english(name))


def _rule(node: NamedNode, rule: Maker) -> Iterator[Triple]:
    yield Triple(node, A, term("prov:Plan"))
    yield Triple(node, LABEL, english(rule.label))
    if rule.description:
        yield Triple(node, term("dcterms:description"), english(rule.description))
    for example in rule.examples:
        yield Triple(node, term("skos:example"), english(example))

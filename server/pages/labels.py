"""What the ontology's terms are called, read from its own files: no look at the data."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pyoxigraph import Literal, NamedNode

from ontology import NAMESPACE as ENT
from ontology.curies import term
from ontology.vocabulary import load_vocabulary

from .words import split_words

_LABEL = term("rdfs:label")


@cache
def labels() -> dict[str, str]:
    """Give the label of each term of the ontology, by local name."""
    found = {}
    for triple in load_vocabulary().descriptions:
        node, text = triple.subject, triple.object
        if triple.predicate == _LABEL and isinstance(node, NamedNode) and isinstance(text, Literal):
            found[node.value.removeprefix(ENT)] = text.value
    return found


def label_of(name: str) -> str:
    """Say what a term is called; one that the ontology lacks is called by its own words, split.

    >>> label_of("ArmedForce"), label_of("SeaMonster")
    ('Armed force', 'Sea monster')
    """
    return labels().get(name) or split_words(name).capitalize()


def kind_words(kinds: Iterable[str]) -> str:
    """Say what a thing is, by the local names of its classes.

    >>> kind_words(["ArmedForce", "Organisation"]), kind_words([])
    ('Armed force, organisation', 'Thing')
    """
    words = ", ".join(label_of(kind) for kind in kinds)
    return words.capitalize() if words else "Thing"

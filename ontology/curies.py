"""Terms by their short names, such as ``skos:note``, over the one table of prefixes."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from . import PREFIXES


@cache
def term(name: str) -> NamedNode:
    """Name a term: ``participatesIn`` of the ontology, or ``skos:note`` of another vocabulary.

    Raises:
        ValueError: When the prefix is not one of ours.

    >>> term("rdfs:label").value, term("State").value
    ('http://www.w3.org/2000/01/rdf-schema#label', 'https://w3id.org/entente/ontology#State')
    """
    prefix, colon, local = name.rpartition(":")
    namespace = PREFIXES.get(prefix if colon else "ent")
    if namespace is None:
        raise ValueError(f"no prefix {prefix!r} for {name!r}; known are {', '.join(PREFIXES)}")
    return NamedNode(namespace + local)

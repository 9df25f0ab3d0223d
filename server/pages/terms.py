"""The terms that a query can use, as the editor's completion wants them: words, counts, links."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode, QuerySolutions

from ontology import NAMESPACE as ENT
from ontology import PREFIXES, prefixes_for
from ontology.curies import term
from ontology.vocabulary import load_vocabulary

from .graph import LABEL, SUBCLASS, TYPE, Graph, local
from .words import split_words

_KINDS = {
    "owl:Class": "class",
    "owl:ObjectProperty": "property",
    "owl:DatatypeProperty": "property",
    "skos:Concept": "code",
}
_OF = tuple(map(term, ("rdfs:domain", "schema:domainIncludes")))
_TO = tuple(map(term, ("rdfs:range", "schema:rangeIncludes")))
_TEXTS = {LABEL: "label", term("skos:definition"): "definition"}
_LISTS = {
    **dict.fromkeys(_OF, "domain"),
    **dict.fromkeys(_TO, "range"),
    SUBCLASS: "above",
    term("skos:inScheme"): "above",
}
_CLASSES = "SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t"
_PROPERTIES = "SELECT ?t (COUNT(*) AS ?n) { ?s ?t ?o } GROUP BY ?t"

Row = dict[str, object]


def terms_of(graph: Graph) -> Mapping[str, object]:
    """Give prefixes and terms: those of the ontology, and others' properties that the data uses.

    Each has a short ``name``, a ``kind`` (class, property or code), a label, a definition, how
    often the data has it, and, where there are any, the classes above it, those that it is of
    (``domain``) and those that it leads to (``range``), by local names.
    """
    counts = _counts(graph, _CLASSES) | _counts(graph, _PROPERTIES)
    ours = [_row(iri, said, counts) for iri, said in _described().items()]
    others = [_other(iri, count) for iri, count in counts.items() if _prefix(iri)]
    found = sorted((*ours, *others), key=lambda row: (str(row["kind"]), str(row["name"])))
    return {"prefixes": prefixes_for(graph.base.iri), "terms": found}


def _counts(graph: Graph, query: str) -> dict[str, int]:
    rows = graph.store.query(query)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 (a SELECT gives nothing else)
    found = {}
    for name, number in rows:
        if isinstance(name, NamedNode) and isinstance(number, Literal):
            found[name.value] = int(number.value)
    return found


@cache
def _described() -> Mapping[str, Mapping[str, object]]:
    """Read what the ontology's own files say of its classes, properties and codes, by IRI."""
    found: dict[str, dict[str, object]] = {}
    for triple in load_vocabulary().descriptions:
        said = found.setdefault(getattr(triple.subject, "value", ""), {})
        _take(said, triple.predicate, triple.object)
    return {iri: said for iri, said in found.items() if "kind" in said and iri.startswith(ENT)}


def _take(said: dict[str, object], name: NamedNode, value: object) -> None:
    if name == TYPE:
        kind = next((word for kind, word in _KINDS.items() if term(kind) == value), None)
        said |= {"kind": kind} if kind else {}
    elif name in _TEXTS and isinstance(value, Literal):
        said[_TEXTS[name]] = value.value
    elif name in _LISTS and isinstance(value, NamedNode) and value.value.startswith(ENT):
        listed = said.setdefault(_LISTS[name], [])
        assert isinstance(listed, list)  # noqa: S101 (made so one line above)
        listed.append(local(value.value))


def _row(iri: str, said: Mapping[str, object], counts: Mapping[str, int]) -> Row:
    return {"name": f"ent:{local(iri)}", **said, "count": counts.get(iri, 0)}


def _prefix(iri: str) -> str:
    """Give the prefix of a property or class of another vocabulary; empty where we have none."""
    spaces = ((prefix, space) for prefix, space in PREFIXES.items() if iri.startswith(space))
    return next((prefix for prefix, _ in spaces if prefix != "ent"), "")


def _other(iri: str, count: int) -> Row:
    name = local(iri)
    kind = "class" if name[:1].isupper() else "property"
    return {
        "name": f"{_prefix(iri)}:{name}",
        "kind": kind,
        "label": split_words(name),
        "definition": "",
        "count": count,
    }

"""Sentences of the newest articles that show how the ontology's terms are used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT
from ontology.curies import term

from .ahead import OF_ARTICLES, OF_PASSAGES, read_objects
from .evidence import date_of, offsets, passage_text
from .graph import LABEL, TYPE, Graph, ent, local
from .model import Link

MOST, NEWEST, MOST_ROWS = 3, 25, 9_000
SHORTEST, LONGEST = 40, 260
_NEWEST = f"""SELECT ?article (MAX(STR(?day)) AS ?last) {{
  ?article a ent:Article OPTIONAL {{ ?article ent:published ?day }}
}} GROUP BY ?article ORDER BY DESC(?last) ?article LIMIT {NEWEST}"""
_STATED = """SELECT ?article ?passage ?claim ?modality ?s ?p ?o {{
  VALUES ?article {{ {articles} }}
  ?passage ent:inArticle ?article . ?claim ent:inPassage ?passage ; ent:modality ?modality .
  GRAPH ?claim {{ ?s ?p ?o }}
}} ORDER BY ?claim ?s ?p ?o LIMIT {most}"""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A sentence in which a term is used.

    Attributes:
        words: The sentence, mended.
        where: The article's passage, by publisher and date.
        thing: The thing in it that is of a class; None for other terms, and where it has no name.
    """

    words: str
    where: Link
    thing: Link | None


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a term: newest articles have the lowest ``age``."""

    age: int
    claim: NamedNode
    passage: NamedNode
    article: NamedNode
    thing: NamedNode | None


def specimens(graph: Graph) -> Mapping[str, tuple[Specimen, ...]]:
    """Give up to three sentences for each term that the newest articles use, by local name.

    What articles deny shows only what a denial is. Four reads, and one for each 300 names.
    """
    uses = _uses(graph)
    every = [use for found in uses.values() for use in found]
    read_objects(graph, (use.passage for use in every), OF_PASSAGES)
    read_objects(graph, (use.article for use in every), OF_ARTICLES)
    chosen = {name: _best(graph, found) for name, found in uses.items()}
    return {
        name: tuple(_specimen(graph, use) for use in found)
        for name, found in chosen.items()
        if found
    }


def _uses(graph: Graph) -> Mapping[str, list[Use]]:
    articles = [row["article"] for row in graph.select(_NEWEST)]
    if not articles:
        return {}
    ages = {article: age for age, article in enumerate(articles)}
    text = _STATED.format(articles=" ".join(map(str, articles)), most=MOST_ROWS)
    rows = [row for row in graph.select(text) if isinstance(row["s"], NamedNode)]
    ends = (end for row in rows for end in (row["s"], row["o"]) if isinstance(end, NamedNode))
    read_objects(graph, ends, (TYPE, LABEL))
    found: dict[str, list[Use]] = defaultdict(list)
    for row in rows:
        at = ages[row["article"]], row["claim"], row["passage"], row["article"]
        found[local(row["modality"].value)].append(Use(*at, None))
        if row["modality"] != ent("Denied"):
            for node, thing in _terms(graph, row["s"], row["p"], row["o"]):
                found[local(node.value)].append(Use(*at, thing))
    return found


def _terms(
    graph: Graph, subject: NamedNode, name: NamedNode, value: object
) -> Iterable[tuple[NamedNode, NamedNode | None]]:
    """List the terms of ours that a triple uses, each class with the thing that is of it."""
    plain = [name, value] if name != term("rdf:type") else []
    yield from ((one, None) for one in plain if _is_ours(one))  # type: ignore[misc]
    for end in (subject, value):
        if isinstance(end, NamedNode) and not _is_ours(end):
            kinds = graph.objects(end, TYPE)
            yield from ((kind, end) for kind in kinds if _is_ours(kind))  # type: ignore[misc]


def _is_ours(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(ENT)


def _best(graph: Graph, uses: Sequence[Use]) -> list[Use]:
    """Choose sentences neither short nor long: of different articles, else of one."""
    texts = {use.passage: passage_text(graph, use.passage)[1] for use in uses}
    fit = [use for use in uses if SHORTEST <= len(texts[use.passage]) <= LONGEST]
    fit.sort(key=lambda use: (use.age, use.claim.value))
    chosen: list[Use] = []
    for apart in (True, False):
        for use in fit:
            others = (_alike(use, other, texts, apart=apart) for other in chosen)
            if len(chosen) < MOST and not any(others):
                chosen.append(use)
    return chosen


def _alike(one: Use, other: Use, texts: Mapping[NamedNode, str], *, apart: bool) -> bool:
    same = one.thing is not None and one.thing == other.thing
    near = apart and one.article == other.article
    return same or near or texts[one.passage] == texts[other.passage]


def _specimen(graph: Graph, use: Use) -> Specimen:
    start, end = offsets(use.passage)
    publisher = graph.text(use.article, term("dcterms:publisher"))
    told = ", ".join(filter(None, (publisher, date_of(graph, use.article))))
    href = f"article/{local(use.article.value)}#char={start},{end}"
    words = passage_text(graph, use.passage)[1]
    named = use.thing and graph.objects(use.thing, LABEL)
    thing = graph.link(use.thing) if use.thing and named else None
    return Specimen(words, Link(told or "an article without a date", href), thing)

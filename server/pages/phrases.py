"""How a saying reads on a page: the relation, the other end, its group, its stage, its notes."""

from __future__ import annotations

from pyoxigraph import NamedNode

from .evidence import passage_text, repairs
from .graph import Graph, Term, ent, local, stage_of
from .model import Link, Note, Stage
from .sayings import Saying, figure_words, fold_of
from .words import date_words, number_words, place_of_kind, wording

_STAGED = ("Activity", "Agreement")
_NOTE_WORDS = {"role": "as", "item": "with", "location": "at", "startDate": "from",
               "endDate": "read as", "origin": "from", "destination": "to"}  # fmt: skip
MOST_WORDS = 12


def relation_words(graph: Graph, saying: Saying, forward: bool) -> str:
    """Say the relation in plain English, from the page's thing to the other end."""
    if saying.relation == "figureOf" and saying.node:
        measure = graph.node(saying.node, ent("measure"))
        return graph.label(measure).lower() if measure else "figure"
    if not saying.relation.startswith("http"):
        words = wording(saying.relation)
        return words.forward if forward else words.inverse
    name = local(saying.relation)
    return {"note": "in its words", "type": "is a"}.get(name, wording(name).forward)


def object_link(graph: Graph, term: Term) -> Link:
    """Show the other end: a figure by its number, an IRI by its label, words in quotation marks."""
    if not isinstance(term, NamedNode):
        quoted = term.datatype.value.endswith("#string")
        if term.datatype.value.endswith(("#decimal", "#integer")):
            return Link(number_words(term.value))
        return Link(term.value if quoted else date_words(term.value), quoted=quoted)
    if fold_of(graph, term) == "Figure":
        return graph.link(term, figure_words(graph, term))
    if "#quote=" in term.value:
        return graph.link(term, quotation_words(graph, term))
    return graph.link(term)


def quotation_words(graph: Graph, quotation: NamedNode) -> str:
    """Give the first words of a quotation, mended, in quotation marks."""
    article = NamedNode(quotation.value.partition("#")[0])
    spoken = [term.value for term in graph.objects(quotation, ent("text"))]
    whole = (graph.text(article, ent("text")) or "") if len(spoken) > 1 else ""
    texts = sorted(spoken, key=whole.find)
    words = _mended(graph, quotation, texts[0]).split() if texts else []
    if not words:
        return "words that are not published here"
    more = " …" if len(words) > MOST_WORDS or len(texts) > 1 else ""
    return f"“{' '.join(words[:MOST_WORDS])}{more}”"


def _mended(graph: Graph, quotation: NamedNode, text: str) -> str:
    for passage in graph.objects(quotation, ent("inPassage")):
        if isinstance(passage, NamedNode):
            for before, after in repairs(*passage_text(graph, passage)):
                text = text.replace(before, after)
    return text


def place_of(graph: Graph, saying: Saying, forward: bool, thing: NamedNode) -> str:
    """Give the group of the page that a fact belongs to."""
    if saying.relation == "figureOf":
        return "figures"
    if saying.relation.startswith("http"):
        return "notes"
    words = wording(saying.relation)
    place = words.place if forward else words.back_place
    other = saying.other(thing)
    if place == "activity" or (forward and place == "partners" and _is_activity(graph, other)):
        return place_of_kind(graph.kinds(other) if isinstance(other, NamedNode) else ())
    return "joins" if place == "inner" else place


def _is_activity(graph: Graph, term: Term) -> bool:
    return isinstance(term, NamedNode) and graph.is_a(term, "Activity")


def saying_stage(graph: Graph, saying: Saying, thing: NamedNode) -> Stage | None:
    """Say how real a relation is, seen from a thing; None where no source says."""
    if saying.relation in ("status", "currentStatus"):
        return stage_of(saying.object)
    if saying.node is not None:
        return graph.stage(saying.node) or (stage_of(saying.stage) if saying.stage else None)
    other = saying.other(thing)
    if isinstance(other, NamedNode) and any(graph.is_a(other, kind) for kind in _STAGED):
        return graph.stage(other)
    return None


def saying_notes(graph: Graph, saying: Saying) -> tuple[Note, ...]:
    """Give what a participation, tenure or figure says of itself besides what it joins."""
    together: dict[str, list[Link]] = {}
    for name, term in saying.qualifiers:
        link = object_link(graph, term)
        if name in _NOTE_WORDS or link.href:
            together.setdefault(_note_words(name, term), []).append(link)
        else:
            together.setdefault(f"{name}:{link.text}", []).append(link)
    return tuple(
        Note(words if ":" not in words else "", tuple(links)) for words, links in together.items()
    )


def _note_words(name: str, term: Term) -> str:
    if name in _NOTE_WORDS or not isinstance(term, NamedNode) or name.startswith("http"):
        return _NOTE_WORDS.get(name, "")
    return wording(name).forward

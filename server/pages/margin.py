"""What was read in each passage of an article, as it stands in the margin."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from .ahead import read_passages
from .evidence import made_by, offsets, passage_text
from .fragments import at_text
from .graph import Graph, ent, local
from .model import Link, Note, Stage
from .phrases import object_link, relation_words, saying_notes, saying_stage
from .rows import UNSHOWN
from .sayings import Saying, sayings

MOST_THINGS = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with the claims read in it: raw offsets, words as repaired, claims in order."""

    number: int
    start: int
    end: int
    raw: str
    clean: str
    claims: tuple[NamedNode, ...]

    @property
    def anchors(self) -> tuple[str, ...]:
        """Fragments that lead here: the passage's own, then its claims'."""
        own = f"char={self.start},{self.end}"
        return (own, *(claim.value.partition("#")[2] for claim in self.claims))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said of a thing, beside the text."""

    relation: str
    object: Link
    notes: tuple[Note, ...]
    stage: Stage | None
    voice: str
    speaker: Link | None
    curated: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing beside the text, where it stands, and what is said of it."""

    thing: Link
    stage: Stage | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Margin:
    """What was read in one passage: the first things, and those that fold.

    Attributes:
        number: The passage's number.
        anchors: Fragments that lead to it, its own first.
        words: Its text, repaired; empty when it is withheld.
        first: The things that most is said of.
        more: The others.
        original: The publisher's page, opened at the sentence; None when unknown or withheld.
    """

    number: int
    anchors: tuple[str, ...]
    words: str
    first: tuple[Entry, ...]
    more: tuple[Entry, ...]
    original: str | None = None


def passages_of(graph: Graph, article: NamedNode) -> list[Passage]:
    """List the passages of an article in the order of the text, numbered from 1."""
    nodes = graph.subjects(ent("inArticle"), article)
    read_passages(graph, nodes)
    spans = sorted((offsets(node), node.value) for node in nodes if "#char=" in node.value)
    return [
        Passage(number, *span, *passage_text(graph, NamedNode(iri)), _claims(graph, iri))
        for number, (span, iri) in enumerate(spans, 1)
    ]


def _claims(graph: Graph, passage: str) -> tuple[NamedNode, ...]:
    found = graph.subjects(ent("inPassage"), NamedNode(passage))
    return tuple(node for node in found if graph.is_claim(node))


def margin_of(graph: Graph, passage: Passage, address: str | None = None) -> Margin:
    """Put together what a passage's claims say, one entry a thing.

    Args:
        graph: The snapshot to read.
        passage: The passage.
        address: Where its article was published; None when unknown.
    """
    entries: dict[NamedNode, list[tuple[Saying, NamedNode]]] = {}
    for claim in passage.claims:
        for saying in sayings(graph, graph.claim_triples(claim)):
            if saying.relation in UNSHOWN:
                continue
            entries.setdefault(saying.subject, []).append((saying, claim))
    made = [_entry(graph, thing, said) for thing, said in entries.items()]
    made.sort(key=lambda entry: (-len(entry.lines), entry.thing.text))
    first, more = tuple(made[:MOST_THINGS]), tuple(made[MOST_THINGS:])
    original = at_text(address, passage.clean) if address and passage.clean else None
    return Margin(passage.number, passage.anchors, passage.clean, first, more, original)


def _entry(graph: Graph, thing: NamedNode, said: list[tuple[Saying, NamedNode]]) -> Entry:
    asserted = [one for one, claim in said if _voice(graph, claim) == "Asserted"]
    stages = [one for one in asserted if one.relation == "status"]
    stage = saying_stage(graph, stages[0], thing) if stages else None
    lines = [_line(graph, one, claim) for one, claim in said if one not in stages]
    return Entry(object_link(graph, thing), stage, tuple(dict.fromkeys(lines)))


def _line(graph: Graph, saying: Saying, claim: NamedNode) -> Line:
    voice, speaker = _voice(graph, claim), graph.node(claim, ent("attributedTo"))
    staged = saying.node is not None and voice != "Denied"
    return Line(
        relation=relation_words(graph, saying, True),
        object=object_link(graph, saying.object),
        notes=saying_notes(graph, saying),
        stage=saying_stage(graph, saying, saying.subject) if staged else None,
        voice=voice,
        speaker=graph.link(speaker) if speaker else None,
        curated=made_by(graph, claim)[0] == "Set by curator",
    )


def _voice(graph: Graph, claim: NamedNode) -> str:
    modality = graph.node(claim, ent("modality"))
    return local(modality.value) if modality else "Asserted"

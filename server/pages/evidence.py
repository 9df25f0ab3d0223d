"""The sentence behind a claim: who wrote it, what was mended, who is meant, what read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from pyoxigraph import NamedNode

from ontology.curies import term

from .graph import Graph, ent, local, stage_of
from .model import Claimed, Evidence, Link, Piece, Source
from .words import date_words

SPAN = tuple[int, int]
FIRST_WORDS = 8


def evidence_for(graph: Graph, claim: NamedNode, meant: Iterable[NamedNode]) -> Evidence | None:
    """Collect the sentence behind a claim; None when the claim names no passage.

    Args:
        graph: The snapshot to read.
        claim: The claim.
        meant: Things whose names are marked in the sentence.
    """
    passage = graph.node(claim, ent("inPassage"))
    article = graph.node(passage, ent("inArticle")) if passage else None
    if passage is None or article is None:
        return None
    source, (start, end) = source_of(graph, article), offsets(passage)
    raw, clean = passage_text(graph, passage)
    marks = [(a - start, b - start) for a, b in mentions(graph, passage, meant)]
    made = claimed(graph, claim, clean, source)
    speaker = graph.node(claim, ent("attributedTo"))
    words = marked(raw, clean, marks), repairs(raw, clean)
    said_by = graph.link(speaker) if speaker else None
    known_by = folded(clean) or graph.text(passage, ent("contentHash")) or passage.value
    return Evidence(source, start, end, *words, (made,), said_by, known_by)


def folded(text: str) -> str:
    """Keep of a sentence what its copies agree in: letters and digits, in lower case.

    >>> folded("Estonia’s navy") == folded("Estonias Navy,")
    True
    """
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def together(all_evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Put claims of one sentence under one quotation of it, in the order of the articles."""
    found: dict[tuple[str, int, int], Evidence] = {}
    for one in all_evidence:
        first = found.get(one.sentence, replace(one, claims=()))
        claims = tuple(dict.fromkeys(first.claims + one.claims))
        found[one.sentence] = replace(first, claims=claims)
    return tuple(found[sentence] for sentence in sorted(found))


def claimed(graph: Graph, claim: NamedNode, words: str, source: Source) -> Claimed:
    """Read what made a claim, what hedges it and what it reports."""
    maker, by = made_by(graph, claim)
    said = [] if is_denied(graph, claim) else graph.claim_triples(claim)
    stage = next((quad.object for quad in said if quad.predicate == ent("status")), None)
    return Claimed(
        iri=claim.value,
        key=local(claim.value).removeprefix("claim-")[:6],
        maker=maker,
        by=by,
        hedge=graph.text(claim, ent("cue")),
        stage=stage_of(stage) if isinstance(stage, NamedNode) else None,
        date_basis=graph.text(claim, ent("dateBasis")),
        citation=citation(words, source, claim.value),
    )


def is_denied(graph: Graph, claim: NamedNode) -> bool:
    """Tell whether a claim says that something is not so; no stage in it is anybody's report."""
    return graph.node(claim, ent("modality")) == ent("Denied")


def citation(words: str, source: Source, claim: str) -> str:
    """Write all that a citation needs in one line."""
    said = f"“{words}” " if words else ""
    return f"{said}{source.line}. Claim {claim}"


def made_by(graph: Graph, claim: NamedNode) -> tuple[str, Link]:
    """Say whether a rule or a curator made a claim, and which."""
    maker = graph.node(claim, term("prov:wasGeneratedBy")) or graph.node(
        claim, term("prov:wasAttributedTo")
    )
    if maker is None:
        return "Read by an unnamed rule", Link("")
    curated = "/curator/" in maker.value
    return ("Set by curator" if curated else "Read by rule"), graph.link(maker)


def source_of(graph: Graph, article: NamedNode) -> Source:
    """Read how an article is cited."""
    given = graph.text(article, term("dcterms:title"))
    return Source(
        slug=local(article.value),
        title=given or first_words(graph, article),
        titled=given is not None,
        publisher=graph.text(article, term("dcterms:publisher")),
        date=date_of(graph, article),
        basis=graph.text(article, ent("dateBasis")),
        address=graph.text(article, term("dcterms:source")),
        rights=graph.text(article, term("dcterms:rights")),
        story=story_of(graph, article),
    )


def story_of(graph: Graph, article: NamedNode) -> str:
    """Name the article that stands for all copies of an article's story; itself when unsaid."""
    return local((graph.node(article, ent("countsAs")) or article).value)


def date_of(graph: Graph, article: NamedNode) -> str | None:
    """Give an article's date in words; None when it is unknown."""
    given = graph.text(article, ent("published"))
    if given is None:
        return None
    about = graph.text(article, ent("approximate")) == "true"
    return ("about " if about else "") + date_words(given)


def first_words(graph: Graph, article: NamedNode) -> str:
    """Name an article without a title by the first words of its first passage."""
    passages = graph.subjects(ent("inArticle"), article)
    ordered = sorted((offsets(one), one.value) for one in passages if "#char=" in one.value)
    if not ordered:
        return graph.label(article)
    words = passage_text(graph, NamedNode(ordered[0][1]))[1].split()
    return " ".join(words[:FIRST_WORDS]).rstrip(",;:") + " …" if words else graph.label(article)


def offsets(passage: NamedNode) -> SPAN:
    """Give where a passage stands: raw offsets, from its name (RFC 5147)."""
    start, _, end = passage.value.rpartition("=")[2].partition(",")
    return int(start), int(end)


def passage_text(graph: Graph, passage: NamedNode) -> tuple[str, str]:
    """Give a passage's words as stored and as repaired; empty when they are withheld."""
    raw = graph.text(passage, ent("text")) or ""
    return raw, graph.text(passage, ent("repairedText")) or raw


def mentions(graph: Graph, passage: NamedNode, meant: Iterable[NamedNode]) -> list[SPAN]:
    """List where a passage names one of the things: raw offsets in the article, in order."""
    wanted = set(meant)
    return sorted({offsets(name) for name, thing in graph.names_in(passage) if thing in wanted})


def marked(raw: str, clean: str, marks: list[SPAN]) -> tuple[Piece, ...]:
    """Cut the repaired text where marks begin and end; marks are offsets into the raw text.

    >>> [piece.text for piece in marked("At Tromsų", "At Tromsø", [(3, 9)]) if piece.marked]
    ['Tromsø']
    """
    spans = merged([(moved(raw, clean, a), moved(raw, clean, b)) for a, b in marks])
    pieces, at = [], 0
    for start, end in spans:
        pieces += [Piece(clean[at:start]), Piece(clean[start:end], marked=True)]
        at = end
    pieces.append(Piece(clean[at:]))
    return tuple(piece for piece in pieces if piece.text)


def merged(spans: list[SPAN]) -> list[SPAN]:
    """Join spans that touch or overlap, in order.

    >>> merged([(0, 4), (2, 6), (8, 9)])
    [(0, 6), (8, 9)]
    """
    joined: list[SPAN] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def moved(raw: str, clean: str, offset: int) -> int:
    """Carry an offset of the raw text over to the repaired text."""
    if raw == clean:
        return offset
    for _, a, b, c, d in SequenceMatcher(None, raw, clean, autojunk=False).get_opcodes():
        if a <= offset < b:
            return c + offset - a if b - a == d - c else c
    return len(clean)


def repairs(raw: str, clean: str) -> tuple[tuple[str, str], ...]:
    """List the words that were mended, each as stored and as repaired.

    >>> repairs("Canadaās port", "Canada’s port")
    (('Canadaās', 'Canada’s'),)
    """
    if raw == clean:
        return ()
    before, after = raw.split(), clean.split()
    if len(before) != len(after):
        return ((raw, clean),)
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    return tuple(dict.fromkeys(changed))

"""The page of an article, as values: its text in segments, and beside it what was read there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from pyoxigraph import NamedNode

from .evidence import made_by, source_of
from .graph import TYPE, Graph, ent
from .margin import Margin, Passage, margin_of, passages_of
from .model import Link, Source
from .segments import Mended, Segment, cut, lines_of, shown
from .sheet import quotations_of


@dataclass(frozen=True, slots=True)
class Run:
    """A segment as it is printed.

    Attributes:
        runs: ``(text, mended)`` in order.
        numbers: Numbers of the passages over it.
        stated: Whether one of them gave a fact.
        anchors: Fragments that land before it.
        closing: Numbers, with their fragment, of passages with facts that end with it.
    """

    runs: tuple[tuple[str, bool], ...]
    numbers: tuple[int, ...]
    stated: bool
    anchors: tuple[str, ...]
    closing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the article: ``paragraph``, ``heading`` or ``credit``, with its margin."""

    kind: str
    runs: tuple[Run, ...]
    margin: tuple[Margin, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page of an article shows; no text where its words are withheld.

    Attributes:
        copies: Other articles of the same story.
    """

    source: Source
    copies: tuple[Source, ...]
    iri: str
    address: Link | None
    blocks: tuple[Block, ...]
    withheld: bool
    passages: int
    stated: int
    claims: int
    curated: int
    margins: tuple[Margin, ...]
    mended: int


def article_view(graph: Graph, slug: str) -> ArticleView | None:
    """Make the view of an article; None when the store knows none of that name."""
    article = graph.base.article(slug)
    if not any(graph.quads(article, TYPE, ent("Article"))):
        return None
    passages = passages_of(graph, article)
    text = graph.text(article, ent("text"))
    source = source_of(graph, article)
    stating = [one for one in passages if one.claims]
    margins = {one.number: margin_of(graph, one, source.address) for one in stating}
    makers = [made_by(graph, claim)[0] for one in stating for claim in one.claims]
    return ArticleView(
        source=source,
        copies=tuple(source_of(graph, one) for one in copies_of(graph, article)),
        iri=article.value,
        address=Link(source.address, source.address, True) if source.address else None,
        blocks=tuple(_blocks(graph, article, text, passages, margins)) if text else (),
        withheld=text is None,
        passages=len(passages),
        stated=len(margins),
        claims=len(makers),
        curated=makers.count("Set by curator"),
        margins=tuple(margins.values()),
        mended=sum(one.raw != one.clean for one in passages),
    )


def copies_of(graph: Graph, article: NamedNode) -> list[NamedNode]:
    """List the other articles that tell the same story, sorted."""
    lead = graph.node(article, ent("countsAs"))
    return [one for one in graph.subjects(ent("countsAs"), lead) if one != article] if lead else []


def _blocks(
    graph: Graph,
    article: NamedNode,
    text: str,
    passages: list[Passage],
    margins: dict[int, Margin],
) -> Iterable[Block]:
    spans = [(one.start, one.end) for one in passages]
    mended = [repair for one in passages for repair in repairs_in(one)]
    quotes = quotations_of(graph, article)
    last = max((end for _, end in spans), default=0)
    for line in lines_of(text):
        segments = cut(line, spans, quotes)
        runs = tuple(_run(text, one, passages, mended, quotes) for one in segments)
        inside = [one for one in passages if line[0] <= one.start < line[1]]
        kind = "paragraph" if any(run.numbers for run in runs) else "heading"
        kind = "credit" if kind == "heading" and line[0] >= last else kind
        beside = tuple(margins[one.number] for one in inside if one.number in margins)
        yield Block(kind, runs, beside)


def _run(
    text: str,
    segment: Segment,
    passages: list[Passage],
    mended: list[Mended],
    quotes: dict[int, str],
) -> Run:
    over = [passages[index] for index in segment.over]
    starting = [one for one in over if one.start == segment.start]
    anchors = [anchor for one in starting for anchor in one.anchors]
    anchors += [quotes[segment.start]] if segment.start in quotes else []
    return Run(
        runs=tuple(shown(text, (segment.start, segment.end), mended)),
        numbers=tuple(one.number for one in over),
        stated=any(one.claims for one in over),
        anchors=tuple(anchors),
        closing=tuple(one.number for one in over if one.claims and one.end == segment.end),
    )


def repairs_in(passage: Passage) -> list[Mended]:
    """Find what was mended in a passage, by raw offsets in the article."""
    if passage.raw == passage.clean:
        return []
    codes = SequenceMatcher(None, passage.raw, passage.clean, autojunk=False).get_opcodes()
    return [
        Mended(passage.start + a, passage.start + b, passage.clean[c:d])
        for code, a, b, c, d in codes
        if code != "equal"
    ]

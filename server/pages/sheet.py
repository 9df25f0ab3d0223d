"""One article's style sheet: the passage that an address leads to lights up, without script."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from .graph import TYPE, Graph, ent
from .margin import passages_of
from .segments import Span

LIGHT = "background:var(--mark);color:var(--ink);outline:1px solid transparent"
"""Forced colours drop the background and show the outline."""


def sheet(graph: Graph, slug: str) -> str | None:
    """Write the style sheet that lights up the passage an address leads to; None when unknown."""
    article = graph.base.article(slug)
    if not any(graph.quads(article, TYPE, ent("Article"))):
        return None
    passages = passages_of(graph, article)
    rules = [light(one.anchors, [one.number]) for one in passages]
    for quote in quotations_of(graph, article).values():
        span = quotation_span(quote)
        over = [one.number for one in passages if one.start < span[1] and span[0] < one.end]
        rules.append(light([quote], over))
    return "".join(rules)


def quotation_span(fragment: str) -> Span:
    """Read the offsets of a quotation's fragment.

    >>> quotation_span("quote=12,40")
    (12, 40)
    """
    start, _, end = fragment.partition("=")[2].partition(",")
    return int(start), int(end)


def light(anchors: Iterable[str], numbers: Iterable[int]) -> str:
    r"""Write one rule: when a fragment is the target, its passages are marked.

    >>> light(["char=1,5"], [3]).startswith(r':root:has(#char\=1\,5:target) [data-p~="3"]{')
    True
    """
    targets = ",".join(f"#{escaped(anchor)}:target" for anchor in anchors)
    parts = ",".join(f':root:has({targets}) [data-p~="{number}"]' for number in numbers)
    return f"{parts}{{{LIGHT}}}\n" if parts else ""


def escaped(identifier: str) -> str:
    """Escape an identifier for a selector (CSS Syntax, section 4.3.7)."""
    return "".join(c if c.isalnum() or c in "-_" else f"\\{c}" for c in identifier)


def quotations_of(graph: Graph, article: NamedNode) -> dict[int, str]:
    """Give the fragment of each quotation of an article by its raw start."""
    quads = graph.quads(None, TYPE, ent("Quotation"), article)
    nodes = [quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)]
    fragments = sorted(iri.partition("#")[2] for iri in nodes if "#quote=" in iri)
    return {quotation_span(fragment)[0]: fragment for fragment in fragments}

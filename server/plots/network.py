"""Things round a thing, as a ring of links; lines are as wide as there are facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import shorten

from markupsafe import Markup

from .elements import NOTHING, address, counted, element, link, percent
from .model import Edge, Node

MOST, ROW, WIDE, LONGEST = 24, 30, 22.0, 34


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with its place: per cent of the width, pixels from the top."""

    node: Node
    x: float
    y: float


def network(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    centre: str | None,
    title: str,
    *,
    root: str = "",
) -> Markup:
    """Draw nodes in a ring, grouped by kind, round the one whose id is ``centre``.

    Args:
        nodes: What to draw: besides the centre the 24 that most facts lead to.
        edges: What joins them; those of a node that is not drawn are left out.
        centre: Id of the node in the middle; None for a ring without one.
        title: What the picture shows.
        root: Way from the page to the site's root.
    """
    weight = {
        node.id: sum(_facts(edge) for edge in edges if node.id in (edge.source, edge.target))
        for node in nodes
    }
    others = [node for node in nodes if node.id != centre]
    if not others:
        return NOTHING
    kept = sorted(others, key=lambda node: (-weight[node.id], node.label))[:MOST]
    ring = _ring(sorted(kept, key=lambda node: (node.kind, node.label)))
    height = max(place.y for place in ring) + ROW
    middle = [Placed(node, 50, height / 2) for node in nodes if node.id == centre]
    places = {place.node.id: place for place in [*ring, *middle]}
    lines = [_line(edge, places) for edge in edges if {edge.source, edge.target} <= set(places)]
    drawn = element(
        "svg",
        element("title", title),
        *lines,
        *[_node(place, root) for place in ring],
        *[_middle(place) for place in middle],
        width="100%",
        height=height,
        role="group",
    )
    rest = len(others) - len(kept)
    told = (
        element("p", counted(rest, "more thing") + " not drawn.", class_="small")
        if rest
        else NOTHING
    )
    return element("div", drawn, _listed(kept, root), told, class_="network")


def _listed(nodes: Sequence[Node], root: str) -> Markup:
    """Write the nodes as a list, which stands for the ring where the screen is narrow."""
    rows = [
        element(
            "li",
            link(node.label, node.href, root),
            " ",
            element("span", node.kind, class_="detail"),
        )
        for node in nodes
    ]
    return element("ul", *rows)


def _facts(edge: Edge) -> int:
    return edge.real + edge.intended


def _ring(nodes: Sequence[Node]) -> list[Placed]:
    """Share the nodes between a right and a left half, evenly from top to bottom."""
    half = (len(nodes) + 1) // 2
    sides = [(nodes[:half], 1), (nodes[half:][::-1], -1)]
    return [
        Placed(node, 50 + way * WIDE * _bulge(at, len(side)), ROW + at * ROW)
        for side, way in sides
        for at, node in enumerate(side)
    ]


def _bulge(at: int, many: int) -> float:
    up = (at + 0.5) / many * 2 - 1
    return 0.35 + 0.65 * sqrt(1 - up * up)


def _line(edge: Edge, places: dict[str, Placed]) -> Markup:
    one, other = places[edge.source], places[edge.target]
    return element(
        "line",
        x1=percent(one.x),
        y1=one.y,
        x2=percent(other.x),
        y2=other.y,
        class_=f"{'real' if edge.real else 'meant'} w{min(1 + int(sqrt(_facts(edge))), 5)}",
    )


def _node(place: Placed, root: str) -> Markup:
    node, right = place.node, place.x >= 50
    dot = element("circle", cx=percent(place.x), cy=place.y, r=4.5)
    short = shorten(node.label, width=LONGEST, placeholder=" …")
    name = element(
        "text",
        short,
        x=percent(place.x),
        y=place.y,
        dx=10 if right else -10,
        dy=4.5,
        text_anchor=None if right else "end",
    )
    whole = element("title", node.label) if short != node.label else NOTHING
    if node.href is None:
        return element("g", whole, dot, name)
    return element("a", whole, dot, name, href=address(node.href, root))


def _middle(place: Placed) -> Markup:
    name = element("text", place.node.label, x="50%", y=place.y, dy=4.5, text_anchor="middle")
    return element("g", name, class_="centre")

"""Things below things, as branches that grow to the right; dots are as large as there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from .elements import NOTHING, address, element, joined, percent
from .model import Twig

ROW, LABEL, LEAST, MORE = 25, 12, 2.5, 5.5
STEPS = (0.0, 14.5, 31.0)
"""Where twigs stand by their depth: per cent of the width, from the left of their half."""
SPINE, HALF = 2.5, 51.0


@dataclass(frozen=True, slots=True)
class Grown:
    """A twig with its place: per cent of the width, pixels from the top."""

    twig: Twig
    x: float
    y: float
    below: tuple[Grown, ...]


def tree(twigs: Sequence[Twig], title: str, *, root: str = "") -> Markup:
    """Draw twigs in two halves beside each other, each twig before those below it.

    Args:
        twigs: The topmost ones, in their order; at most three deep.
        title: What the picture shows.
        root: Way from the page to the site's root.
    """
    if not twigs:
        return NOTHING
    halves = _halves(twigs)
    most = max(1, *(one.count for twig in twigs for one in _all(twig)))
    grown = [_grown(half, number * HALF) for number, half in enumerate(halves)]
    height = max(map(_leaves, halves)) * ROW
    drawn = [_drawn(one, most, root) for half in grown for one in half]
    svg = element("svg", element("title", title), *drawn, width="100%", height=height, role="group")
    return element("div", svg, class_="branches")


def _all(twig: Twig) -> list[Twig]:
    return [twig, *(one for under in twig.below for one in _all(under))]


def _leaves(twigs: Sequence[Twig]) -> int:
    return sum(_leaves(twig.below) or 1 for twig in twigs)


def _halves(twigs: Sequence[Twig]) -> tuple[Sequence[Twig], Sequence[Twig]]:
    """Cut the list where both parts are most nearly of one height."""
    cut = min(
        range(1, len(twigs) + 1), key=lambda at: max(_leaves(twigs[:at]), _leaves(twigs[at:]))
    )
    return twigs[:cut], twigs[cut:]


def _grown(twigs: Sequence[Twig], left: float, top: float = 0, depth: int = 0) -> list[Grown]:
    placed = []
    for twig in twigs:
        below = tuple(_grown(twig.below, left, top, depth + 1))
        y = (below[0].y + below[-1].y) / 2 if below else top + ROW / 2
        x = left + STEPS[min(depth, len(STEPS) - 1)]
        placed.append(Grown(twig, x, y, below))
        top += (_leaves(twig.below) or 1) * ROW
    return placed


def _drawn(grown: Grown, most: int, root: str) -> Markup:
    """Draw a twig after its lines, and what is below it; names of those that fork stand above."""
    twig, x, y = grown.twig, percent(grown.x), grown.y
    size = LEAST + MORE * sqrt(twig.count / most)
    name: str | Markup = twig.label
    if twig.href is not None:
        name = element("a", twig.label, href=address(twig.href, root))
    many = element("tspan", f"{twig.count:,}", dx=6, class_="n")
    text = element("text", name, many, x=x, y=y, dx=LABEL, dy=-6 if grown.below else 4.5)
    dot = element("circle", cx=x, cy=y, r=size)
    below = joined([_drawn(one, most, root) for one in grown.below])
    return joined([_fork(grown), dot, text, below])


def _fork(grown: Grown) -> Markup:
    if not grown.below:
        return NOTHING
    x = grown.below[0].x - SPINE
    ends = [(grown.x, grown.y, x, grown.y), (x, grown.below[0].y, x, grown.below[-1].y)]
    ends += [(x, one.y, one.x, one.y) for one in grown.below]
    lines = [element("line", x1=percent(a), y1=b, x2=percent(c), y2=d) for a, b, c, d in ends]
    return joined(lines)

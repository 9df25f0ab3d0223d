"""Rows with a name at the left and a lane at the right, all lanes on one scale.

The names are text that wraps and can be linked and searched; below 56rem they stand above their
lanes. A lane is an SVG without ``viewBox``: x in per cent, all else in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .elements import NOTHING, element, percent

LANE, AXIS = 20, 22


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale: its place from 0 to 100, and its words."""

    place: float
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name and details, what its picture says in words, and what is in its lane."""

    name: Markup
    detail: str | Markup
    says: str
    marks: Markup


def lanes(rows: Sequence[Row], ticks: Sequence[Tick], title: str, kind: str) -> Markup:
    """Write rows below one scale; empty when there are none."""
    if not rows:
        return NOTHING
    axis = element("div", scale(ticks), class_="axis")
    written = Markup("").join(_row(row, ticks) for row in rows)
    body = element("ul", written, aria_label=title)
    return element("div", axis, body, class_=f"lanes {kind}")


def scale(ticks: Sequence[Tick]) -> Markup:
    """Write the words of a scale; those at its ends stay inside."""
    marks = [
        element("text", tick.words, x=percent(tick.place), y=14, text_anchor=anchor(tick.place))
        for tick in ticks
    ]
    return element("svg", *marks, width="100%", height=AXIS, aria_hidden="true")


def anchor(place: float) -> str | None:
    """Say where text is held so that it stays inside; None at the left, as is SVG's default.

    >>> anchor(0), anchor(50), anchor(100)
    (None, 'middle', 'end')
    """
    return None if place < 6 else "end" if place > 94 else "middle"


def _row(row: Row, ticks: Sequence[Tick]) -> Markup:
    lines = [
        element(
            "line", x1=percent(tick.place), x2=percent(tick.place), y1=0, y2=LANE, class_="grid"
        )
        for tick in ticks
    ]
    said = element("title", row.says)
    lane = element("svg", said, *lines, row.marks, width="100%", height=LANE, role="img")
    detail = element("span", row.detail, class_="detail") if row.detail else NOTHING
    name = element("div", row.name, " ", detail, class_="name")
    return element("li", name, element("div", lane, class_="lane"))

"""Figures on one scale: a dot for a number, a bar for a range, an arrow for an open end."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from .elements import NOTHING, counted, element, link, percent
from .lanes import LANE, Row, lanes
from .model import Value
from .scales import number_ticks

MOST = 100
MIDDLE = LANE / 2


def figures(values: Sequence[Value], title: str, *, root: str = "") -> Markup:
    """Draw figures side by side, in their order, on one scale from nought.

    Args:
        values: Figures of one measure and unit; the first 100 are drawn.
        title: What the picture shows.
        root: Way from the page to the site's root.
    """
    known = [one for one in values if one.low is not None or one.high is not None]
    if not known:
        return NOTHING
    most = max(max(one.low or 0, one.high or 0) for one in known)
    open_right = any(one.high is None for one in known)
    ticks, end = number_ticks(most * (1.06 if open_right else 1))
    rows = [_row(one, end, root) for one in known[:MOST]]
    drawn = lanes(rows, ticks, title, "figures")
    return drawn + left_over(len(known) - len(rows))


def left_over(many: int) -> Markup:
    """Say how many rows were not drawn; nothing when all were."""
    return (
        element("p", counted(many, "more row") + " not drawn.", class_="small") if many else NOTHING
    )


def _row(value: Value, end: float, root: str) -> Row:
    name = element("b", value.wording) + Markup(" ") + link(value.label, value.href, root)
    says = f"{value.label}: {value.wording}" + ("" if value.real else ", intended")
    return Row(name, "" if value.real else "intended", says, _marks(value, end))


def _marks(value: Value, end: float) -> Markup:
    kind = "real" if value.real else "meant"
    low, high = value.low, value.high
    if low is not None and high is not None:
        if low == high:
            return _dot(low / end * 100, kind)
        left, right = low / end * 100, high / end * 100
        return element(
            "rect", x=percent(left), y=5, width=percent(right - left), height=10, class_=kind
        )
    if low is not None:
        return _arrow(low / end * 100, min(low / end * 100 + 10, 99), kind)
    return _arrow((high or 0) / end * 100, max((high or 0) / end * 100 - 10, 1), kind)


def _dot(place: float, kind: str) -> Markup:
    return element("circle", cx=percent(place), cy=MIDDLE, r=5, class_=kind)


def _arrow(start: float, tip: float, kind: str) -> Markup:
    shaft = element(
        "line", x1=percent(start), x2=percent(tip), y1=MIDDLE, y2=MIDDLE, class_="shaft"
    )
    way = -1 if tip > start else 1
    head = element("path", d=f"M{7 * way} -4.5L0 0L{7 * way} 4.5", class_="head")
    at = element("svg", head, x=percent(tip), y=MIDDLE, class_="tip")
    return shaft + at + _dot(start, kind)

"""Numbers as bars from nought."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from .elements import NOTHING, element, link, percent
from .figures import left_over
from .lanes import Row, lanes
from .model import Value
from .scales import number_ticks

MOST = 100


def bars(values: Sequence[Value], title: str, *, root: str = "") -> Markup:
    """Draw numbers in their order; of a range the bar ends at its greatest value.

    Args:
        values: Numbers of one unit; the first 100 are drawn.
        title: What the picture shows.
        root: Way from the page to the site's root.
    """
    known = [one for one in values if _number(one) is not None]
    if not known:
        return NOTHING
    ticks, end = number_ticks(max(0.0, *(_number(one) or 0 for one in known)))
    rows = [_row(one, end, root) for one in known[:MOST]]
    return lanes(rows, ticks, title, "bars") + left_over(len(known) - len(rows))


def _number(value: Value) -> float | None:
    return value.high if value.high is not None else value.low


def _row(value: Value, end: float, root: str) -> Row:
    width = max((_number(value) or 0) / end * 100, 0)
    kind = "real" if value.real else "meant"
    bar = element("rect", x=0, y=4, width=percent(width), height=12, class_=kind)
    says = f"{value.label}: {value.wording}"
    return Row(link(value.label, value.href, root), value.wording, says, bar)

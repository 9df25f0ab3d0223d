"""Items on a line of time: solid for what is real, a dashed outline for what is only meant.

A bar covers all days that its dates may mean. Where no end is given a dotted tail leads on, for
nobody said that it is over, nor that it lasts until today.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from .dates import Days, days_of, months_later, words
from .elements import NOTHING, counted, element, link, percent
from .lanes import Row, lanes
from .model import Item
from .scales import time_ticks

MOST = 200
TAIL, SHORTEST = 7.0, 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """An item with the days that it covers; an end that nobody gave is open."""

    item: Item
    days: Days
    open_start: bool
    open_end: bool


def timeline(
    items: Sequence[Item],
    title: str,
    *,
    window: tuple[str, str] | None = None,
    most: int = MOST,
    root: str = "",
) -> Markup:
    """Draw items in the order of their beginnings; those without a date are listed beside.

    Args:
        items: What to draw.
        title: What the picture shows, for those who do not see it.
        window: First and last date of the scale; items wholly outside it are counted. None takes
            all that the items cover.
        most: How many with a date are drawn, those that begin last, and how many without one are
            listed; the rest is counted.
        root: Way from the page to the site's root.
    """
    bars = sorted((bar for item in items if (bar := bar_of(item))), key=_order)
    undated = [item for item in items if bar_of(item) is None]
    frame = _window(window) or _frame(bars)
    inside = [bar for bar in bars if bar.days.first < frame.after and bar.days.after > frame.first]
    rows = [_row(bar, frame, root) for bar in inside[-most:]]
    drawn = lanes(rows, time_ticks(frame.first, frame.after), title, "time") if rows else NOTHING
    rest = _rest(len(bars) - len(inside), len(inside) - len(rows))
    aside = _undated(undated, most, root)
    if not (drawn or aside):
        return NOTHING
    return element("div", element("div", drawn, rest, class_="dated"), aside, class_="timeline")


def bar_of(item: Item) -> Bar | None:
    """Give the days of an item; None when it has no date that can be read."""
    start, end = days_of(item.start), days_of(item.end)
    known = [one for one in (start, end) if one]
    if not known:
        return None
    days = Days(min(one.first for one in known), max(one.after for one in known))
    return Bar(item, days, start is None, end is None)


def _order(bar: Bar) -> tuple[int, int, str]:
    return (bar.days.first, bar.days.after, bar.item.label)


def _window(window: tuple[str, str] | None) -> Days | None:
    ends = [days for text in window or () if (days := days_of(text))]
    return Days(ends[0].first, ends[1].after) if len(ends) == 2 else None


def _frame(bars: Sequence[Bar]) -> Days:
    """Take whole months or years round all bars, with room for tails."""
    if not bars:
        return Days(1, 2)
    first = date.fromordinal(min(bar.days.first for bar in bars))
    last = date.fromordinal(max(bar.days.after for bar in bars) - 1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > 18:
        start, months = date(first.year, 1, 1), (last.year - first.year + 1) * 12
    else:
        start = first.replace(day=1)
    if any(bar.open_end and bar.days.after > last.toordinal() - months * 2 for bar in bars):
        months += max(1, months // 12)
    return Days(start.toordinal(), months_later(start, months).toordinal())


def _row(bar: Bar, frame: Days, root: str) -> Row:
    item = bar.item
    when = when_of(bar)
    stage = item.stage or ""
    quoted = f"“{item.wording}”" if item.wording else ""
    detail = " · ".join(part for part in (stage, when, quoted) if part)
    says = f"{item.label}: {'; '.join(part for part in (stage, when) if part)}"
    return Row(link(item.label, item.href, root), detail, says, _marks(bar, frame))


def when_of(bar: Bar) -> str:
    """Say when an item is, in words."""
    start, end = bar.item.start, bar.item.end
    if start and end:
        return words(start) if start == end else f"{words(start)} to {words(end)}"
    return f"from {words(start)}, no end given" if start else f"until {words(end or '')}"


def _marks(bar: Bar, frame: Days) -> Markup:
    length = frame.after - frame.first
    left = max((bar.days.first - frame.first) / length * 100, 0.0)
    right = min((bar.days.after - frame.first) / length * 100, 100.0)
    kind = "real" if bar.item.real else "meant"
    parts = []
    if bar.open_end and right < 100:
        parts.append(_tail(right, min(right + TAIL, 100)))
    if bar.open_start and left > 0:
        parts.append(_tail(left, max(left - TAIL, 0)))
    if right - left < SHORTEST:
        block = element("rect", x=percent(left), y=4, width=6, height=12, class_=kind)
    else:
        block = element(
            "rect", x=percent(left), y=4, width=percent(right - left), height=12, class_=kind
        )
    return Markup("").join([*parts, block])


def _tail(start: float, end: float) -> Markup:
    return element("line", x1=percent(start), x2=percent(end), y1=10, y2=10, class_="tail")


def _rest(outside: int, more: int) -> Markup:
    told = [counted(outside, "more thing") + " before or after this time"] if outside else []
    told += [counted(more, "more thing") + " not drawn"] if more else []
    return element("p", "; ".join(told) + ".", class_="small") if told else NOTHING


def _undated(items: Sequence[Item], most: int, root: str) -> Markup:
    if not items:
        return NOTHING
    rows = [_undated_row(item, root) for item in items[:most]]
    rest = len(items) - len(rows)
    if rest:
        rows.append(element("li", counted(rest, "more thing"), class_="detail"))
    head = element("p", "No date given", class_="rail")
    return element("div", head, element("ul", *rows), class_="undated")


def _undated_row(item: Item, root: str) -> Markup:
    stage = element("span", item.stage, class_="detail") if item.stage else NOTHING
    return element("li", link(item.label, item.href, root), " ", stage)

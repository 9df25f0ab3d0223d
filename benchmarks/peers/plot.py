"""The picture: how many times as long as ours each peer takes, on a scale of powers of two."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from .data import Data
from .findings import Found, ratio

WIDTH, LEFT, ROW, HEAD = 720, 250, 22, 44
COLOURS = {"cold": "#8a94a6", "fresh": "#1f5fa8", "again": "#c2571a"}
TEXT = 'font-family="sans-serif" font-size="12" fill="#222"'


def plot(found: Mapping[Data, Sequence[Found]]) -> str:
    """Draw a bar for each peer, dataset and kind of asking."""
    bars = list(_bars(found))
    values = [value for _, _, value in bars] or [1.0]
    low = min(-1, math.floor(math.log2(min(values))))
    high = max(1, math.ceil(math.log2(max(values))))
    height = HEAD + ROW * len(bars) + 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img"><title>Times as long as ours</title>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    ]
    parts += _scale(low, high, height)
    for number, bar in enumerate(bars):
        parts.append(_bar(number, bar, low, high))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _bars(found: Mapping[Data, Sequence[Found]]) -> Iterator[tuple[str, str, float]]:
    for data, results in found.items():
        for one in results[1:]:
            for what in COLOURS:
                value = None if one.skipped else ratio(results[0], one, what)
                if value is not None:
                    yield f"{data.name}, {one.peer}, {what}", what, value


def _scale(low: int, high: int, height: int) -> Iterator[str]:
    yield f'<text x="8" y="18" {TEXT}>Times as long as ours (right of 1: slower)</text>'
    for power in range(low, high + 1):
        x = _place(power, low, high)
        colour = "#222" if power == 0 else "#ddd"
        label = f"{2.0**power:g}"
        yield f'<line x1="{x}" y1="{HEAD - 6}" x2="{x}" y2="{height - 8}" stroke="{colour}"/>'
        yield f'<text x="{x}" y="{HEAD - 10}" text-anchor="middle" {TEXT}>{label}</text>'


def _bar(number: int, bar: tuple[str, str, float], low: int, high: int) -> str:
    label, what, value = bar
    y, one, end = HEAD + ROW * number, _place(0, low, high), _place(math.log2(value), low, high)
    x, width = min(one, end), max(abs(end - one), 1)
    return (
        f'<rect x="{x}" y="{y + 4}" width="{width:.1f}" height="14" fill="{COLOURS[what]}"/>'
        f'<text x="8" y="{y + 15}" {TEXT}>{escape(label)}: {value:.2f}</text>'
    )


def _place(power: float, low: int, high: int) -> float:
    return round(LEFT + (WIDTH - LEFT - 24) * (power - low) / (high - low), 1)

"""Round numbers and round dates for the marks of a scale."""

from __future__ import annotations

import math
from datetime import date

from .dates import MONTHS, months_later
from .lanes import Tick

STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
MOST_TICKS = 6


def time_ticks(first: int, after: int) -> list[Tick]:
    """Mark the beginnings of months or years between two days, at most six.

    >>> ends = date(2031, 1, 1).toordinal(), date(2033, 1, 1).toordinal()
    >>> [tick.words for tick in time_ticks(*ends)]
    ['2031', 'Jul', '2032', 'Jul', '2033']
    """
    start, length = date.fromordinal(first), max(after - first, 1)
    months = length / 30.44
    step = next((one for one in STEPS if months / one <= MOST_TICKS - 1), STEPS[-1])
    at = months_later(date(start.year, 1, 1), -(-(start.month - 1) // step) * step)
    if step > 12:
        at = date(-(-at.year // (step // 12)) * (step // 12), 1, 1)
    found: list[Tick] = []
    while at.toordinal() <= after:
        if at.toordinal() >= first:
            found.append(Tick((at.toordinal() - first) / length * 100, _month(at, not found)))
        at = months_later(at, step)
    return found


def _month(at: date, is_first: bool) -> str:
    if at.month == 1:
        return str(at.year)
    return f"{MONTHS[at.month - 1]} {at.year}" if is_first else MONTHS[at.month - 1]


def round_step(most: float) -> float:
    """Give a round distance of marks for a scale from 0 to ``most``.

    >>> round_step(54000), round_step(7), round_step(0.4)
    (20000, 2, 0.1)
    """
    rough = most / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(one for one in (1, 2, 5, 10) if one * power >= rough * 0.8) * power
    return int(step) if step >= 1 else step


def number_ticks(most: float) -> tuple[list[Tick], float]:
    """Mark a scale of numbers from 0 to at least ``most``; give the marks and the scale's end."""
    if most <= 0:
        return [Tick(0, "0")], 1
    step = round_step(most)
    count = math.ceil(most / step - 1e-9)
    end = count * step
    return [Tick(at * step / end * 100, plain(at * step)) for at in range(count + 1)], end


def plain(value: float) -> str:
    """Write a number as a scale has it.

    >>> plain(54000), plain(2_500_000), plain(0.5), plain(0)
    ('54,000', '2.5 million', '0.5', '0')
    """
    for power, word in ((1e9, "billion"), (1e6, "million")):
        if value >= power:
            return f"{value / power:g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"

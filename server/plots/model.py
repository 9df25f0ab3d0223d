"""What plots are made of: plain rows. No store, no HTML.

An ``href`` is relative to the site's root, or absolute, or begins with ``#``; None gives plain
text. ``real`` is true of what is under way, in force or done, false of what is only meant.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a place in time.

    Attributes:
        label: Its name.
        href: Where it is told of.
        start: When it begins: an xsd date as exact as is known (``2031``, ``2031-04``,
            ``2031-04-09``); None when unknown.
        end: When it ends, likewise; equal to ``start`` for what is of one date.
        wording: The time in the source's own words; empty when there are none.
        stage: Word of its stage ("Planned"); None when no source says.
        real: Whether it is more than meant.
    """

    label: str
    href: str | None
    start: str | None
    end: str | None
    wording: str
    stage: str | None
    real: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A figure.

    Attributes:
        label: What it counts or measures, or of whom.
        href: Where it is told of.
        low: Its least value; None for "up to".
        high: Its greatest value; None for "more than" and "at least"; equal to ``low`` when exact.
        unit: What is counted ("people", "£"); empty when nothing is.
        wording: The figure as it reads ("more than 51,000").
        real: Whether it is more than meant.
    """

    label: str
    href: str | None
    low: float | None
    high: float | None
    unit: str
    wording: str
    real: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the earth, in degrees, and how many things are there."""

    label: str
    href: str | None
    lat: float
    long: float
    count: int
    real: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of a network; ``kind`` is its class in plain words."""

    id: str
    label: str
    href: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """What joins two nodes: how many real facts and how many only meant."""

    source: str
    target: str
    real: int
    intended: int
    href: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What joins a row and a column of a matrix: how many real things and how many only meant."""

    row: str
    column: str
    real: int
    intended: int
    href: str | None


@dataclass(frozen=True, slots=True)
class Twig:
    """Something in a tree, with what is below it.

    Attributes:
        label: Its name.
        href: Where it is told of.
        count: How many there are of it.
        below: What is below it, in order.
    """

    label: str
    href: str | None
    count: int
    below: tuple[Twig, ...] = ()

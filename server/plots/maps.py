"""Places on a base map. Only what has a point is drawn: an area is never pinned to its middle."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from markupsafe import Markup

from .elements import NOTHING, address, counted, element, percent
from .frames import Frame, frame_for
from .model import Spot

SMALLEST, LARGEST = 4.5, 16.0
WIDE, NARROW, LETTER, TURN = 860.0, 340.0, 7.6, 0.7
Box = tuple[float, float, float, float]


def map_of(spots: Sequence[Spot], title: str, *, root: str = "") -> Markup:
    """Draw places on the closest base map that holds them all.

    Args:
        spots: What to draw; more things make a larger disc.
        title: What the picture shows.
        root: Way from the page to the site's root.
    """
    if not spots:
        return NOTHING
    frame = frame_for((spot.lat, spot.long) for spot in spots)
    ordered = sorted(spots, key=lambda spot: (-spot.count, spot.label))
    drawn = [_spot(spot, frame, named, root) for spot, named in labelled(ordered, frame)]
    body = element(
        "svg",
        element("title", f"{title}. {frame.title}."),
        _ground(frame, root),
        *drawn,
        role="group",
        class_=f"map map-{frame.name}",
    )
    return element("div", body, class_="mapped")


def _ground(frame: Frame, root: str) -> Markup:
    file = f"{root}static/vendor/map/{frame.name}.svg?v={frame.hash}"
    parts = [element("use", href=f"{file}#{part}", class_=part) for part in ("land", "borders")]
    box = f"0 0 {frame.width} {frame.height}"
    return element("svg", *parts, viewBox=box, width="100%", height="100%", aria_hidden="true")


def labelled(spots: Sequence[Spot], frame: Frame) -> list[tuple[Spot, str]]:
    """Say where each name fits: ``any``, on a ``wide`` screen only, or nowhere (``no``).

    Names of earlier spots go first, for they stand for more. What has no name still tells it to
    whoever points at it, and in the table.
    """
    dots = (
        [_box(spot, frame, WIDE, False) for spot in spots],
        [_box(spot, frame, NARROW, False) for spot in spots],
    )
    taken: tuple[list[Box], list[Box]] = ([], [])
    found = []
    for at, spot in enumerate(spots):
        fits = []
        for width, boxes, kept in zip((WIDE, NARROW), dots, taken, strict=True):
            box = _box(spot, frame, width, True)
            others = [*boxes[:at], *boxes[at + 1 :], *kept]
            inside = box[0] >= 0 and box[2] <= width
            fits.append(inside and not any(_meet(box, other) for other in others))
        for width, kept, fit in zip((WIDE, NARROW), taken, fits, strict=True):
            if fit and fits[0]:
                kept.append(_box(spot, frame, width, True))
        found.append((spot, "no" if not fits[0] else "any" if fits[1] else "wide"))
    return found


def _box(spot: Spot, frame: Frame, width: float, named: bool) -> Box:
    """Give left, top, right and bottom of a spot's disc or of its name, in pixels."""
    x, y = (part * width / frame.width for part in frame.place(spot.lat, spot.long))
    radius = _radius(spot)
    if not named:
        return (x - radius, y - radius, x + radius, y + radius)
    length = len(spot.label) * LETTER
    left = x + radius + 4 if _is_left(spot, frame) else x - radius - 4 - length
    return (left, y - 9, left + length, y + 7)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _radius(spot: Spot) -> float:
    return min(SMALLEST * sqrt(max(spot.count, 1)), LARGEST)


def _is_left(spot: Spot, frame: Frame) -> bool:
    return frame.place(spot.lat, spot.long)[0] / frame.width < TURN


def _spot(spot: Spot, frame: Frame, named: str, root: str) -> Markup:
    x, y = frame.place(spot.lat, spot.long)
    left, top = percent(x / frame.width * 100), percent(y / frame.height * 100)
    radius, is_left = _radius(spot), _is_left(spot, frame)
    dot = element("circle", cx=left, cy=top, r=radius, class_="real" if spot.real else "meant")
    name = element(
        "text",
        spot.label,
        x=left,
        y=top,
        dx=radius + 4 if is_left else -radius - 4,
        dy=4,
        text_anchor=None if is_left else "end",
        class_=None if named == "any" else named,
    )
    parts = [element("title", f"{spot.label}, {counted(spot.count, 'thing')}"), dot]
    parts += [name] if named != "no" else []
    if spot.href is None:
        return element("g", *parts)
    aria = f"{spot.label}, {counted(spot.count, 'thing')}"
    return element("a", *parts, href=address(spot.href, root), aria_label=aria)

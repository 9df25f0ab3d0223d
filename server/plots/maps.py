"""Places on a base map. Only what has a point is drawn: an area is never pinned to its middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from .elements import NOTHING, address, counted, element, percent
from .frames import Frame, frame_for
from .model import Spot

SMALLEST, LARGEST = 4.5, 16.0
WIDE, NARROW = 860.0, 340.0
LETTER, GAP = 7.6, 4
Box = tuple[float, float, float, float]
Place = dict[str, str | float | None]


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
    drawn = [_spot(named, frame, root) for named in labelled(ordered, frame)]
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


@dataclass(frozen=True, slots=True)
class Named:
    """A spot, on which side its name stands, and where there is room for it.

    Attributes:
        room: None for every screen, ``wide`` for wide ones only, ``no`` for none.
    """

    spot: Spot
    right: bool
    room: str | None


def labelled(spots: Sequence[Spot], frame: Frame) -> list[Named]:
    """Find room for names, right of their discs or left, those of earlier spots first.

    What has no name still tells it to whoever points at it, and in the table.
    """
    taken = {width: [_disc(spot, frame, width) for spot in spots] for width in (WIDE, NARROW)}
    found = []
    for spot in spots:
        named = _named(spot, frame, taken)
        found.append(named)
        for width in taken if named.room is None else (WIDE,) if named.room == "wide" else ():
            taken[width].append(_box(spot, frame, width, named.right))
    return found


def _named(spot: Spot, frame: Frame, taken: dict[float, list[Box]]) -> Named:
    fits = {
        right: [_has_room(spot, frame, width, right, taken[width]) for width in (WIDE, NARROW)]
        for right in (True, False)
    }
    for room, wanted in ((None, [True, True]), ("wide", [True, False])):
        for right, fit in fits.items():
            if fit == wanted:
                return Named(spot, right, room)
    return Named(spot, True, "no")


def _has_room(spot: Spot, frame: Frame, width: float, right: bool, taken: list[Box]) -> bool:
    box, own = _box(spot, frame, width, right), _disc(spot, frame, width)
    inside = box[0] >= 0 and box[2] <= width
    return inside and not any(_meet(box, other) for other in taken if other != own)


def _disc(spot: Spot, frame: Frame, width: float) -> Box:
    """Give left, top, right and bottom of a spot's disc, in pixels of a map so wide."""
    x, y = (part * width / frame.width for part in frame.place(spot.lat, spot.long))
    radius = _radius(spot)
    return (x - radius, y - radius, x + radius, y + radius)


def _box(spot: Spot, frame: Frame, width: float, right: bool) -> Box:
    """Give left, top, right and bottom of a spot's name, likewise."""
    disc, length = _disc(spot, frame, width), len(spot.label) * LETTER
    middle = (disc[1] + disc[3]) / 2
    left = disc[2] + GAP if right else disc[0] - GAP - length
    return (left, middle - 9, left + length, middle + 7)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _radius(spot: Spot) -> float:
    return min(SMALLEST * sqrt(max(spot.count, 1)), LARGEST)


def _spot(named: Named, frame: Frame, root: str) -> Markup:
    spot, right = named.spot, named.right
    x, y = frame.place(spot.lat, spot.long)
    left, top = percent(x / frame.width * 100), percent(y / frame.height * 100)
    radius = _radius(spot)
    said = f"{spot.label}, {counted(spot.count, 'thing')}"
    kind = "real" if spot.real else "meant"
    parts = [element("title", said), element("circle", cx=left, cy=top, r=radius, class_=kind)]
    if named.room != "no":
        beside = radius + GAP if right else -radius - GAP
        anchor = None if right else "end"
        text: Place = {"x": left, "y": top, "dx": beside, "dy": 4, "text_anchor": anchor}
        parts.append(element("text", spot.label, class_=named.room, **text))
    if spot.href is None:
        return element("g", *parts)
    return element("a", *parts, href=address(spot.href, root), aria_label=said)

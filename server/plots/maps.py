"""Places on a base map. Only what has a point is drawn: an area is never pinned to its middle."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from markupsafe import Markup

from .elements import NOTHING, address, counted, element, percent
from .frames import Frame, frame_for
from .model import Spot

SMALLEST, LARGEST = 4.5, 16.0


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
    drawn = [_spot(spot, frame, root) for spot in ordered]
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


def _spot(spot: Spot, frame: Frame, root: str) -> Markup:
    x, y = frame.place(spot.lat, spot.long)
    left, top = x / frame.width * 100, y / frame.height * 100
    radius = min(SMALLEST * sqrt(max(spot.count, 1)), LARGEST)
    kind = "real" if spot.real else "meant"
    dot = element("circle", cx=percent(left), cy=percent(top), r=radius, class_=kind)
    beside = radius + 4 if left < 70 else -radius - 4
    end = None if left < 70 else "end"
    name = element(
        "text", spot.label, x=percent(left), y=percent(top), dx=beside, dy=4, text_anchor=end
    )
    said = f"{spot.label}, {counted(spot.count, 'thing')}"
    if spot.href is None:
        return element("g", element("title", said), dot, name)
    return element("a", element("title", said), dot, name, href=address(spot.href, root))

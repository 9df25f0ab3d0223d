"""Where places stand on the base maps: the projections of d3-geo, once more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

DATA = Path(__file__).parent / "data"
MARGIN = 12
# Bojan Šavrič, Tom Patterson and Bernhard Jenny, "The Equal Earth map projection" (2018).
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


@dataclass(frozen=True, slots=True)
class Frame:
    """A base map: its file's name and hash, its size in pixels, and how it is projected.

    Attributes:
        projection: ``equal-earth`` or ``azimuthal`` (Lambert's, which keeps areas too).
        longitude: Degrees that stand in the middle, before the shift.
        latitude: Likewise.
        scale: Pixels a radian.
        x: Pixels from the left at which the middle stands.
        y: Pixels from the top at which the middle stands.
    """

    name: str
    title: str
    projection: str
    longitude: float
    latitude: float
    width: int
    height: int
    scale: float
    x: float
    y: float
    hash: str

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Give the pixels at which a place stands, from the left and from the top."""
        east, north = radians(_turned(longitude - self.longitude)), radians(latitude)
        project = _equal_earth if self.projection == "equal-earth" else self._azimuthal
        x, y = project(east, north)
        return self.x + self.scale * x, self.y - self.scale * y

    def holds(self, latitude: float, longitude: float) -> bool:
        """Tell whether a place stands well inside the map."""
        x, y = self.place(latitude, longitude)
        return (
            MARGIN <= x <= self.width - MARGIN
            and MARGIN <= y <= self.height - MARGIN
            and self._is_near(latitude, longitude)
        )

    def _azimuthal(self, east: float, north: float) -> tuple[float, float]:
        middle = radians(self.latitude)
        near = 1 + sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
        stretch = sqrt(2 / max(near, 1e-9))
        x = cos(north) * sin(east)
        y = cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east)
        return stretch * x, stretch * y

    def _is_near(self, latitude: float, longitude: float) -> bool:
        if self.projection == "equal-earth":
            return True
        east, north, middle = (
            radians(degrees) for degrees in (longitude - self.longitude, latitude, self.latitude)
        )
        return sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east) > -0.1


def _turned(degrees: float) -> float:
    return (degrees + 180) % 360 - 180


def _equal_earth(east: float, north: float) -> tuple[float, float]:
    third = sqrt(3) / 2
    angle = asin(third * sin(north))
    square = angle * angle
    sixth = square**3
    across = third * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square))
    return east * cos(angle) / across, angle * (A1 + A2 * square + sixth * (A3 + A4 * square))


@cache
def frames() -> tuple[Frame, ...]:
    """Read the base maps, from the closest to the whole world."""
    rows = json.loads((DATA / "frames.json").read_text(encoding="utf-8"))
    return tuple(Frame(**row) for row in rows)


def frame_for(places: Iterable[tuple[float, float]]) -> Frame:
    """Pick the closest base map that holds all places, given as latitude and longitude."""
    wanted = list(places)
    fit = (one for one in frames() if all(one.holds(*place) for place in wanted))
    return next(fit, frames()[-1])

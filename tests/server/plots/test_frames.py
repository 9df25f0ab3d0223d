import json
import re
from pathlib import Path

import pytest

from server.pages.assets import STATIC, STYLES, asset
from server.plots.frames import frame_for, frames

# Made by server/vendor/maps.mjs: where d3-geo puts some cities on each base map.
PROBES = json.loads((Path(__file__).parent / "d3.json").read_text(encoding="utf-8"))
OSLO, LONDON, CANBERRA, CAIRO = (59.9, 10.8), (51.5, -0.1), (-35.3, 149.1), (30.0, 31.2)


def test_places_stand_where_d3_puts_them() -> None:
    by_name = {frame.name: frame for frame in frames()}
    assert {probe["frame"] for probe in PROBES} == set(by_name)
    for probe in PROBES:
        longitude, latitude = probe["point"]
        given = by_name[probe["frame"]].place(latitude, longitude)
        assert given == pytest.approx(probe["gives"], abs=1e-6)


@pytest.mark.parametrize(
    ("places", "name"),
    [
        ([OSLO, LONDON], "north-europe"),
        ([LONDON, (41.9, 12.5)], "europe"),
        ([CAIRO], "middle-east"),
        ([CANBERRA, (1.3, 103.8)], "indo-pacific"),
        ([LONDON, (38.9, -77.0)], "north-atlantic"),
        ([OSLO, CANBERRA], "world"),
        ([(-77.8, 166.7), OSLO], "world"),
    ],
)
def test_the_closest_map_that_holds_all_places_is_taken(
    places: list[tuple[float, float]], name: str
) -> None:
    assert frame_for(places).name == name


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.name)
def test_each_map_has_its_file_its_hash_and_its_shape_in_the_style_sheet(frame: object) -> None:
    name, hashed = getattr(frame, "name"), getattr(frame, "hash")  # noqa: B009
    assert asset(f"vendor/map/{name}.svg").endswith(f"?v={hashed}")
    text = (STATIC / f"vendor/map/{name}.svg").read_text(encoding="utf-8")
    box = re.search(r'viewBox="0 0 (\d+) (\d+)"', text)
    assert box is not None
    shape = re.search(rf"\.map-{name} {{ aspect-ratio: (\d+) / (\d+)", _sheet())
    wide, high = shape.groups() if shape else ("3", "2")
    assert int(box[1]) / int(box[2]) == pytest.approx(int(wide) / int(high))


def _sheet() -> str:
    return (STYLES / "plots.css").read_text(encoding="utf-8")

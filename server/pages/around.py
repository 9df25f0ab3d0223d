"""Pictures of what is round a thing: its activities in time, its figures, neighbours and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from ontology.curies import term

from ..plots import Edge, Item, Node, Spot, Value, figures, map_of, network, timeline
from .ahead import OF_THINGS, read_objects
from .graph import Graph, ent, in_order
from .model import FactRow, Link, Note, Picture
from .words import counted, date_words, split_words

ROOT = "../"
DATED = ("agreements", "operations", "visits", "transfers", "conflicts", "activities")
STARTS = tuple(ent(name) for name in ("startDate", "signedDate", "inForceDate"))
END, TEXT = ent("endDate"), ent("dateText")
PLACED = tuple(ent(name) for name in ("location", "near", "origin", "destination"))
POINT = (term("geo:lat"), term("geo:long"))
FIGURE = tuple(ent(name) for name in ("value", "upperValue", "unit", "bound"))
FEWEST_DATED, FEWEST_NEAR, MOST_NEAR, MOST_DATED = 2, 3, 18, 24
Placed = list[tuple[str, FactRow]]


def dated(graph: Graph, placed: Placed) -> Placed:
    """Put beside each activity and agreement when it is, as worded and as read."""
    things = dict(_things(graph, placed))
    read_objects(graph, things.values(), (*STARTS, END, TEXT))
    return [
        (place, _with_date(graph, row, things[index]) if index in things else row)
        for index, (place, row) in enumerate(placed)
    ]


def _things(graph: Graph, placed: Placed) -> Iterable[tuple[int, NamedNode]]:
    for index, (place, row) in enumerate(placed):
        if place in DATED and (thing := thing_of(graph, row.object)):
            yield index, thing


def thing_of(graph: Graph, link: Link) -> NamedNode | None:
    """Give the thing that a link leads to; None for all else."""
    path = link.href or ""
    return graph.base.thing(path.removeprefix("page/")) if path.startswith("page/") else None


def _with_date(graph: Graph, row: FactRow, thing: NamedNode) -> FactRow:
    start, end, wording = dates_of(graph, thing)
    days = [date_words(day) for day in dict.fromkeys([start, end]) if day]
    if not days:
        return row
    read = " to ".join(days)
    words = f"“{wording}”, read as {read}" if wording and wording != read else read
    return replace(row, notes=(*row.notes, Note("", (Link(words),))), date=start or end or "")


def dates_of(graph: Graph, thing: NamedNode) -> tuple[str | None, str | None, str]:
    """Give the dates that a thing begins and ends at, and their wording where there is one."""
    start = next((day for name in STARTS if (day := graph.text(thing, name))), None)
    worded = graph.objects(thing, TEXT)
    wording = worded[0].value if len(worded) == 1 else ""
    return start, graph.text(thing, END), wording


def pictures(graph: Graph, thing: NamedNode, placed: Placed) -> tuple[Picture, ...]:
    """Draw what can be drawn; a picture that would show next to nothing is left out."""
    rows = [(place, row) for place, row in placed if place not in ("said", "named")]
    made = (_in_time(graph, rows), *_figures(graph, rows), _near(graph, thing, rows))
    return tuple(one for one in (*made, _places(graph, thing, rows)) if one)


def _in_time(graph: Graph, placed: Placed) -> Picture | None:
    things = {thing: placed[index][1] for index, thing in _things(graph, placed)}
    items = [_item(graph, thing, row) for thing, row in things.items()]
    told = [item for item in items if item.start or item.end]
    if len(told) < FEWEST_DATED:
        return None
    rows = tuple(
        (Link(one.label, one.href), one.start or "", one.end or "", one.stage or "") for one in told
    )
    if len(told) > MOST_DATED:
        items = told = sorted(told, key=_newest, reverse=True)[:MOST_DATED]
    drawn = timeline(items, "Agreements and activities in time", root=ROOT)
    note = "Dates that the articles give; filled is real, a dashed outline only meant"
    note += f". The latest {MOST_DATED} of {len(rows):,}" if len(rows) > MOST_DATED else ""
    return Picture("time", "Over time", note, drawn, ("Thing", "Begins", "Ends", "Stage"), rows)


def _newest(item: Item) -> str:
    return item.end or item.start or ""


def _item(graph: Graph, thing: NamedNode, row: FactRow) -> Item:
    start, end, wording = dates_of(graph, thing)
    real = row.stage is None or row.stage.real
    word = row.stage.word if row.stage else None
    return Item(row.object.text, row.object.href, start, end, wording, word, real)


def _figures(graph: Graph, placed: Placed) -> Iterable[Picture]:
    rows = [row for place, row in placed if place == "figures" and row.node]
    nodes = {row: node for row in rows if row.node and (node := thing_of(graph, row.node))}
    read_objects(graph, nodes.values(), FIGURE)
    together: dict[tuple[str, str], list[FactRow]] = {}
    for row, node in nodes.items():
        together.setdefault((row.relation, graph.text(node, ent("unit")) or ""), []).append(row)
    for number, ((measure, _), same) in enumerate(sorted(together.items())):
        values = [value for row in same if (value := _value(graph, row, nodes[row]))]
        if len(values) > 1:
            yield _side_by_side(f"figures-{number}", measure, same, values)


def _side_by_side(
    key: str, measure: str, same: Sequence[FactRow], values: Sequence[Value]
) -> Picture:
    title = f"Figures for {measure}"
    table = tuple((row.object, _told_by(row)) for row in same)
    note = f"{counted(len(values), 'figure')} of one measure, as the articles give them"
    drawn = figures(values, title, root=ROOT)
    return Picture(key, title, note, drawn, ("Figure", "Article"), table)


def _told_by(row: FactRow) -> str:
    return row.evidence[0].source.line if row.evidence else "worked out"


def _value(graph: Graph, row: FactRow, node: NamedNode) -> Value | None:
    text, upper = graph.text(node, ent("value")), graph.text(node, ent("upperValue"))
    bound = graph.node(node, ent("bound"))
    if text is None or not _is_number(text) or not _is_number(upper or "0"):
        return None
    low: float | None = float(text)
    high: float | None = float(upper) if upper else low
    if bound in (ent("AtLeast"), ent("MoreThan")):
        high = None
    elif bound == ent("UpTo"):
        low = None
    real = row.stage is None or row.stage.real
    return Value(_told_by(row), row.object.href, low, high, "", row.object.text, real)


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()


def _near(graph: Graph, thing: NamedNode, placed: Placed) -> Picture | None:
    counts: dict[NamedNode, list[int]] = {}
    names: dict[NamedNode, Link] = {}
    for _, row in placed:
        company = [link for note in row.notes if note.words == "with" for link in note.links]
        for link in (row.object, *company):
            other = thing_of(graph, link)
            if other and other != thing:
                intended = row.stage is not None and not row.stage.real
                counts.setdefault(other, [0, 0])[intended] += 1
                names.setdefault(other, link)
    if len(counts) < FEWEST_NEAR:
        return None
    most = sorted(counts, key=lambda one: (-sum(counts[one]), names[one].text))
    shown = most[:MOST_NEAR]
    read_objects(graph, shown, OF_THINGS)
    drawn = network(
        [_node(graph, one) for one in (thing, *shown)],
        [_edge(thing, one, counts[one], names[one]) for one in shown],
        thing.value,
        f"Things round {graph.label(thing)}",
        root=ROOT,
    )
    rows = tuple((names[one], str(counts[one][0]), str(counts[one][1])) for one in shown)
    left = len(most) - len(shown)
    note = "The more facts, the wider the line" + (f"; {left:,} more are not drawn" if left else "")
    return Picture("near", "Neighbours", note, drawn, ("Thing", "Real", "Intended"), rows)


def _edge(thing: NamedNode, other: NamedNode, counts: Sequence[int], link: Link) -> Edge:
    real, intended = counts
    return Edge(thing.value, other.value, real, intended, link.href)


def _node(graph: Graph, thing: NamedNode) -> Node:
    kind = next(iter(graph.kinds(thing)), "Thing")
    return Node(thing.value, graph.label(thing), graph.address(thing.value)[0], split_words(kind))


def _places(graph: Graph, thing: NamedNode, placed: Placed) -> Picture | None:
    """Map the places of a thing and of its activities; a state or an area has no one point."""
    own = [row.object for place, row in placed if place == "places"]
    activities = dict(_things(graph, placed)).values()
    read_objects(graph, activities, PLACED)
    found = [one for link in own if (one := thing_of(graph, link))]
    found += [
        place
        for activity in in_order(activities)
        for name in PLACED
        for place in graph.objects(activity, name)
        if isinstance(place, NamedNode)
    ]
    read_objects(graph, found, (*OF_THINGS, *POINT))
    spots = [spot for one in in_order(found) if (spot := _spot(graph, one, found.count(one)))]
    if not spots:
        return None
    pointed = {spot.label for spot in spots}
    others = [graph.label(one) for one in in_order(found) if graph.label(one) not in pointed]
    note = f"Not drawn, as no point is known: {', '.join(others)}" if others else ""
    rows = tuple((Link(one.label, one.href), str(one.lat), str(one.long)) for one in spots)
    drawn = map_of(spots, f"Places of {graph.label(thing)}", root=ROOT)
    return Picture("map", "On the map", note, drawn, ("Place", "Latitude", "Longitude"), rows)


def _spot(graph: Graph, place: NamedNode, count: int) -> Spot | None:
    lat, long = (graph.text(place, by) for by in POINT)
    if lat is None or long is None or graph.is_a(place, "State"):
        return None
    href = graph.address(place.value)[0]
    return Spot(graph.label(place), href, float(lat), float(long), count, True)

"""The few things that a reader looks for first, by the class of the thing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import NamedNode

from .graph import Graph
from .lede import states_first
from .model import Evidence, FactRow, Group, KeyFact, Link
from .words import counted, wording

MOST_VALUES, MOST_SIDES, MOST_KEYS = 2, 4, 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """A key fact.

    Attributes:
        name: What it is called.
        place: The group it comes from.
        kinds: Properties that count; empty for every one of the group.
        inverse: Whether the thing is the object of them.
        most: How many are named.
        staged: Whether the stage of the first is told; then only that one is named.
    """

    name: str
    place: str
    kinds: tuple[str, ...] = ()
    inverse: bool = False
    most: int = MOST_VALUES
    staged: bool = True

    def fits(self, row: FactRow) -> bool:
        """Tell whether a row is what is wanted."""
        if not self.kinds:
            return True
        words = wording(row.kind)
        return row.kind in self.kinds and row.relation == (
            words.inverse if self.inverse else words.forward
        )


_AGREEMENT = (
    Wanted("Parties", "parties", most=MOST_SIDES, staged=False),
    Wanted("Signed", "stage", ("signedDate",)),
    Wanted("In force", "stage", ("inForceDate",)),
    Wanted("Replaces", "purpose", ("replaces",)),
    Wanted("Value", "figures"),
)
_ACTIVITY = (
    Wanted("Led by", "participants", ("leads",), inverse=True),
    Wanted(
        "Participants",
        "participants",
        ("participatesIn",),
        inverse=True,
        most=MOST_SIDES,
        staged=False,
    ),
    Wanted("Place", "places", ("location", "near", "origin", "destination")),
    Wanted("When", "stage", ("dateText", "startDate", "endDate")),
    Wanted("For", "purpose", ("beneficiary",)),
    Wanted("Figures", "figures"),
    Wanted("Prepares for", "purpose", ("preparesFor",)),
)
WANTED = {
    "State": (
        Wanted("Agreements", "agreements"),
        Wanted("Operations and deployments", "operations"),
        Wanted("Member of", "partners", ("memberOf", "leads")),
        Wanted("Posts", "posts"),
        Wanted("Forces and ships", "forces"),
    ),
    "Agreement": _AGREEMENT,
    "Activity": _ACTIVITY,
    "Asset": (
        Wanted("Type", "forces", ("assetType",)),
        Wanted("Operated by", "forces", ("operatedBy", "belongsTo")),
        Wanted("Made by", "forces", ("madeBy",)),
        Wanted("Takes part in", "operations"),
        Wanted("Carries", "forces", ("carries",)),
    ),
    "Person": (
        Wanted("Post", "posts"),
        Wanted("Visits and talks", "visits"),
    ),
}


def key_facts(graph: Graph, thing: NamedNode, groups: tuple[Group, ...]) -> tuple[KeyFact, ...]:
    """Pick the key facts of a thing; empty when its class has none, or none is known."""
    kind = next((name for name in WANTED if graph.is_a(thing, name)), None)
    if kind is None:
        return ()
    facts = [fact for want in WANTED[kind] if (fact := _fact(graph, want, groups))]
    if kind == "State":
        facts = _company(graph, thing, groups) + facts
    return tuple(facts[:MOST_KEYS])


def _fact(graph: Graph, want: Wanted, groups: tuple[Group, ...]) -> KeyFact | None:
    group = next((group for group in groups if group.key == want.place), None)
    if group is None:
        return None
    rows = [row for row in group.rows if want.fits(row)]
    links = list(dict.fromkeys(row.object for row in rows))
    links = links if want.staged else states_first(graph, links)
    if not links:
        return None
    stage = rows[0].stage if want.staged else None
    shown = links[:1] if stage else links[: want.most]
    return KeyFact(want.name, tuple(shown), stage, len(links) - len(shown) + group.left_out)


def _company(graph: Graph, thing: NamedNode, groups: tuple[Group, ...]) -> list[KeyFact]:
    evidence = [one for group in groups for row in group.rows for one in row.evidence]
    last_first = sorted(evidence, key=_first, reverse=True)
    sentences = {one.told: one.sentence for one in last_first}.values()
    counts: Counter[NamedNode] = Counter()
    for article, start, end in sorted(sentences):
        passage = graph.base.passage(article, start, end)
        counts.update(_states_in(graph, passage) - {thing})
    if not counts:
        return []
    top, number = min(counts.items(), key=lambda pair: (-pair[1], pair[0].value))
    name = f"Most named with, in {counted(number, 'sentence')}"
    slugs = sorted(one.value.rpartition("/")[2] for one in (thing, top))
    return [KeyFact(name, (Link(graph.label(top), "between/" + "/".join(slugs)),))]


def _first(one: Evidence) -> tuple[bool, tuple[str, int, int]]:
    return one.source.is_copy, one.sentence


def _states_in(graph: Graph, passage: NamedNode) -> set[NamedNode]:
    meant = {thing for _, thing in graph.names_in(passage)}
    return {one for one in meant if graph.is_a(one, "State")}

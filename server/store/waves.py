"""Which things are fetched together: those that whoever asks will most likely ask for next.

A page looks things up one by one: a label here, a type there. An engine across a network takes as
long for one as for a hundred. So everything that answers name is remembered in order, and when a
thing is asked for that is not there yet, those after it that are of its kind come along. A page
costs as many round trips as it has steps from thing to thing, not as many as it has things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from pyoxigraph import Literal, NamedNode, Quad

WAVE = 150
"""Things fetched at a time."""


class Seen:
    """Things that answers have named, in the order in which they came."""

    def __init__(self) -> None:
        self._places: dict[NamedNode, tuple[int, list[NamedNode]]] = {}
        self._nodes: list[NamedNode] = []

    def add(self, nodes: Iterable[NamedNode]) -> None:
        """Remember what one answer named."""
        together: list[NamedNode] = []
        for node in nodes:
            if node not in self._places:
                self._places[node] = len(self._nodes), together
                self._nodes.append(node)
                together.append(node)

    def wave(self, first: NamedNode, fits: Callable[[NamedNode], bool]) -> list[NamedNode]:
        """Give a thing and those to fetch with it.

        First come those that the same answer named, then those named later, then earlier ones.
        """
        place, together = self._places.get(first, (len(self._nodes), []))
        others = chain(together, self._nodes[place + 1 :], reversed(self._nodes[:place]))
        found = dict.fromkeys([first])
        found.update((node, None) for node in islice(filter(fits, others), 2 * WAVE))
        return list(islice(found, WAVE))


def named_in(quads: Iterable[Quad]) -> Iterator[NamedNode]:
    """Give the IRIs that quads name, graphs and datatypes too, in order, with repeats."""
    for quad in quads:
        for part in (quad.subject, quad.object, quad.predicate, quad.graph_name):
            if isinstance(part, NamedNode):
                yield part
            elif isinstance(part, Literal):
                yield part.datatype

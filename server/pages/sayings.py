"""What a claim says, in rows: participations, tenures and figures folded into what they join."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from ontology import NAMESPACE as ENT

from .graph import Graph, Term, ent, known, local
from .words import BOUND_WORDS, CURRENCY_SIGNS

# Class of a folded node → (property to its subject, property to its object, relation shown,
# whether the first property points at the node).
FOLDS = {
    "Participation": ("participant", "activity", "participatesIn"),
    "Tenure": ("hasTenure", "tenureOf", "holdsPost"),
    "Figure": ("figureOf", "value", "figureOf"),
}
# What a node says of itself beside its ends, in the order shown.
QUALIFIERS = ("role", "extent", "item", "purpose", "dateText", "startDate", "endDate", "location")
_ENDS = {"participant", "activity", "hasTenure", "tenureOf", "figureOf", "value"}
_FIGURE = {"value", "unit", "measure", "bound"}
_INTO = {"hasTenure"}


@dataclass(frozen=True, slots=True)
class Saying:
    """One relation that a claim states.

    Attributes:
        subject: What it is said of; for a figure what it counts.
        relation: Local name of the property, or the IRI of one that is not ours.
        object: What it is related to; for a figure the figure itself.
        node: The participation, tenure or figure that was folded; None for a plain triple.
        stage: The stage of the node; None where the claim gives none.
        qualifiers: ``(local name, value)`` of what the node says besides.
    """

    subject: NamedNode
    relation: str
    object: Term
    node: NamedNode | None = None
    stage: Term | None = None
    qualifiers: tuple[tuple[str, Term], ...] = field(default=())

    def other(self, thing: NamedNode) -> Term:
        """Give the end that is not the thing."""
        return self.object if self.subject == thing else self.subject


def sayings(
    graph: Graph, triples: Iterable[Quad], *, keep: NamedNode | None = None
) -> list[Saying]:
    """Fold the triples of one claim into what a reader would call its statements, in order.

    Args:
        graph: Where a node's other end is looked up when the claim does not give it.
        triples: What the claim states.
        keep: A node that is shown for itself and not folded; None folds all.
    """
    plain, nodes = _split(graph, list(triples), keep)
    folded = [_folded(graph, node, quads) for node, quads in nodes.items()]
    return [_plain(quad) for quad in plain] + [saying for saying in folded if saying]


def fold_of(graph: Graph, term: Term | object) -> str | None:
    """Tell how a node is folded; None for one that stands for itself."""
    if not isinstance(term, NamedNode):
        return None
    return next((kind for kind in graph.kinds(term) if kind in FOLDS), None)


def _split(
    graph: Graph, triples: list[Quad], keep: NamedNode | None
) -> tuple[list[Quad], dict[NamedNode, list[Quad]]]:
    plain: list[Quad] = []
    nodes: dict[NamedNode, list[Quad]] = {}
    for quad in triples:
        joint = _joint(graph, quad, keep)
        if joint is not None:
            nodes.setdefault(joint, []).append(quad)
        elif known(quad.object):
            plain.append(quad)
    return plain, nodes


def _joint(graph: Graph, quad: Quad, keep: NamedNode | None) -> NamedNode | None:
    """Find the node that a triple is a detail of; None for a triple that stands for itself.

    What is said of a node by another thing, other than what the node joins, is no detail of it.
    """
    inward = quad.predicate in map(ent, _INTO)
    joint = quad.object if inward else quad.subject
    if joint == keep or (quad.object == keep and local(quad.predicate.value) not in _ENDS):
        return None
    return joint if isinstance(joint, NamedNode) and fold_of(graph, joint) else None


def _plain(quad: Quad) -> Saying:
    subject, value = quad.subject, known(quad.object)
    if not isinstance(subject, NamedNode) or value is None:
        raise ValueError(f"a claim states what cannot be shown: {quad}")
    return Saying(subject, _name(quad.predicate), value)


def _folded(graph: Graph, node: NamedNode, quads: list[Quad]) -> Saying | None:
    kind = fold_of(graph, node) or ""
    first, second, relation = FOLDS[kind]
    own = [(local(quad.predicate.value), known(quad.object)) for quad in quads]
    stated = [(name, term) for name, term in own if term is not None and term != node]
    subject = _end(graph, node, quads, first)
    value: Term | None = node if kind == "Figure" else _end(graph, node, quads, second)
    if not isinstance(subject, NamedNode):
        subject = node if kind == "Figure" else None
    if subject is None or value is None:
        return None
    stage = next((term for name, term in stated if name == "status"), None)
    return Saying(subject, relation, value, node, stage, _qualifiers(stated))


def _end(graph: Graph, node: NamedNode, quads: list[Quad], name: str) -> Term | None:
    into = name in _INTO
    for quad in quads:
        if quad.predicate == ent(name):
            return known(quad.subject) if into else known(quad.object)
    if into:
        return next(iter(graph.subjects(ent(name), node)), None) or _anywhere(graph, node, name)
    return next(iter(graph.objects(node, ent(name))), None) or _anywhere(graph, node, name)


def _anywhere(graph: Graph, node: NamedNode, name: str) -> Term | None:
    if name in _INTO:
        found = [known(quad.subject) for quad in graph.quads(None, ent(name), node)]
    else:
        found = [known(quad.object) for quad in graph.quads(node, ent(name))]
    return min((term for term in found if term), key=str, default=None)


def _qualifiers(stated: list[tuple[str, Term]]) -> tuple[tuple[str, Term], ...]:
    order = {name: place for place, name in enumerate(QUALIFIERS)}
    kept = [
        (name, term)
        for name, term in stated
        if name not in _ENDS | _FIGURE | {"status", "currentStatus", "type", "label"}
    ]
    return tuple(sorted(kept, key=lambda pair: (order.get(pair[0], 99), pair[0], str(pair[1]))))


def _name(predicate: NamedNode) -> str:
    return local(predicate.value) if predicate.value.startswith(ENT) else predicate.value


def figure_words(graph: Graph, figure: NamedNode) -> str:
    """Read a figure out: "more than 45,000", "about £20,000,000", "300 to 400"."""
    number, upper = _anywhere(graph, figure, "value"), _anywhere(graph, figure, "upperValue")
    unit, bound = _anywhere(graph, figure, "unit"), _anywhere(graph, figure, "bound")
    said = BOUND_WORDS.get(local(bound.value), "") if bound else ""
    values = [amount(term.value, unit.value if unit else "") for term in (number, upper) if term]
    return said + " to ".join(values)


def amount(number: str, unit: str) -> str:
    """Write a number with its unit.

    >>> amount("20000000", "GBP"), amount("1250.5", "km"), amount("54", "")
    ('£20,000,000', '1,250.5 km', '54')
    """
    whole, _, part = number.partition(".")
    text = f"{int(whole):,}" if whole.lstrip("-").isdigit() else whole
    text += f".{part}" if part.strip("0") else ""
    if unit in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[unit] + text
    return text if unit in ("", "1") or unit.startswith("{") else f"{text} {unit}"

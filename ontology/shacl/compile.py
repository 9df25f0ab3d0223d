"""Shapes in Turtle to functions; what is not known here is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from . import constraints as asks
from .graph import Classes, Index
from .model import Constraint, Path, Result, Shape, Term, text_of

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
FIRST, REST, NIL = (NamedNode(f"{RDF}{name}") for name in ("first", "rest", "nil"))
Targeted = tuple[str, Term, Shape]
#: Components with one plain value, each with what makes a constraint of it.
_PLAIN: dict[str, Callable[[Term], Constraint]] = {
    "class": asks.of_class,
    "datatype": lambda term: asks.of_datatype(NamedNode(text_of(term))),
    "lessThan": lambda term: asks.less_than(NamedNode(text_of(term))),
    "maxCount": lambda term: asks.at_most(int(text_of(term))),
    "maxInclusive": lambda term: asks.not_above(Decimal(text_of(term))),
    "minCount": lambda term: asks.at_least(int(text_of(term))),
    "minInclusive": lambda term: asks.not_below(Decimal(text_of(term))),
    "minLength": lambda term: asks.not_shorter(int(text_of(term))),
    "nodeKind": lambda term: asks.of_kind(text_of(term).removeprefix(SH)),
    "pattern": lambda term: asks.like(text_of(term)),
}
_TARGETS = ("targetClass", "targetObjectsOf", "targetSubjectsOf")
_LISTS = ("in", "languageIn", "or", "xone")
_READ_ELSEWHERE = {"message", "path", "property", *_TARGETS}


class UnknownConstructError(ValueError):
    """Shapes use something of SHACL that is not known here."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Compiled shapes.

    Attributes:
        targeted: How the focus nodes of a shape are found, by what, and the shape.
    """

    targeted: tuple[Targeted, ...]

    def results(self, data: Index) -> tuple[Result, ...]:
        """Give all that is wrong, sorted, each once; empty when the data fit."""
        return tuple(sorted(set(self._found(data))))

    def _found(self, data: Index) -> Iterator[Result]:
        find = {
            "targetClass": data.members,
            "targetObjectsOf": data.objects_of,
            "targetSubjectsOf": data.subjects_of,
        }
        for target, by, shape in self.targeted:
            for focus in find[target](by):
                yield from shape.results(data, focus)


def compile_shapes(turtle: bytes) -> Shapes:
    """Compile the shapes of a Turtle document.

    Raises:
        UnknownConstructError: When they use what is not known here, or a shape has no message.
    """
    triples = [quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)]
    source = _Source(Index(triples, Classes.of(())), triples)
    targeted = [
        (target, by, source.shape(node))
        for target in _TARGETS
        for by, node in source.targets(NamedNode(SH + target))
    ]
    return Shapes(tuple(targeted))


class _Source:
    """The shapes as triples."""

    def __init__(self, index: Index, triples: Iterable[Triple]) -> None:
        self.index = index
        self.said: dict[Term, list[tuple[str, Term]]] = {}
        for triple in triples:
            name = triple.predicate.value
            if name.startswith(SH):
                pair = (name.removeprefix(SH), triple.object)
                self.said.setdefault(triple.subject, []).append(pair)

    def targets(self, target: NamedNode) -> Iterator[tuple[Term, Term]]:
        for by in self.index.objects_of(target):
            for node in self.index.subjects(target, by):
                yield by, node

    def shape(self, node: Term, above: str = "") -> Shape:
        """Compile a shape; one within another may leave its message to that."""
        message = self._message(node) or above
        said = self.said.get(node, [])
        asked = [(name, value) for name, value in said if name not in _READ_ELSEWHERE]
        if asked and not message:
            raise UnknownConstructError(f"the shape {node} has no sh:message; add one")
        path = [value for name, value in said if name == "path"]
        return Shape(
            message,
            self._path(path[0]) if path else None,
            tuple(self._constraint(name, value, message) for name, value in asked),
            tuple(self.shape(value, message) for name, value in said if name == "property"),
        )

    def _message(self, node: Term) -> str:
        found = self.index.objects(node, NamedNode(f"{SH}message"))
        return text_of(found[0]) if found else ""

    def _path(self, node: Term) -> Path:
        if isinstance(node, NamedNode):
            return Path(node)
        inverse = self.index.objects(node, NamedNode(f"{SH}inversePath"))
        if len(self.said.get(node, [])) != 1 or not isinstance(inverse[0], NamedNode):
            raise UnknownConstructError(f"the path {self.said.get(node)} is not known here")
        return Path(inverse[0], inverse=True)

    def _constraint(self, name: str, value: Term, message: str) -> Constraint:
        if name == "not":
            return asks.none(self.shape(value, message))
        try:
            return self._of_list(name, value, message) if name in _LISTS else _PLAIN[name](value)
        except KeyError as error:
            raise UnknownConstructError(
                f"sh:{name} {value} is not known here; add it to ontology/shacl/constraints.py"
            ) from error

    def _of_list(self, name: str, head: Term, message: str) -> Constraint:
        members = list(self._members(head))
        if name == "in":
            return asks.one_of(members)
        if name == "languageIn":
            return asks.in_languages([text_of(one) for one in members])
        shapes = [self.shape(one, message) for one in members]
        return asks.some(shapes) if name == "or" else asks.exactly_one(shapes)

    def _members(self, head: Term) -> Iterator[Term]:
        while head != NIL:
            yield self.index.objects(head, FIRST)[0]
            head = self.index.objects(head, REST)[0]

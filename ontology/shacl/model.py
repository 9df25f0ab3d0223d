"""What shapes are made of, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from .graph import Index

Term = NamedNode | BlankNode | Literal | Triple
#: Gives the values that do not hold, of a focus node's; None where no single one is at fault.
Constraint = Callable[[Index, Term, Sequence[Term]], Iterator[Term | None]]


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """What a shape found.

    Attributes:
        message: What the data should be like.
        focus: IRI of the node that is not so, or the text of a literal.
        path: IRI of the property that is wrong or missing; empty for a path of several steps.
        value: The value that is wrong, an IRI or the text of a literal; empty where none is.
    """

    message: str
    focus: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        where = " ".join(part for part in (self.focus, self.path, self.value) if part)
        return f"{self.message} ({where})"


@dataclass(frozen=True, slots=True)
class Path:
    """A property, followed from subject to object, or the other way.

    Attributes:
        predicate: The property.
        inverse: Whether it is followed from object to subject.
    """

    predicate: NamedNode
    inverse: bool = False

    def values(self, data: Index, focus: Term) -> Sequence[Term]:
        """Give what the path leads to from a node."""
        if self.inverse:
            return data.subjects(self.predicate, focus)
        return data.objects(focus, self.predicate)


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape (without a path) or a property shape, with what it asks for.

    Attributes:
        message: What the data should be like.
        path: Where the values are, or None: the focus node itself is the value.
        constraints: What is asked of the values.
        parts: Property shapes that the same focus node must have.
    """

    message: str
    path: Path | None
    constraints: tuple[Constraint, ...]
    parts: tuple[Shape, ...] = ()

    def results(self, data: Index, focus: Term) -> Iterator[Result]:
        """Give what is wrong with a focus node."""
        values = (focus,) if self.path is None else self.path.values(data, focus)
        for constraint in self.constraints:
            for value in constraint(data, focus, values):
                yield self._result(focus, value)
        for part in self.parts:
            for value in values:
                yield from part.results(data, value)

    def holds(self, data: Index, node: Term) -> bool:
        """Tell whether nothing is wrong with a node."""
        return next(self.results(data, node), None) is None

    def _result(self, focus: Term, value: Term | None) -> Result:
        path = "" if self.path is None or self.path.inverse else self.path.predicate.value
        return Result(self.message, text_of(focus), path, "" if value is None else text_of(value))


def text_of(term: Term) -> str:
    """Give the IRI, the label of a blank node, or the characters of a literal."""
    return str(term) if isinstance(term, Triple) else term.value

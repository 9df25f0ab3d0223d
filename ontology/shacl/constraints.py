"""What a shape may ask of values, one function for each component of SHACL that is known here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode

from .graph import Index
from .model import Constraint, Shape, Term, text_of

XSD = "http://www.w3.org/2001/XMLSchema#"
_DAY = r"(0[1-9]|[12]\d|3[01])"
#: Datatype → how its values are written (without time zones, which no date here has).
FORMS = {
    "boolean": r"true|false|0|1",
    "date": rf"-?\d{{4,}}-(0[1-9]|1[0-2])-{_DAY}",
    "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)",
    "gYear": r"-?\d{4,}",
    "gYearMonth": r"-?\d{4,}-(0[1-9]|1[0-2])",
    "integer": r"[+-]?\d+",
    "nonNegativeInteger": r"\+?\d+|-0+",
    "string": r"(?s:.*)",
}


def each(fits: Callable[[Index, Term], bool]) -> Constraint:
    """Ask something of each value by itself."""

    def constraint(data: Index, _: Term, values: Sequence[Term]) -> Iterator[Term | None]:
        return (value for value in values if not fits(data, value))

    return constraint


def at_least(count: int) -> Constraint:
    """Ask for a number of values."""

    def constraint(_: Index, __: Term, values: Sequence[Term]) -> Iterator[Term | None]:
        return iter(() if len(values) >= count else (None,))

    return constraint


def at_most(count: int) -> Constraint:
    """Allow a number of values."""

    def constraint(_: Index, __: Term, values: Sequence[Term]) -> Iterator[Term | None]:
        return iter(() if len(values) <= count else (None,))

    return constraint


def of_datatype(datatype: NamedNode) -> Constraint:
    """Ask for literals of a datatype, well formed.

    Raises:
        KeyError: When the datatype is not one whose form is known here.
    """
    form = re.compile(FORMS[datatype.value.removeprefix(XSD)])

    def fits(_: Index, value: Term) -> bool:
        return (
            isinstance(value, Literal)
            and value.datatype == datatype
            and form.fullmatch(value.value) is not None
        )

    return each(fits)


def of_class(kind: Term) -> Constraint:
    """Ask for nodes of a class, or of one below it."""
    return each(lambda data, value: data.is_a(value, kind))


def one_of(terms: Sequence[Term]) -> Constraint:
    """Ask for terms of a list."""
    known = frozenset(terms)
    return each(lambda _, value: value in known)


def of_kind(kind: str) -> Constraint:
    """Ask for a kind of node; of the six that SHACL has, ``IRI`` is known.

    Raises:
        KeyError: When the kind is another one.
    """
    wanted = {"IRI": NamedNode}[kind]
    return each(lambda _, value: isinstance(value, wanted))


def like(pattern: str) -> Constraint:
    """Ask for an IRI or characters in which a regular expression is found."""
    found = re.compile(pattern).search
    return each(
        lambda _, value: isinstance(value, NamedNode | Literal) and found(value.value) is not None
    )


def in_languages(tags: Sequence[str]) -> Constraint:
    """Ask for text in one of some languages, or in a variety of one."""
    wanted = tuple(tag.lower() for tag in tags)

    def fits(_: Index, value: Term) -> bool:
        tag = ((isinstance(value, Literal) and value.language) or "").lower()
        return any(tag == one or tag.startswith(f"{one}-") for one in wanted)

    return each(fits)


def not_shorter(length: int) -> Constraint:
    """Ask for a number of characters."""
    return each(lambda _, value: len(text_of(value)) >= length)


def not_below(bound: Decimal) -> Constraint:
    """Ask for numbers of at least a bound."""
    return each(lambda _, value: (number := number_of(value)) is not None and number >= bound)


def not_above(bound: Decimal) -> Constraint:
    """Ask for numbers of at most a bound."""
    return each(lambda _, value: (number := number_of(value)) is not None and number <= bound)


def less_than(other: NamedNode) -> Constraint:
    """Ask for numbers less than each value of another property of the same node."""

    def constraint(data: Index, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
        limits = [number_of(limit) for limit in data.objects(focus, other)]
        for value in values:
            number = number_of(value)
            if any(number is None or limit is None or number >= limit for limit in limits):
                yield value

    return constraint


def some(shapes: Sequence[Shape]) -> Constraint:
    """Ask that at least one shape holds (``sh:or``)."""
    return each(lambda data, value: any(shape.holds(data, value) for shape in shapes))


def exactly_one(shapes: Sequence[Shape]) -> Constraint:
    """Ask that one shape holds and the others do not (``sh:xone``)."""
    return each(lambda data, value: sum(shape.holds(data, value) for shape in shapes) == 1)


def none(shape: Shape) -> Constraint:
    """Ask that a shape does not hold (``sh:not``)."""
    return each(lambda data, value: not shape.holds(data, value))


def number_of(term: Term) -> Decimal | None:
    """Give the number that a literal stands for; None where it is no number."""
    if not isinstance(term, Literal) or not _is_number(term.datatype.value):
        return None
    try:
        return Decimal(term.value)
    except InvalidOperation:
        return None


def _is_number(datatype: str) -> bool:
    return datatype.removeprefix(XSD) in ("decimal", "integer", "nonNegativeInteger")

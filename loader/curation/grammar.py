"""Statements as a person writes them.

One statement is one line, ``subject predicate object``, single spaces between::

    exercise-coral-shield status Planned
    exercise-coral-shield location coral-sea
    coral-shield-figure value 1200
    exercise-coral-shield startDate 2031-07
    exercise-coral-shield dateText "next July"
    @quotation about exercise-coral-shield

- *subject*: the slug of a thing, or ``@quotation`` for the quotation in which the anchor stands;
  where it stands in none, for the one that its sentence introduces.
- *predicate*: the local name of an ontology property, or ``skos:note``.
- *object*, by what the property takes: the slug of a thing; a concept of a code list by its local
  name; a number without separators; a date ``2031``, ``2031-07`` or ``2031-07-15``; or a text
  between double quotes, written as in JSON.
"""

from __future__ import annotations

import json
import re

from ontology.iris import is_slug

from ..claims import Code, Literal, Ref, Statement, Term
from .model import QUOTATION
from .vocabulary import Vocabulary, nearest

_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SCHEMES = {"currentStatus": "StatusScheme"}


def parse_statement(text: str, terms: Vocabulary) -> Statement:
    """Read one statement.

    Raises:
        ValueError: When it is not of the form, or names a term that the ontology lacks; the
            message names the nearest one.
    """
    parts = text.strip().split(None, 2)
    if len(parts) != 3:
        raise ValueError(f"{text!r} is no statement; write: subject predicate object")
    subject, predicate, told = parts
    if subject != QUOTATION and not is_slug(subject):
        raise ValueError(f"{subject!r} in {text!r} is no slug; write it like 'coral-sea'")
    return Statement(Ref(subject), predicate, _object(predicate, told, terms))


def _object(predicate: str, text: str, terms: Vocabulary) -> Term:
    if predicate in terms.objects:
        return _thing(predicate, text)
    if predicate in terms.coded:
        return _concept(predicate, text, terms)
    if predicate in terms.values:
        return _literal(predicate, text, terms.values[predicate])
    raise ValueError(f"no property {predicate!r}; {nearest(predicate, terms.properties)}")


def _thing(predicate: str, text: str) -> Ref:
    if not is_slug(text):
        raise ValueError(f"{predicate} takes a thing; {text!r} is no slug")
    return Ref(text)


def _concept(predicate: str, text: str, terms: Vocabulary) -> Code:
    scheme = _SCHEMES.get(predicate, f"{predicate.capitalize()}Scheme")
    fitting = frozenset(name for name, home in terms.concepts.items() if home == scheme)
    if text not in fitting:
        raise ValueError(f"{predicate} takes no {text!r}; {nearest(text, fitting)}")
    return Code(text)


def _literal(predicate: str, text: str, datatype: str) -> Literal:
    if datatype == "string":
        return Literal(_quoted(predicate, text))
    if datatype == "":
        if not _DATE.fullmatch(text):
            raise ValueError(f"{predicate} takes a date like 2031, 2031-07 or 2031-07-15: {text!r}")
        return Literal(text, _DATES[len(text)])
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{predicate} takes a number like 1200 or 2.5: {text!r}")
    return Literal(text, datatype)


def _quoted(predicate: str, text: str) -> str:
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f'{predicate} takes a text between double quotes, "like this": {text!r}')
    return value


def write_statement(statement: Statement) -> str:
    """Write a statement so that ``parse_statement`` gives it back.

    >>> write_statement(Statement(Ref("coral-shield"), "dateText", Literal("next July")))
    'coral-shield dateText "next July"'
    """
    return f"{statement.subject.slug} {statement.predicate} {_write(statement.object)}"


def _write(term: Term) -> str:
    if isinstance(term, Ref):
        return term.slug
    if isinstance(term, Code):
        return term.name
    return json.dumps(term.text, ensure_ascii=False) if term.datatype == "string" else term.text

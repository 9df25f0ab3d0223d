"""Whether the article bears out what fills a fact: fillers named, numbers and years written."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims import Literal, Passage, Ref, Term
from ..quantities.numbers import NUMBER, worth
from .flatten import Flat
from .literals import number, words
from .view import View


def unsupported(view: View, flat: Flat) -> Iterator[str]:
    """Give what the fact says that neither its passage nor a resolved reference bears out.

    A thing is borne out by its words in the passage, or in another passage that a pronoun or a
    description leads back to; a state by its offices, an office by half of its words; a number by
    an equal one in the passage; a date by its year, or by the account of how it was counted. What
    has no name of its own is made of what it joins.
    """
    passage = view.reading.passages[flat.claim.passage]
    terms = [flat.subject, flat.object, *(term for _, term in flat.qualifiers)]
    for term in dict.fromkeys(terms):
        if not _is_borne_out(view, term, passage, flat):
            yield term.slug if isinstance(term, Ref) else getattr(term, "text", "")


def _is_borne_out(view: View, term: Term, passage: Passage, flat: Flat) -> bool:
    if isinstance(term, Ref):
        return _is_named(view, term.slug, passage)
    if not isinstance(term, Literal):
        return True
    if term.datatype in ("date", "gYear", "gYearMonth"):
        return flat.claim.date_basis is not None or term.text[:4] in passage.repaired
    if term.datatype in ("decimal", "integer", "money"):
        return _is_written(term.text.split()[0], passage.repaired)
    return True


def _is_named(view: View, slug: str, passage: Passage) -> bool:
    thing = view.reading.things.get(slug)
    if thing is None:
        return False
    if not thing.named or any(one.thing == slug for one in view.reading.mentions):
        return True
    if "Post" in thing.types:
        told = words(thing.label)
        return 2 * len(told & words(passage.repaired)) >= len(told)
    if "State" in thing.types and view.values(slug, "^postIn"):
        return True
    names = (thing.label, *thing.names)
    return any(name.casefold() in passage.repaired.casefold() for name in names)


def _is_written(digits: str, text: str) -> bool:
    wanted = number(digits)
    return any(float(worth(match[0])) == wanted for match in NUMBER.finditer(text))

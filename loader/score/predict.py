"""What the loader read in an article, in the format of gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from ..articles.model import Article
from ..claims import Code, Literal, Reading, Ref, Term
from ..reference import Reference, load_reference
from ..reference.model import Row
from .flatten import Flat, flatten
from .literals import amount, number
from .mapping import OBJECTS
from .model import Annotated, Fact, Value
from .naming import entities_of, without_state, words_for
from .sayings import sayings_of
from .standing import is_described
from .status import status_of
from .support import unsupported
from .types import is_named_class, type_of
from .view import View, view_of

SENTENCE = 50


@cache
def _reference() -> Reference:
    return load_reference()


def predict(reading: Reading, article: Article, *, id: str | None = None) -> Annotated:
    """Give the entities, mentions and flat facts of a reading, with raw offsets.

    A fact that several passages state stands once, with the passage that states it first;
    figures of several stages stand once a stage.

    Args:
        reading: What was read in the article.
        article: The article.
        id: Id of the result; the article's slug by default.
    """
    view = view_of(reading)
    facts = tuple(_once(_facts(view, article)))
    fillers = {slug for fact in facts for slug in _slugs(fact, reading)}
    described = {slug for slug in reading.things if is_described(view, slug)} - fillers
    entities = entities_of(reading, article.text, fillers, _reference(), described)
    known = tuple(fact for fact in facts if _is_known(fact, set(entities)))
    return Annotated(id or article.slug, entities, known, article.published)


def _facts(view: View, article: Article) -> Iterator[Fact]:
    for flat in sorted(flatten(view), key=lambda one: one.claim.passage):
        if _has_types(view, flat):
            yield _fact(view, flat, article.text, article.published)
    yield from sayings_of(view.reading, article.text)


def _has_types(view: View, flat: Flat) -> bool:
    """Tell whether both ends are of a flat type; a class of vessels must be named as one."""
    ends = [flat.subject, *([flat.object] if flat.predicate not in OBJECTS else [])]
    things = [view.reading.things.get(end.slug) for end in ends if isinstance(end, Ref)]
    if flat.predicate == "classOf":
        return all(thing and is_named_class(thing) for thing in things[1:])
    return all(thing and type_of(thing) for thing in things)


def _fact(view: View, flat: Flat, text: str, published: str | None) -> Fact:
    passage = view.reading.passages[flat.claim.passage]
    told: dict[str, Value] = {key: _value(view, term) for key, term in flat.qualifiers}
    if flat.predicate == "holdsOffice" and isinstance(flat.object, Ref):
        for term, _ in view.values(flat.object.slug, "postIn", flat.claim)[:1]:
            told["of"] = _value(view, term)
    return Fact(
        subject=flat.subject.slug,
        predicate=flat.predicate,
        object=_object(view, flat, text),
        qualifiers=told,
        status=_status(view, flat, text, published),
        sentence=passage.text[:SENTENCE],
        start=passage.start,
        end=passage.end,
        evidence=passage.text,
        rule=flat.claim.maker,
        unsupported=tuple(unsupported(view, flat)),
    )


def _status(view: View, flat: Flat, text: str, published: str | None) -> str:
    """Tell the status; an end that lies past the article's date is planned."""
    found = status_of(view, flat.claim, flat.bearers, text)
    ahead = isinstance(flat.object, Literal) and flat.object.text > (published or "9")
    return "planned" if found == "done" and flat.predicate == "endsOn" and ahead else found


def _object(view: View, flat: Flat, text: str) -> Value:
    if OBJECTS.get(flat.predicate) == "words" and isinstance(flat.object, Ref):
        words = words_for(view.reading, text, flat.object.slug, flat.claim.passage)
        if flat.predicate != "holdsOffice":
            return words
        found = view.values(flat.object.slug, "postIn", flat.claim)
        return without_state(words, _state(found[0][0] if found else None))
    return _value(view, flat.object)


def _state(term: Term | None) -> Row | None:
    return _reference().states.get(term.slug) if isinstance(term, Ref) else None


def _value(view: View, term: Term) -> Value:
    if isinstance(term, Ref):
        return term.slug
    if isinstance(term, Code):
        return term.name.lower()
    return _literal(term)


def _literal(term: Literal) -> Value:
    if term.datatype == "money":
        return amount(term.text)
    return number(term.text) if term.datatype in ("decimal", "integer") else term.text


def _once(facts: Iterable[Fact]) -> Iterator[Fact]:
    seen: set[tuple[object, ...]] = set()
    for fact in facts:
        staged = OBJECTS.get(fact.predicate) == "number"
        pair = [fact.subject, str(fact.object)]
        ends = sorted(pair) if fact.predicate == "meets" else pair
        asset = str(fact.qualifiers.get("asset", ""))
        stage = fact.status if staged or fact.status == "denied" else ""
        ends = ends[:1] if fact.predicate == "agreementTopic" else ends
        key = (fact.predicate, *ends, asset, stage)
        if key not in seen:
            seen.add(key)
            yield fact


def _slugs(fact: Fact, reading: Reading) -> Iterator[str]:
    for value in (fact.subject, fact.object, *fact.qualifiers.values()):
        if isinstance(value, str) and value in reading.things:
            yield value


def _is_known(fact: Fact, entities: set[str]) -> bool:
    return fact.subject in entities and (fact.predicate in OBJECTS or fact.object in entities)

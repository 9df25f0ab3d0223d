"""Facts of either side in one shape: what is said, where, and in whose name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..claims import Literal, Reading, Ref, Statement, Term

Span = tuple[int, int]
NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Saying:
    """A triple that one passage states.

    Attributes:
        article: Slug of the article.
        spots: Raw spans of the passages that state it; one, but for what is said of a quotation.
        statement: The triple; things by slug (found) or by id (the facts file).
        modality: ``Asserted``, ``Quoted`` or ``Denied``.
        speaker: Slug or id of the speaker, None unless quoted.
        makers: Rules and curators that made it; empty for the facts file.
        implied: Whether it only follows from another saying, such as the short edge of a node.
    """

    article: str
    spots: tuple[Span, ...]
    statement: Statement
    modality: str = "Asserted"
    speaker: str | None = None
    makers: tuple[str, ...] = ()
    implied: bool = False

    @property
    def key(self) -> tuple[str, Span, str, str, str]:
        """Sort and tell apart what is said, whoever made it."""
        spoken = self.speaker or ""
        return (self.article, self.spots[0], self.statement.key(), self.modality, spoken)


def say(statement: Statement, names: Mapping[str, str] = NO_NAMES) -> str:
    """Write a statement as text: ``subject predicate object``, literals in quotes.

    Args:
        statement: The statement.
        names: What to call things instead of their slugs; those it lacks keep them.
    """
    subject = names.get(statement.subject.slug, statement.subject.slug)
    return f"{subject} {statement.predicate} {_say_term(statement.object, names)}"


def _say_term(term: Term, names: Mapping[str, str]) -> str:
    if isinstance(term, Ref):
        return names.get(term.slug, term.slug)
    return f'"{term.text}"' if isinstance(term, Literal) else term.name


# Node form → short edge: (property to the one end, property to the other end, the edge).
_EDGES = (("participant", "activity", "participatesIn"),)


def with_edges(sayings: list[Saying]) -> list[Saying]:
    """Add the short edge that each node form implies in its own passage.

    A participation with its participant and activity implies ``participatesIn``; a person with a
    tenure of a post implies ``holdsPost``. The short edge never implies a node.
    """
    stated = {saying.key for saying in sayings}
    edges: dict[tuple[str, Span, str, str, str], Saying] = {}
    for tail_of, head_of, edge in _EDGES:
        for tail in (s for s in sayings if s.statement.predicate == tail_of):
            for head in _same_node(tail, head_of, sayings):
                made = _edge(tail, head, edge)
                edges.setdefault(made.key, made)
    for tail in (s for s in sayings if s.statement.predicate == "hasTenure"):
        for head in _of_tenure(tail, sayings):
            statement = Statement(tail.statement.subject, "holdsPost", head.statement.object)
            made = replace(tail, statement=statement, implied=True)
            edges.setdefault(made.key, made)
    return sayings + [edge for key, edge in edges.items() if key not in stated]


def _same_node(tail: Saying, predicate: str, sayings: list[Saying]) -> list[Saying]:
    node = tail.statement.subject
    return [s for s in sayings if _beside(s, tail, predicate) and s.statement.subject == node]


def _of_tenure(tail: Saying, sayings: list[Saying]) -> list[Saying]:
    node = tail.statement.object
    return [s for s in sayings if _beside(s, tail, "tenureOf") and s.statement.subject == node]


def _beside(one: Saying, other: Saying, predicate: str) -> bool:
    told = (one.article, one.spots[0], one.modality, one.speaker)
    return one.statement.predicate == predicate and told == (
        other.article,
        other.spots[0],
        other.modality,
        other.speaker,
    )


def _edge(tail: Saying, head: Saying, predicate: str) -> Saying:
    subject = tail.statement.object
    if not isinstance(subject, Ref):
        subject = tail.statement.subject
    statement = Statement(subject, predicate, head.statement.object)
    makers = tuple(sorted({*tail.makers, *head.makers}))
    return replace(tail, statement=statement, makers=makers, implied=True)


def sayings_of(reading: Reading, text: str) -> list[Saying]:
    """List what a reading states, each triple of a passage once, with all its makers.

    What a quotation is (its words, its passages, its speaker) counts as stated: the words in the
    passage where each span starts, the speaker in every passage of it and in the one before. A
    claim that says the same of it adds nothing.

    Args:
        reading: What was read.
        text: The raw text of the article.
    """
    found: dict[tuple[str, Span, str, str, str], Saying] = {}
    quotations = _of_quotations(reading, text)
    known = {saying.statement for saying in quotations}
    claims = [saying for saying in _of_claims(reading) if saying.statement not in known]
    for saying in [*claims, *quotations]:
        before = found.get(saying.key)
        if before is not None:
            makers = tuple(sorted({*before.makers, *saying.makers}))
            saying = replace(before, makers=makers)
        found[saying.key] = saying
    return with_edges(sorted(found.values(), key=lambda saying: saying.key))


def _of_claims(reading: Reading) -> list[Saying]:
    return [
        Saying(
            article=reading.article,
            spots=(_span(reading, claim.passage),),
            statement=statement,
            modality=claim.modality,
            speaker=claim.speaker if claim.modality == "Quoted" else None,
            makers=(claim.maker,),
        )
        for claim in reading.claims
        for statement in claim.statements
    ]


def _of_quotations(reading: Reading, text: str) -> list[Saying]:
    found = []
    for quoted in reading.quotations:
        if not quoted.passages:
            continue
        touched = [_span(reading, index) for index in quoted.passages]
        lead_in = [_span(reading, max(quoted.passages[0] - 1, 0))]
        said: list[tuple[str, Term, list[Span]]] = [
            ("inPassage", passage_literal(span), [span]) for span in touched
        ]
        for span in quoted.spans:
            inside = [spot for spot in touched if spot[0] <= span[0] < spot[1]] or touched
            said.append(("text", Literal(text[slice(*span)]), inside[:1]))
        if quoted.speaker:
            said.append(("speaker", Ref(quoted.speaker), touched + lead_in))
        found += [
            Saying(
                article=reading.article,
                spots=tuple(spots),
                statement=Statement(quoted.ref, predicate, term),
                makers=("rule:quotation",),
            )
            for predicate, term, spots in said
        ]
    return found


def passage_literal(span: Span) -> Literal:
    """Name a passage as the object of ``inPassage``."""
    return Literal(f"char={span[0]},{span[1]}")


def _span(reading: Reading, index: int) -> Span:
    passage = reading.passages[index]
    return passage.start, passage.end

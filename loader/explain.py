"""What happens to a sentence on its way to claims, in words, for whoever mends a rule."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from .articles import Article
from .articles.datelines import TOP_LINE, date_on_top
from .articles.days import is_date
from .claims import Claim, Code, Literal, Reading, Term
from .errors import DataError
from .reading import Trace, trace_article
from .syntax import describe


def explain(text: str, *, published: str | None = None) -> str:
    """Tell tokens, names, groups, clauses, frames (fired or blocked, and why) and claims.

    Args:
        text: One or more sentences.
        published: ISO 8601 date to count relative dates from, None for that of the text's own top
            line.

    Raises:
        DataError: When the text is not Unicode, or there is no such date.
    """
    if published is not None and not is_date(published):
        reason = f"{published!r} is no date; write an existing one: 2031-05-04, 2031-05 or 2031"
        raise DataError("published", reason)
    digest = hashlib.sha256(_encoded(text)).hexdigest()
    on_top = None if published else date_on_top(text)
    article = Article(
        slug="text",
        text=text,
        sha256=digest,
        source="the command line",
        published=published or on_top,
        published_basis=TOP_LINE if on_top else None,
    )
    reading, trace = trace_article(article)
    if not trace.document.sentences:
        return "No sentence was found: headings and credits state nothing."
    return "\n".join(_lines(reading, trace))


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise DataError("the sentence", "it is not UTF-8; give it as UTF-8") from error


def _lines(reading: Reading, trace: Trace) -> Iterator[str]:
    for sentence in trace.document.sentences:
        yield f"Sentence {sentence.index}: {reading.passages[sentence.index].repaired}"
        yield "  tokens   " + " ".join(f"{t.text}/{t.tag}" for t in sentence.tokens)
        for mention in trace.mentions[sentence.index]:
            words = " ".join(t.text for t in sentence.tokens[mention.first : mention.last])
            kinds = "+".join(mention.thing.types)
            yield f"  name     {words} = {mention.thing.slug} ({kinds}, {mention.kind})"
        words_ = [token.text for token in sentence.tokens]
        yield from (f"  {line}" for line in describe(trace.parses[sentence.index], words_))
        yield from _clauses(trace, sentence.index, words_)
        for outcome in trace.outcomes[sentence.index]:
            verdict = f"blocked: {outcome.reason}" if outcome.reason else "fired"
            yield f"  frame    {outcome.frame} at {words_[outcome.token]!r}: {verdict}"
        for claim in reading.claims:
            if claim.passage == sentence.index:
                yield from _claim(claim)
        yield ""


def _clauses(trace: Trace, index: int, words: list[str]) -> Iterator[str]:
    def text(first: int, last: int) -> str:
        return " ".join(words[first:last])

    for clause in trace.parses[index].clauses:
        subjects = "; ".join(text(g.first, g.last) for g in clause.subjects) or "—"
        objects = "; ".join(text(g.first, g.last) for g in clause.objects) or "—"
        phrases = ", ".join(
            f"{p.preposition} [{'; '.join(text(g.first, g.last) for g in p.groups)}"
            f"{p.time.text if p.time else ''}]"
            for p in clause.phrases
        )
        verb = text(clause.verb.first, clause.verb.last)
        yield f"  clause   ({clause.link}) {subjects} | {verb} | {objects} | {phrases}"


def _claim(claim: Claim) -> Iterator[str]:
    said = "" if claim.modality == "Asserted" else f", {claim.modality.lower()}"
    said += f" of {claim.speaker}" if claim.speaker else ""
    yield f"  claim    by {claim.maker}, confidence {claim.confidence:.2f}{said}"
    for statement in claim.statements:
        yield f"           {statement.subject.slug} {statement.predicate} {_term(statement.object)}"


def _term(term: Term) -> str:
    if isinstance(term, Literal):
        return f'"{term.text}"'
    return term.name if isinstance(term, Code) else term.slug

"""Finds where in the articles each edit of the log belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ..articles.model import Article
from ..claims import Claim, Reading, Ref, Statement
from .anchors import locate, passage_of
from .identity import Identity
from .model import QUOTATION, Edit, Note


@dataclass(frozen=True, slots=True)
class Placed:
    """An edit and where it belongs.

    Attributes:
        edit: The edit.
        passage: Index of its passage in the reading of the article.
        quotation: The quotation that its anchor touches, as ``quote=start,end``, or None.
        meant: What ``@quotation`` is in it: that quotation, else the one that begins in the
            sentence after the anchor's, which introduces it; or None.
        cue: Raw span of the words that hedge it, or None.
    """

    edit: Edit
    passage: int
    quotation: str | None
    meant: str | None
    cue: tuple[int, int] | None

    def rejects(self, identity: Identity) -> frozenset[Statement]:
        """Give the statements it rejects, about the things that the slugs stand for now."""
        return frozenset(self._said(s, identity) for s in self.edit.rejects)

    def claim(self, identity: Identity, struck: frozenset[Statement]) -> Claim | None:
        """Give the claim it adds without what was struck; None where nothing is left."""
        said = {self._said(statement, identity) for statement in self.edit.statements} - struck
        if not said:
            return None
        speaker = self.edit.speaker
        return Claim(
            passage=self.passage,
            statements=tuple(sorted(said, key=Statement.key)),
            maker=f"curator:{self.edit.signature.author}",
            modality=self.edit.modality,
            speaker=identity.of(speaker) if speaker else None,
            quotation=self.quotation if speaker else None,
            cue=self.cue,
            date_basis=self.edit.date_basis,
            confidence=self.edit.confidence,
        )

    def _said(self, statement: Statement, identity: Identity) -> Statement:
        statement = identity.of_statement(statement)
        if statement.subject.slug == QUOTATION and self.meant:
            return Statement(Ref(self.meant), statement.predicate, statement.object)
        return statement


def place_edits(
    edits: Iterable[Edit], readings: Sequence[Reading], articles: Sequence[Article]
) -> tuple[tuple[Placed, ...], tuple[Note, ...]]:
    """Place each edit, or say why it has no place any more."""
    by_slug = {reading.article: reading for reading in readings}
    texts = {article.slug: article.text for article in articles}
    placed, orphans = [], []
    for edit in edits:
        try:
            placed.append(_place(edit, by_slug, texts))
        except LookupError as error:
            signature = edit.signature
            orphans.append(Note(signature.place, str(error.args[0]), signature.id))
    return tuple(placed), tuple(orphans)


def _place(edit: Edit, readings: Mapping[str, Reading], texts: Mapping[str, str]) -> Placed:
    reading, text = readings.get(edit.article), texts.get(edit.article)
    if reading is None or text is None:
        raise LookupError(f"no article {edit.article} is read{_hint(edit.article, readings)}")
    span = locate(edit.anchor, text)
    passage = passage_of(span, reading.passages)
    quotation = _quotation(span, reading)
    meant = quotation or _introduced(passage, reading)
    if meant is None and any(s.subject.slug == QUOTATION for s in _all(edit)):
        raise LookupError(f"the words quoted stand in no quotation, so {QUOTATION} is nothing")
    return Placed(edit, passage, quotation, meant, _cue(edit, reading, passage, text))


def _all(edit: Edit) -> tuple[Statement, ...]:
    return edit.rejects + edit.statements


def _quotation(span: tuple[int, int], reading: Reading) -> str | None:
    for quoted in reading.quotations:
        if any(start < span[1] and span[0] < end for start, end in quoted.spans):
            return quoted.ref.slug
    return None


def _introduced(passage: int, reading: Reading) -> str | None:
    after = (q.ref.slug for q in reading.quotations if min(q.passages, default=-1) == passage + 1)
    return next(after, None)


def _cue(edit: Edit, reading: Reading, passage: int, text: str) -> tuple[int, int] | None:
    if edit.cue is None:
        return None
    within = reading.passages[passage]
    start = text.find(edit.cue, within.start, within.end)
    if start < 0:
        raise LookupError(f"the cue “{edit.cue}” is not in the sentence")
    return start, start + len(edit.cue)


def _hint(slug: str, known: Iterable[str]) -> str:
    near = get_close_matches(slug, sorted(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def unknown_things(edit: Edit, identity: Identity, known: Iterable[str]) -> str | None:
    """Say which thing of the edit's claim is nowhere, None where all are known."""
    here = set(known)
    slugs = set().union(*(statement.slugs for statement in edit.statements)) - {QUOTATION}
    if edit.speaker:
        slugs.add(edit.speaker)
    for slug in sorted(slugs):
        if identity.of(slug) not in here:
            return f"nothing is called {slug}{_hint(slug, here)}"
    return None

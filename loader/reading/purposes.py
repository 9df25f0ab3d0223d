"""Purposes: what a thing is for, in the words of the source."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims import Literal
from ..syntax import Clause, NounGroup, Parse, VerbGroup
from ..text import Sentence
from .cues import load_cues
from .discourse import Discourse
from .drafts import Draft
from .entities import Entity
from .status import Stage

_BEARERS = ("Activity", "Agreement", "Policy", "AssetType", "Asset", "Alliance")
RULE = "purpose"


def purposes(sentence: Sentence, parse: Parse, discourse: Discourse) -> list[Draft]:
    """Give a claim for each "aims to …", "designed for …", "launched to …" with a bearer."""
    found: list[Draft] = []
    for index, clause in enumerate(parse.clauses):
        following = parse.clauses[index + 1].verb if index + 1 < len(parse.clauses) else None
        start = _purpose_start(sentence, clause, following)
        if start is None:
            continue
        bearers = [e for e in _bearers(clause, parse, discourse) if e.is_a(_BEARERS)]
        if not bearers and clause.link == "participle":
            bearers = _nearest(clause, parse, discourse)
        if len(bearers) != 1:
            continue
        words = _until_clause_end(sentence, parse, clause, start)
        if words:
            stage = Stage("", clause.verb.negated, clause.verb.cue)
            stated = [(bearers[0], "purpose", Literal(words))]
            found.append(Draft(sentence.index, start, RULE, [*stated], stage, None, 0.8))
    return found


def _purpose_start(sentence: Sentence, clause: Clause, following: VerbGroup | None) -> int | None:
    """Give the index of the first word of the purpose: after the cue "aims to", "designed for"."""
    cues = load_cues().purpose
    verb = clause.verb
    chain = [t.lemma for t in sentence.tokens[verb.first : verb.last - 1]]
    if verb.stage and any(lemma in cues for lemma in chain) and "to" in chain:
        return verb.last - 1
    launched = verb.lemma in cues and verb.passive
    if launched and following is not None and following.first == verb.last:
        return following.last - 1 if following.form == "infinitive" else None
    if verb.lemma in cues and clause.phrases and verb.form == "participle":
        phrase = clause.phrases[0]
        if phrase.preposition == "for" and phrase.groups:
            return phrase.groups[0].first
    if verb.lemma == "focus" and clause.last == 0:
        return verb.last + 1
    return None


def _bearers(clause: Clause, parse: Parse, discourse: Discourse) -> Iterator[Entity]:
    groups: tuple[NounGroup, ...] = clause.subjects
    for group in groups:
        yield from discourse.things(group)
        other = parse.apposed.get((group.first, group.last))
        if other is not None:
            yield from discourse.things(other)


def _nearest(clause: Clause, parse: Parse, discourse: Discourse) -> list[Entity]:
    """Give the bearer named last before a participle: "talks on a pact, aiming to …"."""
    for group in reversed([g for g in parse.groups if g.last <= clause.verb.first]):
        found = [e for e in discourse.things(group) if e.is_a(("Agreement", "Activity"))]
        if found:
            return found[:1]
    return []


def _until_clause_end(sentence: Sentence, parse: Parse, clause: Clause, start: int) -> str:
    """Give the words from ``start`` to the next finite clause, dash or the end of the sentence."""
    last = len(sentence.tokens)
    for token in range(start + 1, last):
        if sentence.tokens[token].text in ("—", ";", ".", "”"):
            last = token
            break
    form = clause.verb.form
    for other in parse.clauses:
        if other.verb.first <= start or other is clause or other.verb.first >= last:
            continue
        before = sentence.tokens[other.verb.first - 1].text
        finite = other.verb.form == "finite"
        ends = before in (",", "also", "but") and (finite or other.verb.form != form)
        form = other.verb.form
        if ends:
            last = other.verb.first - (2 if before == "also" else 1)
    tokens = sentence.tokens[start:last]
    if len(tokens) < 2:
        return ""
    offset = sentence.span.start
    return _text(sentence)[tokens[0].span.start - offset : tokens[-1].span.end - offset].strip(" ,")


def _text(sentence: Sentence) -> str:
    """Rebuild the sentence's characters from its tokens."""
    characters: list[str] = []
    position = sentence.span.start
    for token in sentence.tokens:
        characters += [" " * (token.span.start - position), token.text]
        position = token.span.end
    return "".join(characters)

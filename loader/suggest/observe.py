"""What one article has that the rules had no use for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..articles import Article
from ..frames import load_frames
from ..names import Mention
from ..quantities import Quantity, When
from ..reading import Trace, trace_article
from ..syntax import Clause, NounGroup, Parse
from ..text import Sentence, Token
from ..text.brill_tables import is_known
from .cues import context_of
from .model import Seen, Sighting

#: Verbs that say nothing by themselves, and those that the quotations are read by.
PLAIN = frozenset(("be", "have", "do", "say", "add", "tell"))
#: Reasons that say of a verb that it was not the trigger, but for words that it lacks.
NOT_MEANT = ("the object is none of", "no phrase is one of")
JOINTS = frozenset(("of", "and", "for", "the", "&", "-", "–", "de", "al"))
Span = tuple[int, int]


def observe(article: Article) -> Seen:
    """Read an article and keep what no name, frame or claim came of."""
    reading, trace = trace_article(article)
    sentences = [passage.repaired for passage in reading.passages]
    names: list[Sighting] = []
    verbs: list[Sighting] = []
    for sentence, text in zip(trace.document.sentences, sentences, strict=True):
        parse = trace.parses[sentence.index]
        names += _names(sentence, parse, _taken(trace, sentence), text)
        verbs += _verbs(parse, text)
    unread = [one for index in reading.unread for one in _unread(trace, index, sentences[index])]
    return Seen(article.slug, tuple(names), tuple(verbs), tuple(unread))


def _taken(trace: Trace, sentence: Sentence) -> frozenset[int]:
    """Give the tokens that are part of a name, a number or a time."""
    parse = trace.parses[sentence.index]
    numbers = [group.quantity for group in parse.groups if group.quantity is not None]
    parts: list[Mention | When | Quantity] = [*trace.mentions[sentence.index], *parse.times]
    spans = [(one.first, one.last) for one in (*parts, *numbers)]
    return frozenset(index for first, last in spans for index in range(first, last))


def _names(
    sentence: Sentence, parse: Parse, taken: frozenset[int], text: str
) -> Iterator[Sighting]:
    for first, last in _runs(sentence.tokens, taken):
        name = _written(text, sentence, first, last)
        group = next((g for g in parse.groups if g.first <= first < g.last), None)
        if group is not None and _refers_back(name, group):
            continue
        context, guess = context_of(parse, group) if group else ("", "")
        yield Sighting(name, context, guess, text)


def _refers_back(name: str, group: NounGroup) -> bool:
    """Tell whether a common noun with a capital stands for what was named before."""
    return bool(group.determiner) and is_known(name.lower())


def _written(text: str, sentence: Sentence, first: int, last: int) -> str:
    start, end = sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end
    return " ".join(text[start - sentence.span.start : end - sentence.span.start].split())


def _runs(tokens: tuple[Token, ...], taken: frozenset[int]) -> Iterator[Span]:
    index = 0
    while index < len(tokens):
        last = _run(tokens, taken, index)
        alone = last == index + 1 and _opens(tokens, index)
        if last > index and not alone and not _explains(tokens, taken, index):
            yield index, last
        index = max(last, index + 1)


def _run(tokens: tuple[Token, ...], taken: frozenset[int], first: int) -> int:
    """Give the index after the capitalised words from ``first`` on, joints between them kept."""
    last = index = first
    while index < len(tokens) and index not in taken:
        if _is_name(tokens[index]):
            last = index + 1
        elif last == first or tokens[index].text not in JOINTS:
            break
        index += 1
    return last


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag.startswith("NNP")


def _explains(tokens: tuple[Token, ...], taken: frozenset[int], index: int) -> bool:
    """Tell whether a bracket begins here that says more of the name before it ("(CVN 71)")."""
    return index > 1 and tokens[index - 1].text == "(" and index - 2 in taken


def _opens(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a lone capital may be due to the beginning of a sentence or quotation."""
    before = tokens[index - 1].text if index else ""
    return not before[:1].isalnum() and before != "," and is_known(tokens[index].text.lower())


def _verbs(parse: Parse, text: str) -> Iterator[Sighting]:
    for clause in parse.clauses:
        if clause.verb.lemma in PLAIN or clause.verb.lemma in _triggers():
            continue
        for subject in _classes(clause.subjects):
            for preposition, other in _others(clause):
                key = f"{clause.verb.lemma} {preposition}".strip()
                yield Sighting(key, f"{subject}, {other}", "", text)


def _others(clause: Clause) -> Iterator[tuple[str, str]]:
    found = [("", one) for one in _classes(clause.objects)]
    phrases = [phrase for phrase in clause.phrases if phrase.preposition != "of"]
    found += [(phrase.preposition, one) for phrase in phrases for one in _classes(phrase.groups)]
    yield from dict.fromkeys(found)


def _classes(groups: tuple[NounGroup, ...]) -> list[str]:
    return list(dict.fromkeys(g.mention.thing.types[0] for g in groups if g.mention is not None))


@cache
def _triggers() -> frozenset[str]:
    """Give the lemmas that trigger a frame, verbs and nouns; not the ones that take any verb."""
    frames = load_frames()
    return frozenset(word for frame in frames for word in (*frame.verbs, *frame.nouns)) - {"*"}


def _unread(trace: Trace, index: int, text: str) -> Iterator[Sighting]:
    lemmas = _lemmas(trace.parses[index])
    own = {frame.id: {*frame.verbs, *frame.nouns} for frame in load_frames()}
    for outcome in trace.outcomes[index]:
        lemma = lemmas.get(outcome.token, "")
        meant = outcome.reason and not outcome.reason.startswith(NOT_MEANT)
        if meant and lemma in own[outcome.frame] - PLAIN:
            yield Sighting(lemma, f"{outcome.frame}: {outcome.reason}", "", text)


def _lemmas(parse: Parse) -> dict[int, str]:
    found = {group.last - 1: group.lemma for group in parse.groups}
    return found | {clause.verb.last - 1: clause.verb.lemma for clause in parse.clauses}

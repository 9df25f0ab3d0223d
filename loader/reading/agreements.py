"""Agreements: what they deal with, when they were signed, and which one "the deal" is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..claims import Literal
from ..quantities import When
from ..syntax import NounGroup, Parse, Phrase
from ..text import Sentence
from .drafts import Draft, date_literal
from .entities import Entity
from .nouns import load_nouns

if TYPE_CHECKING:
    from .discourse import Discourse

TOPIC_RULE, DATE_RULE = "agreement-topic", "agreement-of"
_ABOUT = ("on", "about", "concerning", "regarding", "covering", "governing")
_WITHIN = ("of", "by", "for", "to", "and", "between", "against", "from")
_WITH = ("with", "between", "among")
#: Nouns for any agreement; other nouns go back to an agreement called so only.
_GENERAL = ("agreement", "deal", "pact", "accord", "arrangement", "document", "text", "framework")
_ALIKE = {
    "treaty": ("treaty", "pact", "accord", "agreement", "convention"),
    "contract": ("contract", "deal", "order", "agreement", "award"),
    "partnership": ("partnership", "agreement"),
}
_NEAR = 3
_NEUTRAL = frozenset(
    ["new", "bilateral", "joint", "same", "landmark", "historic", "propose", "proposed", "defence",
     "defense", "whole", "trilateral", "multilateral", "final", "latest"]
)  # fmt: skip


def agreements(sentence: Sentence, parse: Parse, discourse: Discourse) -> list[Draft]:
    """Give a claim for each topic and each date that stands right with an agreement."""
    found: list[Draft] = []
    for group in parse.groups:
        things = [e for e in discourse.things(group) if e.is_a(("Agreement",))]
        if len(things) != 1 or group.mention is not None:
            continue
        one, token = things[0], group.last - 1
        titled = sentence.tokens[token].text[0].isupper() and token > 0
        if not titled and (topic := topic_of(group, parse, discourse)):
            one.topic = one.topic or topic
            stated = [(one, "topic", Literal(topic))]
            found.append(Draft(sentence.index, token, TOPIC_RULE, [*stated]))
        when = date_of(group, parse, sentence)
        if when is not None and when.start is not None:
            stated = [(one, "signedDate", date_literal(when.start))]
            found.append(
                Draft(sentence.index, token, DATE_RULE, [*stated], basis=when.basis, confidence=0.8)
            )
    return found


def topic_of(group: NounGroup, parse: Parse, discourse: Discourse) -> str:
    """Give the words after "on" or "about", with the phrases that go on from them; "" for none."""
    phrases = [p for p in parse.after.get((group.first, group.last), ()) if p.time is None]
    start = next((i for i, p in enumerate(phrases) if p.preposition in _ABOUT and p.groups), None)
    if start is None:
        return ""
    first, last = phrases[start].groups[0], phrases[start].groups[-1]
    for phrase in phrases[start + 1 :]:
        if not _follows(phrase, last) or not _goes_on(phrase, discourse):
            break
        last = phrase.groups[-1]
    begin = first.first + (first.determiner in ("the", "a", "an"))
    return discourse.scene.text(begin, last.last)


def _goes_on(phrase: Phrase, discourse: Discourse) -> bool:
    """Tell whether a phrase goes on with a topic; where and with whom do not."""
    if phrase.preposition in _WITHIN:
        return True
    things = [e for g in phrase.groups for e in discourse.things(g)]
    return phrase.preposition == "in" and not any(e.is_a(("Place", "Agent")) for e in things)


def _follows(phrase: Phrase, last: NounGroup) -> bool:
    return bool(phrase.groups) and phrase.groups[0].first == last.last + 1


def date_of(group: NounGroup, parse: Parse, sentence: Sentence) -> When | None:
    """Give the date in "the 2019 accord", "the accord of 2019", "the accord dated 3 May 2019"."""
    for when in parse.times:
        if group.first <= when.first and when.last < group.last:
            return when
        behind = when.first - 1 == group.last
        if behind and sentence.tokens[group.last].text.lower() in ("of", "from", "dated"):
            return when
    return None


def antecedent(group: NounGroup, discourse: Discourse) -> Entity | None:
    """Give the agreement that "the deal", "this pact" or "the contract" goes back to."""
    if group.determiner in ("a", "an", "another") or group.names or group.quantity is not None:
        return None
    scene = discourse.scene
    if date_of(group, scene.parse, scene.sentence) is not None:
        return None
    known = [e for e in discourse.register.recent(("Agreement",)) if e.start < scene.start(group)]
    may = [e for e in known if _may_be(e, group, discourse)]
    focus = [e for e in discourse.spoken_before(group) if e in may]
    noun = _noun(group.words, group.lemma)
    alike = [e for e in may if noun in _nouns(e) and e.seen >= scene.index - _NEAR]
    alike.sort(key=lambda e: -e.times)
    return next(iter((*focus, *alike, *may)), None)


def _noun(words: Sequence[str], lemma: str) -> str:
    """Give the noun that says what kind it is: "memorandum" of "memorandum of understanding"."""
    found = load_nouns().class_of(words, lemma)
    return found[1].split(" of ")[0].split()[-1] if found is not None else lemma


def _nouns(entity: Entity) -> set[str]:
    """Give the nouns that an agreement is called by: its head, or the words of its name."""
    if entity.thing is not None:
        return {word.lower() for word in entity.thing.label.split()}
    return {_noun(entity.words.lower().split()[:-1], entity.lemma)}


def _may_be(entity: Entity, group: NounGroup, discourse: Discourse) -> bool:
    """Tell whether a description may be of an agreement named or described before."""
    noun, nouns = _noun(group.words, group.lemma), _nouns(entity)
    if noun not in _GENERAL and not nouns & {*_ALIKE.get(noun, (noun,))}:
        return False
    words = f"{entity.words} {entity.topic} {entity.thing.label if entity.thing else ''}"
    told = {*words.lower().split(), *nouns, *_NEUTRAL, "of"}
    return set(group.words) <= told and not _is_other(group, entity, discourse)


def _is_other(group: NounGroup, entity: Entity, discourse: Discourse) -> bool:
    """Tell whether what stands after the noun makes it another one: "the pact with Chile"."""
    parse = discourse.scene.parse
    topic = topic_of(group, parse, discourse)
    if topic and not _content(topic) & _content(entity.topic):
        return True
    parties = entity.roles.get("parties", set())
    for phrase in parse.after.get((group.first, group.last), ()):
        if phrase.preposition in _WITH and phrase.groups:
            named = {e for g in phrase.groups for e in discourse.things(g) if e.is_a(("Agent",))}
            if parties and named and not named <= parties:
                return True
    return False


def _content(text: str) -> set[str]:
    return {word for word in text.lower().split() if len(word) > 3}


def is_agreement(group: NounGroup) -> bool:
    """Tell whether the noun is one for agreements."""
    found = load_nouns().class_of(group.words, group.lemma)
    weak = load_nouns().weak.get(group.lemma, ())
    kinds = ("Agreement", "DefenceAgreement", "ProcurementContract")
    return (found is not None and found[0] in kinds) or weak == ("Agreement",)

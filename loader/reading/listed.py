"""Lists of office-holders: "the ministers of Peru and Chile, X and Y"."""

from __future__ import annotations

from collections.abc import Sequence

from ..names import Mention
from ..syntax import NounGroup, Parse
from ..text import Sentence
from .discourse import Discourse, Held
from .drafts import Draft
from .entities import Entity
from .lines import Line
from .nouns import load_nouns
from .roles import RULE, entity_of, hold, office, people_of

_NEAR, _FAR = 8, 16
_JOINTS = (",", "and")

People = list[tuple[NounGroup, Entity]]


def listed_roles(
    sentence: Sentence, parse: Parse, mentions: Sequence[Mention], discourse: Discourse
) -> list[Draft]:
    """Give a claim for each of as many people as states, in order; none where they differ."""
    line = Line(sentence.tokens, mentions)
    found: list[Draft] = []
    for head, token in enumerate(line.tokens):
        if token.tag not in ("NNS", "NNPS") or token.lemma not in load_nouns().roles:
            continue
        people = _people(line, head, parse, discourse)
        states = _states(line, head, people[0][0].first) if people else []
        if not 1 < len(states) == len(people):
            continue
        words = _title(line, head)
        for (group, person), mention in zip(people, states, strict=True):
            stated = office(words, entity_of(line, mention, discourse), person, discourse)
            hold(stated, discourse)
            discourse.offices[id(person)] = Held(words, of_state=True)
            found.append(Draft(sentence.index, group.last - 1, RULE, stated, confidence=0.8))
    return found


def _title(line: Line, head: int) -> str:
    """Give the title in the singular: "defence minister" of "defence ministers"."""
    first = head
    while line.tag(first - 1) in ("NN", "NNP", "JJ") and line.covers.get(first - 1) is None:
        first -= 1
    return " ".join([*(line.text(i) for i in range(first, head)), line.tokens[head].lemma])


def _states(line: Line, head: int, end: int) -> list[Mention]:
    """Give the states before the head or between it and the first name."""
    states = [m for m in line.mentions if "State" in m.thing.types]
    return [m for m in states if head - _NEAR <= m.first and m.last <= end]


def _people(line: Line, head: int, parse: Parse, discourse: Discourse) -> People:
    """Give the people who stand in one list behind the head of a title."""
    run: People = []
    for group, person in people_of(parse, discourse):
        if group.first <= head or (not run and group.first > head + _FAR):
            continue
        between = range(run[-1][0].last, group.first) if run else ()
        if not all(line.text(i) in _JOINTS for i in between):
            break
        run.append((group, person))
    return run

"""Bodies by name: the "Royal Danish Navy" belongs to Denmark, for its name says so."""

from __future__ import annotations

from ..syntax import NounGroup, Parse
from ..text import Sentence
from .discourse import Discourse
from .drafts import Draft
from .entities import Entity
from .nouns import load_nouns

RULE = "body-by-name"
SHIP_RULE = "ship-by-prefix"


def bodies_by_name(sentence: Sentence, parse: Parse, discourse: Discourse) -> list[Draft]:
    """Give a claim for each force, organ of government or post that its words give to a state."""
    found: list[Draft] = []
    for group in parse.groups:
        for entity in discourse.things(group):
            state = discourse.known.thing(entity.state) if entity.state else None
            predicate = _predicate(entity, group, sentence, discourse)
            if state is not None and predicate:
                owner = discourse.named(state, group)
                stated = [(entity, predicate, owner)]
                rule = SHIP_RULE if entity.is_a(("Vessel",)) else RULE
                found.append(Draft(sentence.index, group.last - 1, rule, [*stated]))
    return found


def _predicate(
    entity: Entity, group: NounGroup, sentence: Sentence, discourse: Discourse
) -> str | None:
    """Tell how the entity is its state's, None where the words do not say so.

    "Danish troops" and "their respective ministers" are resolved through their states; a name must
    hold the state's name.
    """
    if entity.is_a(("Post",)):
        return "postIn" if group.mention is None else None
    if entity.is_a(("Vessel",)) and entity.thing is not None:
        return "belongsTo" if group.mention is not None else None
    if not entity.is_a(("ArmedForce", "GovernmentBody")) or entity.state is None:
        return None
    first = group.mention.first if group.mention is not None else group.first
    words = " ".join(token.text for token in sentence.tokens[first : group.last])
    people = group.mention is None and group.lemma in load_nouns().people
    named = people or discourse.known.names_state(words, entity.state)
    return "belongsTo" if named else None

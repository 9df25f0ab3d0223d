"""Bodies by name: the "Royal Danish Navy" belongs to Denmark, for its name says so."""

from __future__ import annotations

from ..syntax import Parse
from ..text import Sentence
from .discourse import Discourse
from .drafts import Draft

RULE = "body-by-name"


def bodies_by_name(sentence: Sentence, parse: Parse, discourse: Discourse) -> list[Draft]:
    """Give a claim for each armed force or organ of government whose words name its state."""
    found: list[Draft] = []
    for group in parse.groups:
        people = group.mention is None
        for entity in discourse.things(group):
            state = discourse.known.thing(entity.state) if entity.state else None
            if state is None or not entity.is_a(("ArmedForce", "GovernmentBody")):
                continue
            first = group.mention.first if group.mention is not None else group.first
            words = " ".join(t.text for t in sentence.tokens[first : group.last])
            if people or discourse.known.names_state(words, state.slug):
                owner = discourse.register.named(
                    state, sentence.index, discourse.scene.start(group)
                )
                stated = [(entity, "belongsTo", owner)]
                found.append(Draft(sentence.index, group.last - 1, RULE, [*stated]))
    return found

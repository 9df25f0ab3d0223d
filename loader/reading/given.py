"""For whom what is given, held or run is: "the course, run by X for 20 sailors"."""

from __future__ import annotations

from collections.abc import Iterator

from ..syntax import NounGroup, Parse
from .cues import load_cues

_TO = ("for", "to")


def given_for(group: NounGroup, parse: Parse) -> Iterator[tuple[NounGroup, ...]]:
    """Give the groups behind "for" or "to" of a verb of giving whose deep object the group is."""
    for clause in parse.clauses:
        given = clause.subjects if clause.verb.passive else clause.objects
        reduced = clause.verb.form == "participle" and group in clause.subjects
        if clause.verb.lemma in load_cues().giving and (group in given or reduced):
            yield from (p.groups for p in clause.phrases if p.preposition in _TO and p.groups)

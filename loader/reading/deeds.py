"""Persons told by what they do: "X Y visited"."""

from __future__ import annotations

from ontology.iris import slugify

from ..claims import Thing
from ..syntax import NounGroup
from .nouns import load_nouns
from .scene import Scene

_PROPER = ("NNP", "NNPS")


def person_by_deed(group: NounGroup, scene: Scene) -> Thing | None:
    """Give the person whom capitalised words name, where the clause tells what only people do.

    Args:
        group: A group without a known name.
        scene: The sentence.
    """
    if group.mention is not None or group.pronoun:
        return None
    first = _start_of_name(group, scene)
    if not _is_person(group, first, scene):
        return None
    words = " ".join(t.text for t in scene.sentence.tokens[first : group.last] if t.text != "-")
    try:
        return Thing(slugify(words), ("Person",), words)
    except ValueError:
        return None


def _start_of_name(group: NounGroup, scene: Scene) -> int:
    first = group.last
    known = {i for name in group.names for i in range(name.first, name.last)}
    tokens = scene.sentence.tokens
    while first > group.first and first - 1 not in known and tokens[first - 1].tag in _PROPER:
        first -= 1
    return first


def _is_person(group: NounGroup, first: int, scene: Scene) -> bool:
    """Tell whether "X Y" is the one who says, visits or meets."""
    tokens = scene.sentence.tokens
    if first != group.first or group.last - first not in (2, 3) or group.possessor:
        return False
    acts = any(
        group in clause.subjects and clause.verb.lemma in load_nouns().person_verbs
        for clause in scene.parse.clauses
    )
    plain = all(t.text[1:].islower() or "-" in t.text for t in tokens[first : group.last])
    role = tokens[group.last - 1].lemma in load_nouns().roles
    return acts and plain and not role

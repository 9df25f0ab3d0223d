"""Names told by their kind: "the Polish company X", "the patrol vessel X", "X, a shipbuilder"."""

from __future__ import annotations

from ontology.iris import slugify

from ..claims import Thing
from ..syntax import NounGroup
from .nouns import load_nouns
from .scene import Scene

_NAMED = ("Company", "Vessel", "Facility", "Exercise", "Operation", "MilitaryFormation", "Alliance")
_PROPER = ("NNP", "NNPS")
_LONGEST = 5


def named_by_kind(group: NounGroup, beside: NounGroup | None, scene: Scene) -> Thing | None:
    """Give the thing that capitalised words name, where a noun before or beside tells its kind.

    Args:
        group: A group without a known name.
        beside: The group in apposition to it.
        scene: The sentence.
    """
    if group.mention is not None or group.pronoun:
        return None
    first = _start_of_name(group, scene)
    kind = _kind_before(group, first, scene) or _kind_beside(group, first, beside)
    kind = kind or _person(group, first, scene)
    if kind is None or not 0 < group.last - first <= _LONGEST:
        return None
    words = " ".join(t.text for t in scene.sentence.tokens[first : group.last] if t.text != "-")
    try:
        return Thing(slugify(words), (kind,), words)
    except ValueError:
        return None


def _start_of_name(group: NounGroup, scene: Scene) -> int:
    first = group.last
    known = {i for name in group.names for i in range(name.first, name.last)}
    tokens = scene.sentence.tokens
    while first > group.first and first - 1 not in known and tokens[first - 1].tag in _PROPER:
        first -= 1
    return first


def _person(group: NounGroup, first: int, scene: Scene) -> str | None:
    """Take "X Y" as the one who says, visits or meets for a person."""
    tokens = scene.sentence.tokens
    if first != group.first or group.last - first not in (2, 3) or group.possessor:
        return None
    acts = any(
        group in clause.subjects and clause.verb.lemma in load_nouns().person_verbs
        for clause in scene.parse.clauses
    )
    plain = all(t.text[1:].islower() or "-" in t.text for t in tokens[first : group.last])
    role = tokens[group.last - 1].lemma in load_nouns().roles
    return "Person" if acts and plain and not role else None


def _kind_before(group: NounGroup, first: int, scene: Scene) -> str | None:
    if first <= group.first:
        return None
    lemmas = [t.lemma for t in scene.sentence.tokens[group.first : first]]
    found = load_nouns().class_of(lemmas[:-1], lemmas[-1])
    return found[0] if found and found[0] in _NAMED else None


def _kind_beside(group: NounGroup, first: int, beside: NounGroup | None) -> str | None:
    if beside is None or beside.mention is not None or first != group.first:
        return None
    found = load_nouns().class_of(beside.words, beside.lemma)
    return found[0] if found and found[0] in _NAMED else None

"""Items: chunks after lists, appositions and prepositional phrases have been put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .model import Chunk, Mark, NounGroup, Phrase, VerbGroup


@dataclass(frozen=True, slots=True)
class Listed:
    """Noun groups that stand together outside a phrase: one, or the members of a list."""

    groups: tuple[NounGroup, ...]


_PLACES = {"Place", "State", "Facility"}
_LOCATED = {"Place", "Company", "Organisation", "Facility", "MilitaryFormation", "GovernmentBody"}
Item = Listed | Phrase | VerbGroup | Mark
Key = tuple[int, int]


@dataclass(slots=True)
class Items:
    """Items in order, with the apposition found on the way (both directions) and the places."""

    items: list[Item] = field(default_factory=list)
    apposed: dict[Key, NounGroup] = field(default_factory=dict)
    placed: dict[Key, NounGroup] = field(default_factory=dict)


def key(group: NounGroup) -> Key:
    """Give what identifies a group within its sentence."""
    return (group.first, group.last)


def gather(chunks: Sequence[Chunk]) -> Items:
    """Join chunks into items, left to right."""
    found = Items()
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if isinstance(chunk, Mark) and chunk.kind == "time":
            relation = chunk.time.relation if chunk.time else "at"
            found.items.append(Phrase(relation, (), chunk.time))
            index += 1
        elif isinstance(chunk, Mark) and chunk.kind == "preposition":
            groups, index = _listed(chunks, index + 1, found, within_phrase=True)
            if groups:
                found.items.append(Phrase(chunk.text, groups))
            elif not (index < len(chunks) and _is_time(chunks[index])):
                found.items.append(chunk)
        elif isinstance(chunk, NounGroup):
            groups, index = _listed(chunks, index, found, within_phrase=False)
            found.items.append(Listed(groups))
        else:
            found.items.append(chunk)
            index += 1
    return found


def _is_time(chunk: Chunk) -> bool:
    return isinstance(chunk, Mark) and chunk.kind == "time"


def _listed(
    chunks: Sequence[Chunk], index: int, found: Items, *, within_phrase: bool
) -> tuple[tuple[NounGroup, ...], int]:
    """Read a noun group, its apposition, and the further members of a list."""
    groups: list[NounGroup] = []
    while index < len(chunks) and isinstance(chunk := chunks[index], NounGroup):
        groups.append(chunk)
        index = _apposition(chunks, index + 1, chunk, found)
        index = _places(chunks, index, chunk, found)
        step = _joint(chunks, index, chunk)
        if not step or _starts_clause(chunks, index + step, step, within_phrase=within_phrase):
            break
        if within_phrase and step == 1 and _goes_back(chunk, chunks[index + step]):
            break
        index += step
    return tuple(groups), index


def _goes_back(member: NounGroup, following: Chunk) -> bool:
    """Tell whether "and" joins a person to one before the phrase: "A of Chile and B of Peru"."""
    if not isinstance(following, NounGroup) or member.mention is None:
        return False
    kinds = following.mention.thing.types if following.mention is not None else ("",)
    return "State" in member.mention.thing.types and "Person" in kinds


def _apposition(chunks: Sequence[Chunk], index: int, group: NounGroup, found: Items) -> int:
    """Record "X, a Y," or "X — the Y" and give the index of the chunk after it."""
    if index + 1 >= len(chunks) or not isinstance(mark := chunks[index], Mark):
        return index
    other = chunks[index + 1]
    if mark.kind not in ("comma", "dash") or not isinstance(other, NounGroup):
        return index
    subject = _runs_into_verb(chunks, index + 2) or _is_fronted(chunks, index, other)
    described = _describes(other)
    held = _is_held_by(group, other)
    listed = (
        _is_list(chunks, index + 2) and not (group.mention is not None and described) and not held
    )
    if subject or listed or not _may_appose(group, other):
        return index
    found.apposed[key(group)] = other
    found.apposed[key(other)] = group
    return index + 2 + _closing_comma(chunks, index + 2)


def _is_held_by(group: NounGroup, other: NounGroup) -> bool:
    """Tell whether an office is followed by the name of its holder: "the envoy, X, and Y"."""
    if group.mention is None or other.mention is None or other.determiner:
        return False
    return group.mention.kind == "office" and "Person" in other.mention.thing.types


def _places(chunks: Sequence[Chunk], index: int, group: NounGroup, found: Items) -> int:
    """Record where X is in "X, Lisbon, Portugal, …" and give the index of the chunk after it."""
    at, places = index, list[NounGroup]()
    while (place := _place(chunks, at)) is not None:
        places.append(place)
        at += 2
    kinds = group.mention.thing.types if group.mention is not None else ()
    if not places or not set(kinds) & _LOCATED or not _closes(chunks, at):
        return index
    found.placed[key(group)] = places[0]
    return at


def _place(chunks: Sequence[Chunk], at: int) -> NounGroup | None:
    """Give the name of a place or state behind a comma."""
    if at + 1 >= len(chunks) or not isinstance(mark := chunks[at], Mark) or mark.kind != "comma":
        return None
    group = chunks[at + 1]
    if not isinstance(group, NounGroup) or group.mention is None or group.determiner:
        return None
    named = group.possessor is None and not group.names and not group.words
    return group if named and set(group.mention.thing.types) & _PLACES else None


def _closes(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a comma or the end closes the places, and no list goes on."""
    if at >= len(chunks):
        return True
    mark = chunks[at]
    closing = isinstance(mark, Mark) and (mark.kind in ("comma", "break") or mark.text in ".)")
    return closing and not _is_list(chunks, at)


def _runs_into_verb(chunks: Sequence[Chunk], index: int) -> bool:
    """Tell whether a finite verb follows, "of" phrases passed over: then a clause begins before it.

    In "In Peru, a team of divers trains …" the team is no other name of Peru.
    """
    while _is_of(chunks, index):
        index += 2
    after = chunks[index] if index < len(chunks) else None
    return isinstance(after, VerbGroup) and after.form == "finite"


def _is_fronted(chunks: Sequence[Chunk], comma: int, other: NounGroup) -> bool:
    """Tell whether the comma closes a participle that opens the sentence: "Led by Peru, the drill".

    Then "the" begins the subject, where a finite verb follows and no comma closes an apposition.
    """
    opens = chunks[0]
    if not (isinstance(opens, VerbGroup) and opens.form == "participle" and opens.passive):
        return False
    if other.determiner not in ("the", "this", "its"):
        return False
    for chunk in chunks[comma + 2 :]:
        if isinstance(chunk, VerbGroup):
            return chunk.form == "finite"
        if isinstance(chunk, Mark) and chunk.kind == "comma":
            return False
    return False


def _is_of(chunks: Sequence[Chunk], index: int) -> bool:
    if index + 1 >= len(chunks) or not isinstance(chunks[index + 1], NounGroup):
        return False
    mark = chunks[index]
    return isinstance(mark, Mark) and mark.kind == "preposition" and mark.text == "of"


def _closing_comma(chunks: Sequence[Chunk], index: int) -> int:
    """Give 1 where the comma that closes an apposition stands before "and" or another name."""
    if index + 1 >= len(chunks) or not isinstance(mark := chunks[index], Mark):
        return 0
    following = chunks[index + 1]
    goes_on = isinstance(following, Mark) and following.kind == "and"
    return int(mark.kind == "comma" and goes_on)


def _bare_role(group: NounGroup, other: NounGroup) -> bool:
    """Tell whether a bare singular noun stands behind a person: "X, commander, …"."""
    person = group.mention is not None and "Person" in group.mention.thing.types
    return person and other.mention is None and not other.plural


def _describes(group: NounGroup) -> bool:
    """Tell whether the group is "a" something, a named kind of thing included."""
    kind = group.mention is None or group.mention.thing.types[0].endswith("Type")
    return kind and group.determiner in ("a", "an")


def _may_appose(group: NounGroup, other: NounGroup) -> bool:
    """One is a name and the other describes it, or one is an office and the other its holder."""
    if group.pronoun or other.pronoun:
        return False
    if group.mention is not None and other.mention is not None:
        if _describes(other):
            return True
        return (group.mention.kind == "office") != (other.mention.kind == "office")
    if group.mention is None and other.mention is None:
        return bool(other.determiner in ("a", "an") or other.possessor) and bool(group.determiner)
    described = other if other.mention is None else group
    if _bare_role(group, other):
        return True
    return bool(described.determiner or described.possessor or described.words or described.names)


def _is_list(chunks: Sequence[Chunk], index: int) -> bool:
    """Tell whether a list goes on at ``index``: "…, and Z" or "… and Z"."""
    if index < len(chunks) and isinstance(mark := chunks[index], Mark):
        if mark.kind == "and":
            return index + 1 < len(chunks) and isinstance(chunks[index + 1], NounGroup)
        if mark.kind == "comma" and index + 2 < len(chunks):
            after = chunks[index + 1]
            if isinstance(after, Mark) and after.kind == "and":
                return isinstance(chunks[index + 2], NounGroup)
            return isinstance(after, NounGroup) and _is_list(chunks, index + 2)
    return False


def _joint(chunks: Sequence[Chunk], index: int, group: NounGroup) -> int:
    """Give how many marks join ``group`` to the next member of a list, 0 where none do."""
    if index >= len(chunks) or not isinstance(mark := chunks[index], Mark):
        return 0
    following = chunks[index + 1] if index + 1 < len(chunks) else None
    if mark.kind == "and" and isinstance(following, NounGroup):
        return 1
    if mark.kind == "dash" and isinstance(following, NounGroup):
        names = group.mention is not None and following.mention is not None
        return 1 if names else 0
    if mark.kind != "comma":
        return 0
    if isinstance(following, Mark) and following.kind == "and":
        return 2 if index + 2 < len(chunks) and isinstance(chunks[index + 2], NounGroup) else 0
    return 1 if isinstance(following, NounGroup) and _is_list(chunks, index + 2) else 0


def _starts_clause(chunks: Sequence[Chunk], index: int, step: int, *, within_phrase: bool) -> bool:
    """Tell whether the group at ``index`` is the subject of a finite verb that follows it at once.

    In "visited Denmark and Sweden hosted them" the second name begins a clause; so it does in
    "took part in the drill, and Sweden hosted it".
    """
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    if not (isinstance(after, VerbGroup) and after.form == "finite"):
        return False
    earlier = chunks[: index - step]
    if within_phrase:
        return step > 1 and any(isinstance(chunk, VerbGroup) for chunk in earlier)
    before = next((c for c in reversed(earlier) if not isinstance(c, NounGroup)), None)
    return isinstance(before, VerbGroup)

"""Drafts: claims over entities, before things have addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..claims import Code, Literal
from ..frames import Frame, Pattern
from ..quantities import When
from .entities import Entity
from .status import INTENDED, Stage

Filling = dict[str, tuple[Entity, ...]]
Stated = tuple[Entity, str, Entity | Code | Literal]
ENDING = ("until", "to", "through", "till")
_ENDING = (*ENDING, "by")
_LONG = {4: "gYear", 7: "gYearMonth", 10: "date"}


@dataclass(slots=True)
class Draft:
    """A claim in the making.

    Attributes:
        sentence: Index of its sentence.
        token: Index of the token that triggered it.
        maker: Id of the rule.
        stated: What it states.
        stage: Status that it was found in, with its cue.
        basis: How a date was counted, None where none was.
        confidence: From 0 to 1.
    """

    sentence: int
    token: int
    maker: str
    stated: list[Stated] = field(default_factory=list)
    stage: Stage = field(default_factory=Stage)
    basis: str | None = None
    confidence: float = 0.9


def state(pattern: Pattern, filling: Filling, stage: Stage) -> list[Stated]:
    """Fill a pattern in every combination; nothing where a slot is empty or no status is known."""
    subjects = filling.get(pattern.subject, ())
    objects: tuple[Entity | Code, ...]
    if pattern.object == "$stage":
        objects = (Code(stage.status),) if stage.status else ()
    elif pattern.object.startswith(":"):
        objects = (Code(pattern.object[1:]),)
    else:
        objects = filling.get(pattern.object, ())
    return [(s, pattern.predicate, o) for s in subjects for o in objects if s is not o]


def note_parties(stated: Sequence[Stated]) -> None:
    """Keep with an agreement who is said to be party to it: by them it is recognised and named."""
    for subject, predicate, term in stated:
        if predicate == "partyTo" and isinstance(term, Entity):
            term.roles.setdefault("parties", set()).add(subject)


def dates(entity: Entity, when: When, date: str = "") -> list[Stated]:
    """State a time of an entity: the words always, a typed date where it is known.

    Args:
        entity: What the time belongs to.
        when: The time.
        date: Property to use for the date; start or end date by the preposition where empty.
    """
    ending = when.relation in _ENDING
    text = f"{when.relation} {when.text}" if ending or when.relation == "since" else when.text
    beside = when.relation in ("before", "after")
    if date and when.start is not None and not ending and not beside:
        return [(entity, date, date_literal(when.start))]
    stated: list[Stated] = [(entity, "dateText", Literal(text))]
    if when.start is not None and not beside:
        stated.append((entity, "endDate" if ending else "startDate", date_literal(when.start)))
    if when.end is not None:
        stated.append((entity, "endDate", date_literal(when.end)))
    return stated


def date_literal(text: str) -> Literal:
    """Type a date by its precision (XML Schema 1.1 part 2, section 3.3)."""
    return Literal(text, _LONG.get(len(text), "string"))


def note_statuses(stated: Iterable[Stated]) -> None:
    """Keep with each thing the status that was last stated of it."""
    for subject, predicate, term in stated:
        if predicate == "status" and isinstance(term, Code):
            subject.status = term.name


def of_whole(frame: Frame, filling: Filling, stage: Stage) -> Stage:
    """Give what is told in the present of an activity yet to come the activity's own status.

    After "The drill will begin in May", "participants include Peru" tells of a plan.
    """
    name = (frame.status or {}).get("like", "")
    ahead = [e.status for e in filling.get(name, ()) if e.status in INTENDED]
    return Stage(ahead[0], stage.denied, stage.cue) if ahead else stage

"""An annotated article, given or found: entities with their mentions, and flat facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | Mapping[str, object]
NO_QUALIFIERS: Mapping[str, Value] = {}


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words of an entity: raw code-point offsets, end exclusive.

    Attributes:
        optional: Whether it stands inside a longer mention: right where found, not looked for.
    """

    start: int
    end: int
    text: str
    optional: bool = False

    def meets(self, other: Mention) -> bool:
        """Tell whether the two overlap."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of an article.

    Attributes:
        id: Its id in the file.
        name: Its name, or a description.
        type: One of ``mapping.TYPES``.
        mentions: Where the text names it.
        wikidata: Its identifier there, empty where not known.
        names: Further names, and mentions that the text does not hold as written.
    """

    id: str
    name: str
    type: str
    mentions: tuple[Mention, ...] = ()
    wikidata: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A flat fact: subject, predicate of the closed list, object, qualifiers, status.

    Attributes:
        subject: Id of an entity.
        predicate: One of ``mapping.PREDICATES``.
        object: Id of an entity, a number, an amount of money, an ISO date or words.
        qualifiers: ``role``, ``date``, ``asset`` and the like.
        status: ``done``, ``planned``, ``expected``, ``negotiating`` or ``denied``.
        sentence: First characters of its sentence.
        start: Raw offset where its passage starts; -1 where not told.
        end: Raw offset where its passage ends, exclusive.
        evidence: The passage, as found; None where not told, as in gold.
        rule: What found it; empty in gold.
        unsupported: Fillers and numbers that neither the passage nor an earlier one holds.
    """

    subject: str
    predicate: str
    object: Value
    qualifiers: Mapping[str, Value] = field(default_factory=dict)
    status: str = "done"
    sentence: str = ""
    start: int = -1
    end: int = -1
    evidence: str | None = None
    rule: str = ""
    unsupported: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article's entities and facts.

    Attributes:
        id: Id of the article: the name of its file without suffix.
        dateline: Its date, None where not known.
        entities: By id.
        facts: In the order of the file.
    """

    id: str
    entities: Mapping[str, Entity]
    facts: tuple[Fact, ...] = ()
    dateline: str | None = None

"""Entries of the curation log, and what comes of applying them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..claims import Reading, Statement, Thing

QUOTATION = "@quotation"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who judged, when and why, and where it stands.

    Attributes:
        author: Name of the curator.
        date: ISO 8601 date.
        reason: Why, for readers of the data.
        place: ``file:line`` of the entry.
        line: Line number, from 1.
        id: First 12 hex digits of the SHA-256 of the entry's canonical JSON.
    """

    author: str
    date: str
    reason: str
    place: str
    line: int
    id: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article's raw text, found again after the text has moved.

    The fields are those of the W3C Web Annotation TextQuoteSelector (section 4.2.4), with the
    start of a TextPositionSelector as a hint.

    Attributes:
        exact: The words.
        prefix: Characters right before them; may be empty.
        suffix: Characters right after them; may be empty.
        start: Code-point offset at which they stood, or None.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """An ``add``, ``reject`` or ``replace``.

    Attributes:
        signature: Who, when, why.
        article: Slug of the article.
        anchor: Words in the sentence that the edit is about.
        rejects: Statements that the sentence does not make, whichever rule finds them.
        statements: Statements that it makes, as one claim.
        things: Things that the claim introduces.
        modality: ``Asserted``, ``Quoted`` or ``Denied``.
        speaker: Slug of the speaker where it is quoted.
        cue: Words in the sentence that hedge the claim, or None.
        date_basis: What a date in the claim was counted from, where its words alone do not give it.
        confidence: From 0 to 1.
        lacking: Which machinery is missing, for want of which it had to be done by hand.
    """

    signature: Signature
    article: str
    anchor: Anchor
    rejects: tuple[Statement, ...] = ()
    statements: tuple[Statement, ...] = ()
    things: tuple[Thing, ...] = ()
    modality: str = "Asserted"
    speaker: str | None = None
    cue: str | None = None
    date_basis: str | None = None
    confidence: float = 1.0
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two slugs are one thing: ``drop`` gives way to ``keep``."""

    signature: Signature
    keep: str
    drop: str


@dataclass(frozen=True, slots=True)
class Distinct:
    """Two things are not the same, however alike they look."""

    signature: Signature
    things: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rename:
    """A thing gets a better slug, label or further names; None keeps what it has."""

    signature: Signature
    thing: str
    slug: str | None = None
    label: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A thing is taken out, with all that is said of it."""

    signature: Signature
    thing: str


@dataclass(frozen=True, slots=True)
class Retract:
    """An earlier entry no longer holds."""

    signature: Signature
    entry: str


Entry = Edit | Merge | Distinct | Rename | Withdraw | Retract


@dataclass(frozen=True, slots=True)
class Log:
    """The log: every entry in the order of its lines."""

    entries: tuple[Entry, ...] = ()

    @property
    def live(self) -> tuple[Entry, ...]:
        """Entries that still hold: neither retracted nor a retraction.

        To retract a retraction, write the first entry again with a new reason.
        """
        gone = {entry.entry for entry in self.entries if isinstance(entry, Retract)}
        return tuple(
            entry
            for entry in self.entries
            if entry.signature.id not in gone and not isinstance(entry, Retract)
        )


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """Something about an entry that its author should know.

    Attributes:
        place: ``file:line``.
        reason: What was seen.
        entry: The entry's id.
    """

    place: str
    reason: str
    entry: str

    def __str__(self) -> str:
        """Write it as one line."""
        return f"{self.place}: {self.reason} (entry {self.entry})"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement of identity, for the curated graph.

    Attributes:
        kind: ``same``, ``distinct`` or ``withdrawn``.
        thing: Slug that it is about: the one kept, or the first of two.
        other: The slug given up, or the second of two; None for ``withdrawn``.
        note: The judgement in words: what, by whom, when, why.
    """

    kind: str
    thing: str
    other: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Curated:
    """Readings after the log was applied.

    Attributes:
        readings: One for each that was given, in the same order.
        renames: Slug given up → slug that took its place (answered with 301).
        judgements: For the curated graph, sorted.
        retired: Slug withdrawn → reason (answered with 410).
        orphans: Entries that could not be applied, each with its reason.
        idle: Entries that changed nothing: a rejected statement that nothing states any more, a
            claim that a rule makes by now.
    """

    readings: Sequence[Reading]
    renames: Mapping[str, str] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    retired: Mapping[str, str] = field(default_factory=dict)
    orphans: tuple[Note, ...] = ()
    idle: tuple[Note, ...] = ()

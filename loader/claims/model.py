"""Frozen values: what an article was read to say. Plain data, no RDF, no I/O."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A thing, by its slug (``{base}id/{slug}``), or a quotation, by ``quote=start,end``."""

    slug: str


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """A concept of the ontology's code lists, by its local name, such as ``Planned``."""

    name: str


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal.

    Attributes:
        text: Lexical form.
        datatype: ``string``, ``decimal``, ``integer``, ``date``, ``gYear`` or ``gYearMonth``.
    """

    text: str
    datatype: str = "string"


Term = Ref | Code | Literal


@dataclass(frozen=True, slots=True)
class Thing:
    """An individual that claims are about.

    Attributes:
        slug: Last part of its IRI; from the reference row, else from the label; a thing without a
            name of its own carries its article's slug in front.
        types: Local names of ontology classes, the most specific ones, sorted.
        label: English name, or a description where it has no name.
        names: Other names, sorted.
        origin: ``reference`` (described by reference data), ``article`` (introduced by the text),
            ``curator`` (introduced by the curation log).
        named: Whether the label is a name; False for ``Norwegian frigate (unnamed)``.
    """

    slug: str
    types: tuple[str, ...]
    label: str
    names: tuple[str, ...] = ()
    origin: str = "article"
    named: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple.

    Attributes:
        subject: Thing or quotation.
        predicate: Local name of an ontology property, or a prefixed name such as ``skos:note``.
        object: Thing, concept or literal.
    """

    subject: Ref
    predicate: str
    object: Term

    @property
    def slugs(self) -> frozenset[str]:
        """Slugs of the things and quotations that it is about."""
        told = {self.object.slug} if isinstance(self.object, Ref) else set()
        return frozenset({self.subject.slug} | told)

    def key(self) -> str:
        """Give a sortable text that is equal only for equal statements."""
        return f"{self.subject.slug} {self.predicate} {self.object!r}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, by raw code-point offsets, end exclusive, with its repaired text."""

    start: int
    end: int
    text: str
    repaired: str


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Words that refer to a thing: raw offsets, end exclusive, and the passage's index."""

    start: int
    end: int
    passage: int
    thing: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: one raw span per paragraph, without marks, in order.

    Attributes:
        spans: ``(start, end)`` pairs of raw offsets.
        passages: Indices of the passages that it touches.
        speaker: Slug of whose words they are, or None where the text does not tell.
    """

    spans: tuple[tuple[int, int], ...]
    passages: tuple[int, ...]
    speaker: str | None = None

    @property
    def ref(self) -> Ref:
        """Name the quotation as a subject of statements."""
        return Ref(f"quote={self.spans[0][0]},{self.spans[-1][1]}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One frame in one passage: all triples that it states.

    Attributes:
        passage: Index of its passage in the reading.
        statements: What it states; sorted, without duplicates (``Claim.of`` sees to it).
        modality: ``Asserted``, ``Quoted`` or ``Denied``.
        speaker: Slug of the speaker; required when quoted.
        quotation: The quotation it stands in, as ``quote=start,end``.
        cue: Raw span of the words that hedge it, such as "is expected to".
        date_basis: How a date in it was resolved, when it was counted from the dateline.
        maker: ``rule:{id}`` or ``curator:{name}``.
        confidence: From 0 to 1.
    """

    passage: int
    statements: tuple[Statement, ...]
    maker: str
    modality: str = "Asserted"
    speaker: str | None = None
    quotation: str | None = None
    cue: tuple[int, int] | None = None
    date_basis: str | None = None
    confidence: float = 1.0

    @property
    def slugs(self) -> frozenset[str]:
        """Slugs of all that its statements are about, and of its speaker."""
        spoken = {self.speaker} if self.speaker else set()
        return frozenset(spoken.union(*(statement.slugs for statement in self.statements)))

    def digest(self, passage: Passage) -> str:
        """Hash what the claim states and where: its identity, whoever made it (16 hex digits)."""
        parts = [f"{passage.start},{passage.end}", self.modality, self.speaker or ""]
        parts += sorted(statement.key() for statement in self.statements)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article.

    Attributes:
        article: Slug of the article.
        passages: Sentences in order; headings and credits are none.
        things: Every thing that a claim or mention touches, by slug.
        mentions: Words that refer to things.
        quotations: Quotations in order.
        claims: What is claimed, in passage order.
        repairs: ``(raw start, raw end, before, after)`` for each run of damaged characters.
        unread: Indices of passages that have a trigger but gave no claim.
    """

    article: str
    passages: tuple[Passage, ...]
    things: dict[str, Thing]
    mentions: tuple[Mentioned, ...] = ()
    quotations: tuple[Quoted, ...] = ()
    claims: tuple[Claim, ...] = ()
    repairs: tuple[tuple[int, int, str, str], ...] = ()
    unread: tuple[int, ...] = field(default=())

    @property
    def touched(self) -> frozenset[str]:
        """Slugs that its mentions, quotations and claims touch."""
        found = {mention.thing for mention in self.mentions}
        found |= {quoted.speaker for quoted in self.quotations if quoted.speaker}
        return frozenset(found.union(*(claim.slugs for claim in self.claims)))

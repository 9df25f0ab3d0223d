"""What pages show: frozen values that templates print. No store, no HTML."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from .fragments import at_text


@dataclass(frozen=True, slots=True)
class Link:
    """A name with an address.

    Attributes:
        text: What is read.
        href: Address relative to the site's root, or absolute when ``outside``; None for plain
            text.
        outside: Whether the address belongs to another host.
        quoted: Whether the text is in the source's own words.
    """

    text: str
    href: str | None = None
    outside: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of reality: local name of the concept, the word shown, whether it is real."""

    name: str
    word: str
    real: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: ``marked`` when it names what is meant, ``repaired`` when it was mended."""

    text: str
    marked: bool = False
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is cited.

    Attributes:
        slug: Last part of its IRI.
        title: Its title, else its first words.
        titled: Whether the source gave the title.
        publisher: Who published it; None when unknown.
        date: Its date in words, with "about" where it is not exact; None when unknown.
        basis: What the date rests on; None when the source gave it.
        address: Where it was published; None when unknown.
        rights: What is known of its rights; None when nothing is.
        story: Slug of the article that stands for all copies of its story, itself where it is no
            copy.
    """

    slug: str
    title: str
    titled: bool
    publisher: str | None = None
    date: str | None = None
    basis: str | None = None
    address: str | None = None
    rights: str | None = None
    story: str = ""

    @property
    def is_copy(self) -> bool:
        """Tell whether another article stands for its story."""
        return self.story not in ("", self.slug)

    @property
    def line(self) -> str:
        """Name it in one line: title, publisher, date."""
        title = self.title if self.titled else f"{self.title} (no title in the source)"
        return ", ".join([title, self.publisher or "publisher unknown", self.date or "undated"])


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claim that was read in a sentence.

    Attributes:
        iri: Name of the claim.
        key: Its short name for people.
        maker: "Read by rule" or "Set by curator".
        by: The rule or curator.
        hedge: The words that tell its stage; None when there are none.
        stage: The stage that it reports; None when it reports none.
        date_basis: How a date in it was resolved; None when none was.
        citation: All that a citation needs, as one text.
    """

    iri: str
    key: str
    maker: str
    by: Link
    hedge: str | None
    stage: Stage | None
    date_basis: str | None
    citation: str

    @property
    def fragment(self) -> str:
        """Where the claim stands on its article's page."""
        return self.iri.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence behind a fact, and the claims that were read in it.

    Attributes:
        source: The article.
        start: Raw offset of the sentence, in code points.
        end: Raw offset after it.
        pieces: The sentence, repaired, with the names that are meant marked; empty when its text
            is withheld.
        repairs: ``(before, after)`` for each word that was mended.
        claims: What was read there, in the order of names.
        speaker: Whose words they are; None when the article itself says so.
        words: Letters and digits of the sentence, by which copies of it are known; a hash of its
            text where that is withheld.
    """

    source: Source
    start: int
    end: int
    pieces: tuple[Piece, ...]
    repairs: tuple[tuple[str, str], ...]
    claims: tuple[Claimed, ...]
    speaker: Link | None = None
    words: str = ""

    @property
    def original(self) -> str | None:
        """The publisher's page, opened at the sentence; None when unknown or withheld."""
        words = "".join(piece.text for piece in self.pieces)
        return at_text(self.source.address, words) if self.source.address and words else None

    @property
    def told(self) -> tuple[str, str]:
        """Identify what is told: one sentence of one story, in however many copies."""
        return (self.source.story, self.words)

    @property
    def sentence(self) -> tuple[str, int, int]:
        """Identify the sentence."""
        return (self.source.slug, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Note:
    """A detail under a fact: a word or two, then what it says."""

    words: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of a page.

    Attributes:
        kind: Local name of the property.
        relation: Plain English, from the page's thing to the object.
        object: What it is related to.
        notes: Details.
        stage: How real it is; None where no source says.
        evidence: Sentences that state it, in order of article and place; empty when worked out.
        node: The participation, tenure or figure folded into it; None when none was.
        speakers: Who says so, when it stands only in quotations.
        denied: Whether it is said not to be so.
        origin: What it rests on when no sentence states it.
        date: When the object is, as an xsd date; empty when unknown.
    """

    kind: str
    relation: str
    object: Link
    notes: tuple[Note, ...] = ()
    stage: Stage | None = None
    evidence: tuple[Evidence, ...] = ()
    node: Link | None = None
    speakers: tuple[Link, ...] = ()
    denied: bool = False
    origin: str | None = None
    date: str = ""

    @property
    def sentences(self) -> int:
        """Count the sentences behind it, one that copies repeat once."""
        return len({evidence.told for evidence in self.evidence})


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one sort: a name for addresses, a heading, rows shown, how many are left out.

    ``query`` is the SPARQL text that gives them all; empty where no one query does.
    """

    key: str
    heading: str
    rows: tuple[FactRow, ...]
    left_out: int = 0
    query: str = ""
    real: int = 0
    intended: int = 0

    @property
    def summary(self) -> str:
        """Say how many are real and how many only meant; empty for one, which says so itself."""
        if self.real + self.intended < 2:
            return ""
        pairs = ((self.real, "real"), (self.intended, "intended"))
        return ", ".join(f"{number:,} {word}" for number, word in pairs if number)


@dataclass(frozen=True, slots=True)
class KeyFact:
    """One of the few things that a reader looks for first."""

    name: str
    values: tuple[Link, ...]
    stage: Stage | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what it rests on.

    Attributes:
        key: Name for addresses.
        heading: What it shows.
        note: What a reader should know beside it; empty for nothing.
        drawn: The picture; empty where nothing can be drawn.
        heads: Heads of the table under it.
        rows: Rows of that table.
    """

    key: str
    heading: str
    note: str
    drawn: Markup
    heads: tuple[str, ...]
    rows: tuple[tuple[Link | str, ...], ...]


@dataclass(frozen=True, slots=True)
class EntityView:
    """All that the page of a thing shows.

    Attributes:
        sentences: How many sentences state the facts, one that copies repeat once.
        sources: How many stories they are from: copies of one story are one source.
        copies: How many articles more there are, all copies.
        named: Incoming links by relation; of those that are not opened the number alone.
        claims: How many claims name it.
        left_out: How many of these the page leaves aside.
        query: The SPARQL text that gives what all claims say of it.
    """

    iri: str
    slug: str
    name: str
    kinds: tuple[Link, ...]
    also: tuple[str, ...]
    stage: Stage | None
    lede: tuple[tuple[str, Link | None], ...]
    facts: int
    sentences: int
    sources: int
    copies: int
    keys: tuple[KeyFact, ...]
    groups: tuple[Group, ...]
    said: Group | None
    named: tuple[Group, ...]
    elsewhere: tuple[tuple[str, Link], ...]
    codes: tuple[tuple[str, str], ...] = field(default=())
    claims: int = 0
    left_out: int = 0
    query: str = ""
    pictures: tuple[Picture, ...] = ()

"""How what a reading holds is named in RDF."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple
from pyoxigraph import Literal as RdfLiteral

from ontology.iris import Base

from ..claims import Claim, Code, Mentioned, Passage, Reading, Ref, Statement, Term
from .vocabulary import plain, term, typed


@dataclass(frozen=True, slots=True)
class Names:
    """Names for what one reading holds.

    Attributes:
        reading: The reading.
        base: Address space of the dataset.
    """

    reading: Reading
    base: Base

    @property
    def article(self) -> NamedNode:
        """Name the article, and the graph that describes it."""
        return self.base.article(self.reading.article)

    def thing(self, slug: str) -> NamedNode:
        """Name a thing."""
        return self.base.thing(slug)

    def passage(self, passage: Passage) -> NamedNode:
        """Name a passage."""
        return self.base.passage(self.reading.article, passage.start, passage.end)

    def passage_at(self, index: int) -> NamedNode:
        """Name the passage of an index in the reading."""
        return self.passage(self.reading.passages[index])

    def mention(self, mention: Mentioned) -> NamedNode:
        """Name a mention."""
        return self.base.mention(self.reading.article, mention.start, mention.end)

    def claim(self, claim: Claim) -> NamedNode:
        """Name a claim, and the graph that holds what it states."""
        digest = claim.digest(self.reading.passages[claim.passage])
        return self.base.claim(self.reading.article, digest)

    def maker(self, maker: str) -> NamedNode:
        """Name what made a claim.

        Raises:
            ValueError: When the maker is neither ``rule:{id}`` nor ``curator:{name}``.
        """
        kind, _, name = maker.partition(":")
        if kind not in ("rule", "curator") or not name:
            raise ValueError(f"{maker!r} made a claim; a maker is rule:ID or curator:NAME")
        return self.base.rule(name) if kind == "rule" else self.base.curator(name)

    def ref_to(self, slug: str) -> NamedNode:
        """Name a thing by its slug, or a quotation by ``quote=start,end``."""
        kind, _, offsets = slug.partition("=")
        if kind != "quote" or not offsets:
            return self.thing(slug)
        start, end = offsets.split(",")
        return self.base.quotation(self.reading.article, int(start), int(end))

    def ref(self, ref: Ref) -> NamedNode:
        """Name a thing or a quotation."""
        return self.ref_to(ref.slug)

    def term(self, value: Term) -> NamedNode | RdfLiteral:
        """Give an object as RDF."""
        if isinstance(value, Ref):
            return self.ref(value)
        if isinstance(value, Code):
            return term(value.name)
        if value.datatype == "string":
            return plain(value.text)
        return typed(value.text, value.datatype)

    def triple(self, statement: Statement) -> Triple:
        """Give a statement as RDF."""
        predicate = term(statement.predicate)
        return Triple(self.ref(statement.subject), predicate, self.term(statement.object))


def decimal(value: float) -> RdfLiteral:
    """Give a number as a decimal of at most three places, without an exponent."""
    return typed(f"{Decimal(str(round(value, 3))).normalize():f}", "decimal")


def address(text: str) -> NamedNode | RdfLiteral:
    """Give a web address as an IRI, or as a plain string where it is none."""
    try:
        return NamedNode(text)
    except ValueError:
        return plain(text)


def placed(triple: Triple, graph: NamedNode | None = None) -> Quad:
    """Put a triple into a named graph, or into the default graph."""
    return Quad(triple.subject, triple.predicate, triple.object, graph or DefaultGraph())

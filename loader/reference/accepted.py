"""Links that curators accepted: a log beside the articles, each with its sources and reason.

``links.jsonl`` is added to and never edited: one JSON object a line, with ``slug``, ``iri``,
``predicate``, ``confidence`` (from 0 to 1), ``sources`` (where it was seen), ``author``, ``date``
and ``reason``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from ontology.curies import term
from ontology.iris import Base, is_slug

from ..errors import DataError

LINKS = "links.jsonl"
SAME, EXACT, CLOSE = "owl:sameAs", "skos:exactMatch", "skos:closeMatch"
WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A link that somebody answers for.

    Attributes:
        slug: The thing here.
        iri: The same, or nearly the same, thing elsewhere.
        predicate: ``owl:sameAs``, ``skos:exactMatch`` or ``skos:closeMatch``.
        confidence: From 0 to 1.
        sources: Where the link was seen; for ``owl:sameAs`` two, or an item of Wikidata.
        author: Who accepted it.
        date: When, ISO 8601.
        reason: Why, in words.

    Raises:
        ValueError: When the evidence does not carry the predicate, or a value cannot be.
    """

    slug: str
    iri: str
    predicate: str
    confidence: float
    sources: tuple[str, ...]
    author: str
    date: str
    reason: str

    def __post_init__(self) -> None:
        if not is_slug(self.slug):
            raise ValueError(f"{self.slug!r} is no slug")
        if not self.iri.startswith(("http://", "https://")):
            raise ValueError(f"{self.iri!r} is no http or https address")
        if self.predicate not in (SAME, EXACT, CLOSE):
            raise ValueError(f"{self.predicate!r} is none of {SAME}, {EXACT}, {CLOSE}")
        if not 0 < self.confidence <= 1:
            raise ValueError(f"confidence is {self.confidence}, but must be over 0 and at most 1")
        if not self.sources or not all((*self.sources, self.author, self.date, self.reason)):
            raise ValueError("a link needs sources, an author, a date and a reason")
        if self.predicate != CLOSE and not self.is_certain:
            raise ValueError(
                f"{self.predicate} needs two sources or an item of Wikidata that holds it; "
                f"with less, take {CLOSE} and a confidence"
            )

    @property
    def is_certain(self) -> bool:
        """Whether two sources hold the link, or an item of Wikidata does."""
        items = (source.startswith(WIKIDATA) for source in self.sources)
        return len(set(self.sources)) > 1 or any(items)

    def line(self) -> str:
        """Write it as one line of the log."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True) + "\n"

    def evidence(self) -> str:
        """Say in one text what the link rests on, and how sure it is."""
        seen = "; ".join(self.sources)
        return f"confidence {self.confidence:g}: {seen} ({self.author}, {self.date}: {self.reason})"


def read_accepted(path: Path) -> tuple[Accepted, ...]:
    """Read a log of accepted links; none where there is no file.

    Raises:
        DataError: Naming the line that is none.
    """
    if not path.is_file():
        return ()
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return tuple(_entry(line, f"{path}:{number}") for number, line in lines if line.strip())


def _entry(line: str, place: str) -> Accepted:
    try:
        row = json.loads(line)
        return Accepted(**row | {"sources": tuple(row["sources"])})
    except (ValueError, TypeError, KeyError) as error:
        raise DataError(place, f"no accepted link ({error})") from error


def accepted_quads(
    links: Iterable[Accepted], base: Base, described: Collection[str]
) -> Iterator[Quad]:
    """Give the links of things that are described, as those of reference data are published.

    Args:
        links: The log.
        base: Address space of the dataset.
        described: Slugs of what the dataset describes; links of others wait.
    """
    for link in links:
        if link.slug not in described:
            continue
        thing, target = base.thing(link.slug), NamedNode(link.iri)
        for graph in (base.graph("reference"), DefaultGraph()):
            yield Quad(thing, term(link.predicate), target, graph)
            yield Quad(target, term("dcterms:source"), Literal(link.evidence()), graph)

"""A page and the Turtle beside it tell the same facts: neither more, nor less."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology import NAMESPACE as ENT
from ontology.iris import DEFAULT_BASE
from server.pages.words import STAGES, date_words, places, stage_words, wording
from tests.support.serving import Client, serving

ROOT = Path(__file__).parents[3]
LOAD = Path(sys.executable).with_name("entente-load")
Fact = tuple[str, str]
Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NOTE = "http://www.w3.org/2004/02/skos/core#note"
# Nodes that a page folds into what they join: property to the one end, to the other, the relation.
FOLDS = {
    "Participation": ("participant", "activity", "participatesIn"),
    "Tenure": ("hasTenure", "tenureOf", "holdsPost"),
}
JOINTS = {end for first, second, _ in FOLDS.values() for end in (first, second)}
# Told by a heading, a column or another row, and how claims are made.
UNSHOWN = {"currentStatus", "unMember", "attributedTo", "intendsToParticipateIn"}


class Page(HTMLParser):
    """The facts that a page shows as the articles' own: relation and other end."""

    def __init__(self, html: str, address: str) -> None:
        super().__init__()
        self.facts: set[Fact] = set()
        self.address, self.group, self.part = address, "", ""
        self.relation, self.end, self.stage, self.denied = "", "", "", False
        self.stages: set[Fact] = set()
        self.incoming: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        kind = found.get("class", "").partition(" ")[0]
        if found.get("data-into"):
            self.incoming.add(found["data-into"].removeprefix("in-"))
        if tag == "section":
            self.group = found.get("aria-labelledby", "")
        elif tag == "li" and kind == "fact":
            self.relation, self.end, self.stage, self.denied = "", "", "", False
        elif tag == "span" and kind in ("rel", "obj", "q", "when"):
            self.part = kind
        elif tag == "details":
            self.part = ""
        elif tag == "b" and self.part == "rel":
            self.denied = True
        elif tag == "a" and self.part == "obj":
            self.end = _thing(urljoin(self.address, found["href"]))

    def handle_data(self, data: str) -> None:
        if self.part == "rel":
            self.relation += data
        elif self.part == "obj" and data.strip() and not self.end.startswith("http"):
            self.end += data.strip()

        elif self.part == "when":
            self.stage += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "li" and self.relation:
            if self.group != "g-said" and not self.denied:
                self.facts.add((self.relation.strip(), _plain(self.end.strip("“”"))))
                self.stages |= {(self.end, self.stage)} if self.stage else set()
            self.relation = ""


def _plain(words: str) -> str:
    """Take the commas out of a number."""
    digits = words.replace(",", "")
    return digits if digits.isdigit() else words


def _thing(address: str) -> str:
    """Give the IRI of what a page's link leads to."""
    path = address.removeprefix(DEFAULT_BASE)
    if path.startswith("ontology#"):
        return ENT + path.removeprefix("ontology#")
    return DEFAULT_BASE + path.replace("page/", "id/", 1)


@dataclass(frozen=True, slots=True)
class Document:
    """The Turtle about a thing."""

    thing: NamedNode
    triples: frozenset[Triple]

    def objects(self, node: NamedNode, name: str) -> set[NamedNode | Literal]:
        return {o for s, p, o in self.triples if (s, p.value) == (node, ENT + name)}

    def subjects(self, name: str, node: NamedNode) -> set[NamedNode]:
        return {s for s, p, o in self.triples if (p.value, o) == (ENT + name, node)}

    def fold(self, node: NamedNode | Literal) -> str | None:
        """Tell which of the nodes that join others it is; None for the thing itself."""
        kinds = {o.value for s, p, o in self.triples if (s, p.value) == (node, TYPE)}
        found = (kind for kind in ("Figure", *FOLDS) if ENT + kind in kinds)
        return None if node == self.thing else next(found, None)

    def facts(self) -> set[Fact]:
        """Say what it tells, as a page would: relation in words, and the other end."""
        found = {fact for triple in self.triples if (fact := self._plain(*triple))}
        nodes = {s for s, _, _ in self.triples if self.fold(s) in FOLDS}
        return found | {fact for node in nodes for fact in self._folded(node)}

    def _plain(self, s: NamedNode, p: NamedNode, o: NamedNode | Literal) -> Fact | None:
        name = p.value.removeprefix(ENT)
        if p.value == NOTE and s == self.thing:
            return ("in its words", o.value)
        if name == p.value or name in UNSHOWN or self.thing not in (s, o):
            return None
        if name in JOINTS and {self.fold(s), self.fold(o)} & set(FOLDS):
            return None
        words = wording(name)
        if name == "speaker" and o == self.thing:
            return ("said", s.value)
        if self.fold(s) == "Figure" and name == "figureOf":
            measure = next(iter(self.objects(s, "measure")))
            return (self._label(measure).lower(), s.value)
        return (words.forward, _shown(o)) if s == self.thing else (words.inverse, s.value)

    def _label(self, node: NamedNode | Literal) -> str:
        return next(o.value for s, p, o in self.triples if s == node and p.value == LABEL)

    def _folded(self, node: NamedNode) -> set[Fact]:
        first, second, relation = FOLDS[self.fold(node) or ""]
        ends = self.objects(node, first) or self.subjects(first, node)
        others, words = self.objects(node, second), wording(relation)
        found = {(words.forward, o.value) for o in others if self.thing in ends}
        return found | {(words.inverse, o.value) for o in ends if self.thing in others}


def _shown(term: NamedNode | Literal) -> str:
    if isinstance(term, Literal):
        return term.value if term.datatype.value.endswith("#string") else date_words(term.value)
    name = term.value.removeprefix(ENT)
    return stage_words(name) if name in STAGES else term.value


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("same")
    build: list[str | Path] = [LOAD, "build", ROOT / "seeds", "--out", folder / "out"]
    subprocess.run(build, check=True, capture_output=True)
    with serving(folder / "out", folder / "log") as client:
        yield client


def page_of(client: Client, slug: str) -> Page:
    """Read every row of a page, those too that it shows on demand only."""
    path = f"/page/{slug}"
    found = Page(client.get(path, "text/html").text, f"{DEFAULT_BASE}page/{slug}")
    for place in (*places(), "said"):
        more = Page(client.get(f"{path}?all={place}", "text/html").text, found.address)
        found.facts |= more.facts
        found.stages |= more.stages
    for kind in sorted(found.incoming):
        more = Page(client.get(f"{path}?incoming={kind}", "text/html").text, found.address)
        found.facts |= more.facts
        found.stages |= more.stages
    return found


def document_of(client: Client, slug: str) -> Document:
    turtle = client.get(f"/data/{slug}.ttl").body
    triples = (quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE))
    kept = ((t.subject, t.predicate, t.object) for t in triples)
    return Document(NamedNode(f"{DEFAULT_BASE}id/{slug}"), frozenset(kept))


def slugs_of(client: Client) -> list[str]:
    """List the things that some claim speaks of."""
    query = f"SELECT DISTINCT ?x {{ GRAPH ?c {{ ?x ?p ?o }} ?c a <{ENT}Claim> }} ORDER BY ?x"
    rows = client.query(query, "text/csv").text.split()[1:]
    return [row.rpartition("/id/")[2] for row in rows if "/id/" in row]


@pytest.fixture(scope="module")
def read(seeds: Client) -> dict[str, tuple[Page, Document]]:
    found = {slug: (page_of(seeds, slug), document_of(seeds, slug)) for slug in slugs_of(seeds)}
    assert len(found) >= 30
    return found


def test_a_page_shows_the_facts_of_its_turtle_and_no_other(
    read: dict[str, tuple[Page, Document]],
) -> None:
    told = {slug: (page.facts, document.facts()) for slug, (page, document) in read.items()}
    assert sum(len(page) for page, _ in told.values()) >= 200
    differ = {slug: page ^ turtle for slug, (page, turtle) in told.items() if page != turtle}
    assert differ == {}


def test_a_page_shows_no_stage_but_that_of_the_turtle(
    seeds: Client, read: dict[str, tuple[Page, Document]]
) -> None:
    shown = 0
    for slug, (page, document) in read.items():
        for end, stage in page.stages:
            ends = document_of(seeds, end.rpartition("/id/")[2])
            assert stage in stages_between(document, ends), f"{slug}: {end} {stage}"
            shown += 1
    assert shown >= 40


def stages_between(document: Document, end: Document) -> set[str]:
    """List the stages of the end, and of the participations that join it to the thing."""
    nodes = {s for s, _, o in document.triples if o in (document.thing, end.thing)}
    joints = {node for node in nodes if document.fold(node) == "Participation"}
    found = [(document, node) for node in joints] + [(end, end.thing)]
    now = ({_shown(one) for one in of.objects(node, "currentStatus")} for of, node in found)
    return {" or ".join(sorted(stages)) for stages in now}

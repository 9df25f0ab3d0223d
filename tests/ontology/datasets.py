"""Small datasets for tests: named graphs in, laid out with their default graph, rules applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from ontology import PREFIXES, prefixes_for, terms
from ontology.files import examples
from ontology.inference import infer
from ontology.iris import Base
from ontology.vocabulary import load_vocabulary

BASE = Base()
INFERRED = BASE.graph("inferred")
KINDS_KEPT_OUT = (terms.Quoted, terms.Denied)
TYPE = NamedNode(PREFIXES["rdf"] + "type")
HEADER = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in prefixes_for(BASE.iri).items())


def read_trig(text: str) -> list[Quad]:
    """Read TriG in which the prefixes of pages and queries are known."""
    return list(parse(HEADER + text, format=RdfFormat.TRIG))


@cache
def example_quads(path: Path) -> tuple[Quad, ...]:
    return tuple(parse(path.read_bytes(), format=RdfFormat.TRIG))


def all_examples() -> list[Quad]:
    return [quad for path in examples() for quad in example_quads(path)]


def lay_out(named: Iterable[Quad], *, inference: bool = True) -> Store:
    """Lay a dataset out for publication: the ontology's terms, the merge, what is inferred."""
    quads = list(named)
    store = Store()
    store.extend([*load_vocabulary().quads(BASE.graph("ontology")), *quads, *merged(quads)])
    if inference:
        infer(store, INFERRED)
    return store


def merged(quads: list[Quad]) -> Iterator[Quad]:
    """Give what the default graph takes of the named graphs."""
    unsaid = {quad.subject for quad in quads if quad.object in KINDS_KEPT_OUT}
    mentions = {quad.subject for quad in quads if quad.object == terms.Mention}
    for quad in quads:
        if quad.graph_name not in unsaid and quad.subject not in mentions:
            yield Quad(quad.subject, quad.predicate, quad.object, DefaultGraph())


def small(statements: str, *, day: str | None = "2031-05-04", name: str = "x") -> list[Quad]:
    """Give an article of one sentence whose one asserted claim states the Turtle statements."""
    article, passage = BASE.article(name).value, BASE.passage(name, 0, 5).value
    date = f'ent:published "{day}"^^xsd:date ; ' if day else ""
    return read_trig(f"""
        <{article}> {{
            <{article}> a ent:Article ; {date} rdfs:label "{name}"@en ; ent:text "Words." ;
                ent:contentHash "{"0" * 64}" .
            <{passage}> a ent:Passage ; ent:inArticle <{article}> ; ent:start 0 ; ent:end 5 ;
                ent:text "Words" .
            <{article}#claim-1> a ent:Claim ; ent:inPassage <{passage}> ; ent:confidence 1.0 ;
                ent:modality ent:Asserted ; prov:wasGeneratedBy <{BASE.rule("x").value}> .
        }}
        <{article}#claim-1> {{ {statements} }}
        """)

"""A small published dataset of made-up facts, written by hand to the snapshot's shape."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse

from ontology import canon, dataset, fulltext

BASE = "http://localhost:8000/"
PREFIXES = f"""
@prefix ent: <https://w3id.org/entente/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <{BASE}id/> .
@base <{BASE}> .
"""
# What stands in the default graph and in a graph of its own (reference, article, ontology, meta).
MERGED = """
GRAPH <graph/reference> {
  id:freedonia a ent:State, ent:Agent, ent:Place ; rdfs:label "Freedonia"@en ;
    skos:altLabel "Republic of Freedonia"@en .
  id:sylvania a ent:State, ent:Agent, ent:Place ; rdfs:label "Sylvania"@en .
}
GRAPH <graph/ontology> {
  ent:State a owl:Class ; rdfs:label "State"@en ; skos:definition "A sovereign state."@en ;
    rdfs:subClassOf ent:Agent .
  ent:participatesIn a owl:ObjectProperty ; rdfs:label "participates in"@en .
}
GRAPH <graph/meta> {
  <graph/meta#dataset> a void:Dataset ; dcterms:title "Tiny"@en ; void:sparqlEndpoint <sparql> .
}
GRAPH <article/duck> {
  <article/duck> a ent:Article ; rdfs:label "Freedonia sails"@en ; dcterms:title "Freedonia sails" .
  <article/duck#char=0,41> a ent:Passage ; ent:inArticle <article/duck> ; ent:start 0 ; ent:end 41 ;
    ent:text "Freedonia is taking part in Exercise Duck." .
  <article/duck#char=42,88> a ent:Passage ; ent:inArticle <article/duck> ;
    ent:start 42 ; ent:end 88 ;
    ent:text "\\"Freedonia supports Sylvania,\\" said Mr Firefly." .
  <article/duck#claim-00000000000000a1> a ent:Claim ; ent:inPassage <article/duck#char=0,41> ;
    ent:modality ent:Asserted ; prov:wasGeneratedBy <rule/takesPart.inExercise> ;
    ent:confidence 0.9 .
  <article/duck#claim-00000000000000b2> a ent:Claim ; ent:inPassage <article/duck#char=42,88> ;
    ent:modality ent:Quoted ; ent:attributedTo id:rufus-firefly ;
    prov:wasAttributedTo <curator/anna> ; ent:confidence 1.0 .
  id:exercise-duck a ent:Exercise, ent:Activity ; rdfs:label "Exercise Duck"@en .
  id:rufus-firefly a ent:Person, ent:Agent ; rdfs:label "Rufus Firefly"@en .
}
GRAPH <article/duck#claim-00000000000000a1> {
  id:freedonia ent:participatesIn id:exercise-duck .
  id:exercise-duck ent:status ent:Underway .
}
"""
NOT_MERGED = """
GRAPH <article/duck#claim-00000000000000b2> { id:freedonia ent:supports id:sylvania . }
GRAPH <graph/curated> {
  id:freedonian-republic owl:sameAs id:freedonia .
  id:atlantis owl:deprecated true ; rdfs:comment "It was a misreading." .
}
"""
NAMED = (
    fulltext.Named("exercise-duck", "Exercise Duck", (), ("Exercise",), ("Exercise",), 2),
    fulltext.Named("freedonia", "Freedonia", ("Republic of Freedonia",), ("State",), ("State",), 1),
    fulltext.Named("sylvania", "Sylvania", (), ("State",), ("State",), 1),
    fulltext.Named("rufus-firefly", "Rufus Firefly", (), ("Person",), ("Agent", "Person"), 1),
)
# Many nodes without a name worth showing: what runaway queries feed on.
CHAIN = "\n".join(
    f"GRAPH <graph/inferred> {{ id:link-{n} ent:partOf id:link-{n + 1} . }}" for n in range(1500)
)


def quads(extra: str = "") -> list[Quad]:
    """Give the dataset's quads, with further TriG if there is some."""
    merged = list(_parse(MERGED + CHAIN))
    default = [Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in merged]
    return [*merged, *default, *_parse(NOT_MERGED + extra)]


def publish(out: Path, extra: str = "", base: str = BASE) -> dataset.Manifest:
    """Write a snapshot under ``out`` and make it the current one, as the loader does."""
    lines = canon.to_lines(quads(extra))
    manifest = dataset.Manifest(
        canon.digest(lines),
        base,
        "2026-01-02T03:04:05Z",
        {"articles": 1, "claims": 2, "quads": len(lines)},
        {"entente": "0.1.0"},
    )
    folder = out / "snapshots" / manifest.id
    if not folder.exists():
        write(folder, lines, manifest)
    link = out / "next"
    link.symlink_to(Path("snapshots") / manifest.id)
    os.replace(link, out / "current")  # noqa: PTH105 (Path.replace follows nothing either)
    return manifest


def write(folder: Path, lines: list[str], manifest: dataset.Manifest) -> None:
    """Write a snapshot folder whole."""
    folder.mkdir(parents=True)
    text = "".join(line + "\n" for line in lines).encode()
    store = Store(folder / dataset.STORE)
    store.bulk_load(input=text, format=RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    (folder / dataset.DUMP).write_bytes(gzip.compress(text, mtime=0))
    fulltext.write(folder / dataset.SEARCH, NAMED)
    manifest.write(folder)


def _parse(text: str) -> Iterable[Quad]:
    return parse(PREFIXES + text, format=RdfFormat.TRIG)

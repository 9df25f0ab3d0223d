"""Queries of every kind that an engine must answer, over the terms of our data.

The kinds are those of Sparqloscope's generator (joins, optional and negated patterns, filters,
strings, numbers, dates, groups, order, paths, export), the texts our own. Each template has one
right answer: rows are counted or grouped, or wholly ordered before they are cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.files import gallery

PREFIXES = """PREFIX ent: <https://w3id.org/entente/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX id: <{base}id/>
"""
N = "SELECT (COUNT(*) AS ?n) "
TEMPLATES = {
    "count all": N + "{ ?s ?p ?o }",
    "count quads": N + "{ GRAPH ?g { ?s ?p ?o } }",
    "count by property": "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
    "count distinct subjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "count by class": "SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t",
    "join star, two": N + "{ ?c ent:modality ?m ; ent:confidence ?v }",
    "join star, four": N
    + "{ ?m a ent:Mention ; ent:start ?s ; ent:end ?e ; ent:refersTo ?thing ; ent:inPassage ?p }",
    "join chain": N + "{ ?c ent:modality ?m . ?c ent:inPassage ?p . ?p ent:inArticle ?a . "
    "?a ent:countsAs ?story }",
    "join selective": "SELECT ?a ?b { ?a ent:alliedWith ?b . ?a ent:belongsTo?/a ent:State } "
    "ORDER BY ?a ?b LIMIT 100",
    "join graph and its claim": "SELECT ?p (COUNT(*) AS ?n) { GRAPH ?c { ?s ?p ?o } "
    "?c ent:modality ent:Asserted } GROUP BY ?p",
    "join many to many": N + "{ ?a ent:activity ?x . ?b ent:activity ?x }",
    "optional": N + "{ ?c a ent:Claim OPTIONAL { ?c ent:attributedTo ?who } }",
    "optional within optional": "SELECT (COUNT(?s) AS ?n) (COUNT(?k) AS ?m) { ?t a ent:Activity "
    "OPTIONAL { ?s ent:participatesIn ?t OPTIONAL { ?s ent:unMember ?k } } }",
    "union": N + "{ { ?s ent:cue ?o } UNION { ?s ent:text ?o } }",
    "union of joins": "SELECT (COUNT(DISTINCT ?s) AS ?n) { { ?s ent:status ?o ; a ?t } UNION "
    "{ ?s ent:purpose ?o ; a ?t } }",
    "minus": N + "{ ?p a ent:Passage MINUS { ?c a ent:Claim ; ent:inPassage ?p } }",
    "not exists": N + "{ ?c a ent:Claim FILTER NOT EXISTS { ?c ent:attributedTo ?who } }",
    "exists": N + "{ ?p a ent:Passage FILTER EXISTS { ?p ^ent:inPassage/ent:attributedTo ?w } }",
    "filter number": N + "{ ?c ent:confidence ?v FILTER(?v > 0.8) }",
    "filter range": N + "{ ?p ent:start ?v FILTER(?v >= 1000 && ?v < 2000) }",
    "filter language": 'SELECT (COUNT(?l) AS ?n) { ?s rdfs:label ?l FILTER(LANG(?l) = "en") }',
    "filter in": N + "{ ?c ent:modality ?m FILTER(?m IN (ent:Quoted, ent:Negated)) }",
    "regex, start": N + '{ ?s rdfs:label ?l FILTER(REGEX(STR(?l), "^Ma")) }',
    "regex, anywhere": N + '{ ?s ent:text ?l FILTER(REGEX(?l, "sea|naval", "i")) }',
    "contains": N + '{ ?s ent:text ?l FILTER(CONTAINS(LCASE(?l), "defence")) }',
    "iri starts with": N + '{ ?s owl:sameAs ?o FILTER(STRSTARTS(STR(?o), "http://www.w")) }',
    "string length": "SELECT (SUM(STRLEN(?l)) AS ?n) (MAX(STRLEN(?l)) AS ?m) { ?s ent:text ?l }",
    "substring, grouped": "SELECT ?k (COUNT(*) AS ?n) { ?s rdfs:label ?l "
    "BIND(UCASE(SUBSTR(STR(?l), 1, 1)) AS ?k) } GROUP BY ?k",
    "replace and split": "SELECT (COUNT(DISTINCT ?k) AS ?n) { ?s ent:text ?l "
    'BIND(STRBEFORE(REPLACE(?l, ",", " "), " ") AS ?k) }',
    "dates, year": "SELECT ?y (COUNT(*) AS ?n) { ?a ent:published ?d BIND(YEAR(?d) AS ?y) } "
    "GROUP BY ?y",
    "dates, range": N + '{ ?a ent:published ?d FILTER(STR(?d) > "2020-06") }',
    "arithmetic": N + "{ ?s geo:lat ?y ; geo:long ?x FILTER(?x * ?x + ?y * ?y < 900) }",
    "sum and average": "SELECT ?m (AVG(?v) AS ?a) (MIN(?v) AS ?b) (MAX(?v) AS ?c) "
    "{ ?x ent:confidence ?v ; ent:modality ?m } GROUP BY ?m",
    "having": "SELECT ?t (COUNT(*) AS ?n) { ?m ent:refersTo ?t } GROUP BY ?t "
    "HAVING(COUNT(*) > 3) ORDER BY DESC(?n) STR(?t) LIMIT 50",
    "distinct pairs": "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?p ?t { ?s ?p ?o . ?o a ?t } }",
    "order by number": "SELECT ?p ?v { ?p ent:start ?v } ORDER BY DESC(?v) STR(?p) LIMIT 20",
    "order by text, far on": "SELECT ?l ?p { ?p ent:text ?l } ORDER BY ?l STR(?p) "
    "OFFSET 200 LIMIT 20",
    "limit": "SELECT ?v { ?s ent:modality ?v ; a ent:Claim FILTER(?v = ent:Asserted) } LIMIT 50",
    "path, one or more": N + "{ ?a skos:broader+ ?b }",
    "path, none or more": "SELECT ?c (COUNT(*) AS ?n) { ?s rdfs:subClassOf* ?c . ?s a owl:Class } "
    "GROUP BY ?c",
    "path, from one": N + "{ id:norway (ent:alliedWith|ent:participatesIn|ent:partOf)+ ?b }",
    "path, inverse": "SELECT ?a (COUNT(*) AS ?n) { ?a ^ent:inArticle/^ent:inPassage ?c } "
    "GROUP BY ?a ORDER BY DESC(?n) STR(?a) LIMIT 30",
    "values": "SELECT ?s (COUNT(*) AS ?n) { VALUES ?s { id:norway id:united-kingdom id:sweden } "
    "?m ent:refersTo ?s } GROUP BY ?s",
    "subquery, best ten": "SELECT ?l ?n { { SELECT ?t (COUNT(*) AS ?n) { ?m ent:refersTo ?t } "
    'GROUP BY ?t ORDER BY DESC(?n) STR(?t) LIMIT 10 } ?t rdfs:label ?l FILTER(LANG(?l) = "en") }',
    "conditions": 'SELECT ?k (COUNT(*) AS ?n) { ?c ent:confidence ?v BIND(IF(?v > 0.8, "much", '
    '"less") AS ?k) } GROUP BY ?k',
    "everything of one thing": "SELECT ?p ?o { id:united-kingdom ?p ?o }",
    "export": "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 50000",
}
_LIMIT = re.compile(r"LIMIT (\d+)\s*$")
UNORDERED = frozenset({"export"})
"""Templates of which only the number of rows is the same everywhere."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query.

    Attributes:
        name: Short, unlike any other.
        text: SPARQL.
        is_gallery: Whether it is one of the gallery.
    """

    name: str
    text: str
    is_gallery: bool = False


def queries(base: str) -> tuple[Query, ...]:
    """Give the gallery and the templates, for a dataset under a base."""
    asked = [Query(one.name, one.text, is_gallery=True) for one in gallery(base)]
    prefixes = PREFIXES.replace("{base}", base)
    asked += [Query(name, prefixes + text) for name, text in TEMPLATES.items()]
    return tuple(asked)


def afresh(text: str, number: int) -> str:
    """Give a query that asks nearly the same, so that no answer is kept of it: with another limit.

    The limit is beyond all rows, or a little beyond the one that the query has. Comments would not
    do, as a server may see through them. Virtuoso sorts at most 10,000 rows.
    """
    if found := _LIMIT.search(text):
        return f"{text[: found.start(1)]}{int(found[1]) + 1 + number}\n"
    most = 9_000 if "ORDER BY" in text else 1_000_000
    return f"{text.rstrip()}\nLIMIT {most + number}"

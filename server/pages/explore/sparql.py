"""The queries of ``/explore``: one text that gives the rows, one that counts, one by articles."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Literal

from ontology import NAMESPACE as ENT
from ontology.iris import Base

from ..words import STAGES
from .choice import ACTIVITIES, GROUPS, KINDS, ROOTS, Choice

PAGE_ROWS = 50
FEW = 5_000
"""Most things whose claims are counted for an answer."""
PREFIXES = f"""PREFIX ent: <{ENT}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
DATES = "ent:startDate|ent:endDate|ent:signedDate|ent:inForceDate"
TAKES_PART = "ent:participatesIn|ent:intendsToParticipateIn|ent:leads"
_CLAIM = "GRAPH ?claim {{ {{ {thing} ?pOut ?oOut }} UNION {{ ?sIn ?pIn {thing} }} }}"
IN_CLAIM = _CLAIM.format(thing="?thing")
CLAIMS = (
    "{ GRAPH ?fact { ?thing ?p1 ?o1 } } UNION { GRAPH ?fact { ?s1 ?p2 ?thing } }\n      "
    "?fact ent:inPassage ?where . ?where ent:inArticle ?in . ?in ent:countsAs ?told ."
)
_STATUS_ORDER = " ".join(f"(ent:{name} {place})" for place, name in enumerate(STAGES))


def conditions(choice: Choice, base: Base) -> dict[str, str]:
    """Give the graph pattern of each facet that is chosen, each on ``?thing``."""
    found = {}
    if choice.kind:
        found["class"] = f"?thing a ent:{choice.kind} ."
    for number, slug in enumerate(choice.states):
        state, via = base.thing(slug), f"?via{number}"
        either = f"{{ {{ {state} {via} ?thing }} UNION {{ ?thing {via} {state} }} }}"
        found[f"state {slug}"] = either
    if choice.activity:
        found["activity"] = _of_activity(f"ent:{choice.activity}")
    if choice.status in GROUPS:
        found["status"] = f"?thing ent:currentStatus/skos:broader ent:{choice.status} ."
    elif choice.status:
        found["status"] = f"?thing ent:currentStatus ent:{choice.status} ."
    if choice.year:
        found["year"] = f'?thing {DATES} ?on . FILTER(SUBSTR(STR(?on), 1, 4) = "{choice.year}")'
    if choice.source:
        found["source"] = _of_source(choice.source)
    if choice.modality:
        found["modality"] = f"?claim ent:modality ent:{choice.modality} ."
    return found


def _of_activity(kind: str) -> str:
    return f"{{ {{ ?thing a {kind} }} UNION {{ ?thing {TAKES_PART} ?act . ?act a {kind} }} }}"


def _of_source(source: str) -> str:
    name = Literal(source)
    return (
        f"?article dcterms:publisher ?by . FILTER(STR(?by) = {name}) "
        "?passage ent:inArticle ?article . ?claim ent:inPassage ?passage ."
    )


def pattern(choice: Choice, base: Base, *, but: str = "") -> str:
    """Give the pattern of all that is chosen, on ``?thing``; one facet may be left out."""
    parts = conditions(choice, base)
    parts = {name: text for name, text in parts.items() if name.partition(" ")[0] != but}
    claimed = [parts.pop(name) for name in ("source", "modality") if name in parts]
    if "class" not in parts:
        roots = " ".join(f"ent:{name}" for name in ROOTS)
        parts["class"] = f"VALUES ?root {{ {roots} }} ?thing a ?root ."
    lines = [*parts.values(), *claimed, *([IN_CLAIM] if claimed else [])]
    return "\n    ".join(lines)


def rows_query(
    choice: Choice, base: Base, *, whole: bool = False, slugs: Sequence[str] = ()
) -> str:
    """Write the query whose rows the page shows.

    Args:
        choice: What was chosen, with its order.
        base: Address space.
        slugs: The things of the page, where they are known already.
        whole: Whether to give every row, not those of one page.
    """
    sort = choice.sort.removeprefix("-") or "name"
    order = _ordered(choice.sort or "name")
    page = f"LIMIT {PAGE_ROWS} OFFSET {(choice.page - 1) * PAGE_ROWS}"
    chosen = _chosen(choice, base, sort, "" if whole else f"{order} {page}")
    if slugs:
        things = " ".join(str(base.thing(slug)) for slug in slugs)
        chosen = (
            "SELECT DISTINCT ?thing ?name (LCASE(STR(?name)) AS ?key) "
            f"WHERE {{ VALUES ?thing {{ {things} }} ?thing rdfs:label ?name }}"
        )
    return f"""{PREFIXES}
SELECT ?thing ?name (GROUP_CONCAT(DISTINCT ?kind; separator=", ") AS ?kinds)
  (GROUP_CONCAT(DISTINCT ?stage; separator=", ") AS ?status)
  (MIN(?day) AS ?from) (MAX(?day) AS ?to)
  (GROUP_CONCAT(DISTINCT ?state; separator=", ") AS ?states) ?articles ?facts
WHERE {{
  {{
{_indented(chosen, 4)}
  }}
  OPTIONAL {{
    SELECT ?thing (COUNT(DISTINCT ?told) AS ?articles) (COUNT(DISTINCT ?fact) AS ?facts)
    WHERE {{
      {{
{_indented(chosen, 8)}
      }}
      {CLAIMS}
    }}
    GROUP BY ?thing
  }}
  OPTIONAL {{
    ?thing a ?class . ?class rdfs:label ?kind .
    FILTER(?class IN ({_names(KINDS)}))
    FILTER NOT EXISTS {{ ?thing a ?below . ?below rdfs:subClassOf ?class }}
  }}
  OPTIONAL {{ ?thing ent:currentStatus/rdfs:label ?stage }}
  OPTIONAL {{ ?thing {DATES} ?date . BIND(STR(?date) AS ?day) }}
  OPTIONAL {{
    {{ ?land ?r1 ?thing }} UNION {{ ?thing ?r2 ?land }}
    ?land a ent:State ; rdfs:label ?state .
  }}
}}
GROUP BY ?thing ?name ?key ?articles ?facts
{order}
"""


def _chosen(choice: Choice, base: Base, sort: str, end: str) -> str:
    value, more = {
        "name": ("LCASE(STR(?name))", ""),
        "kind": ("MIN(STR(?sorted))", f"?thing a ?sorted . FILTER(?sorted IN ({_names(KINDS)}))"),
        "status": (
            "COALESCE(MIN(?rank), 99)",
            "OPTIONAL { ?thing ent:currentStatus ?is . "
            f"VALUES (?is ?rank) {{ {_STATUS_ORDER} }} }}",
        ),
        "date": (
            'COALESCE(MIN(STR(?sorted)), "")',
            f"OPTIONAL {{ ?thing {DATES} ?sorted }}",
        ),
        "facts": ("COALESCE(MAX(?many), 0)", _counted(choice, base, "?fact")),
        "articles": ("COALESCE(MAX(?many), 0)", _counted(choice, base, "?told")),
    }[sort]
    return f"""SELECT ?thing ?name ({value} AS ?key)
WHERE {{
    {pattern(choice, base)}
    ?thing rdfs:label ?name .
    {more}
}}
GROUP BY ?thing ?name
{end}"""


def _counted(choice: Choice, base: Base, what: str) -> str:
    """Count for each thing by itself: engines read a pattern under OPTIONAL for all of the data."""
    return f"""OPTIONAL {{
      SELECT ?thing (COUNT(DISTINCT {what}) AS ?many)
      WHERE {{ {{ SELECT DISTINCT ?thing WHERE {{ {pattern(choice, base)} }} }} {CLAIMS} }}
      GROUP BY ?thing
    }}"""


def _ordered(sort: str) -> str:
    way = "DESC" if sort.startswith("-") else "ASC"
    return f"ORDER BY {way}(?key) LCASE(STR(?name)) ?thing"


def counts_query(choice: Choice, base: Base) -> str:
    """Write the query that counts the things chosen, and those of each value of a facet.

    Each row has ``facet``, ``value``, ``label`` and ``n``; the facet's own choice does not count.
    """
    kinds = " ".join(f"ent:{name}" for name in ACTIVITIES)
    blocks = [
        f'SELECT ("all" AS ?facet) ("" AS ?value) (COUNT(DISTINCT ?thing) AS ?n) '
        f"WHERE {{ {pattern(choice, base)} }}",
        _counting("class", choice, base, f"?thing a ?value . FILTER(?value IN ({_names(KINDS)}))"),
        _counting("status", choice, base, "?thing ent:currentStatus ?value ."),
        _counting(
            "year", choice, base, f"?thing {DATES} ?is . BIND(SUBSTR(STR(?is), 1, 4) AS ?value)"
        ),
        _counting(
            "activity",
            choice,
            base,
            f"{{ SELECT DISTINCT ?thing ?value WHERE {{ VALUES ?value {{ {kinds} }} "
            f"{{ ?thing a ?value }} UNION {{ ?part a ?value . ?thing {TAKES_PART} ?part }} }} }}",
        ),
        _counting(
            "state",
            choice,
            base,
            "{ SELECT DISTINCT ?thing ?value WHERE { ?value a ent:State . "
            "{ ?value ?sOut ?thing } UNION { ?thing ?sIn ?value } } }",
        ),
    ]
    return _united(blocks)


def claims_query(choice: Choice, base: Base) -> str:
    """Write the query that counts by the articles and the manner in which claims are made."""
    found = f"{IN_CLAIM} ?claim ent:inPassage/ent:inArticle/dcterms:publisher ?is . "
    return _united(
        [
            _counting("modality", choice, base, f"{IN_CLAIM} ?claim ent:modality ?value ."),
            _counting("source", choice, base, f"{found} BIND(STR(?is) AS ?value)"),
        ]
    )


def without_query(choice: Choice, base: Base) -> str:
    """Write the query that counts what there is without each of the facets chosen."""
    blocks = []
    for name, value in choice.pairs:
        rest = pattern(choice.without(name, value), base)
        said = f"{name} {value}" if name == "state" else name
        head = f"SELECT ({Literal(said)} AS ?facet) (COUNT(DISTINCT ?thing) AS ?n)"
        blocks.append(f"{head} WHERE {{ {rest} }}")
    return PREFIXES + "SELECT * WHERE {" + _union(blocks) + "}"


def _counting(facet: str, choice: Choice, base: Base, more: str) -> str:
    head = f'SELECT ("{facet}" AS ?facet) ?value (COUNT(DISTINCT ?thing) AS ?n)'
    return f"{head} WHERE {{ {pattern(choice, base, but=facet)} {more} }} GROUP BY ?value"


def _united(blocks: list[str]) -> str:
    return (
        f"{PREFIXES}SELECT ?facet ?value ?label ?n WHERE {{ {_union(blocks)} "
        "OPTIONAL { ?value rdfs:label ?label } }"
    )


def _union(blocks: list[str]) -> str:
    return " UNION ".join(f"{{ {block} }}" for block in blocks)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"ent:{name}" for name in names)


def _indented(text: str, width: int) -> str:
    return "\n".join(" " * width + line for line in text.splitlines())

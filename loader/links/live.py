"""Labels and candidates from live sources: a SPARQL endpoint, a reconciliation service."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from rapidfuzz import fuzz

from ontology.fulltext import fold

from ..errors import LoaderError
from ..reference import Row
from .check import CERTAIN, Finding
from .model import Candidate

TIMEOUT_S, BATCH, ALIKE, MOST_BYTES = 60, 50, 80, 20_000_000
AGENT = "entente-load (links)"
LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?item ?label {
  VALUES ?item { %s }
  ?item rdfs:label|skos:altLabel ?label .
  FILTER (LANG(?label) IN ("en", "en-gb", "mul", ""))
}
"""


class LiveError(LoaderError):
    """A live source did not answer as it should."""


def verify_labels(rows: Iterable[Row], endpoint: str, begin: str) -> Iterator[Finding]:
    """Tell which linked addresses an endpoint does not know, or knows under other names only.

    Args:
        rows: Things with their links.
        endpoint: Address of a SPARQL endpoint.
        begin: What the addresses begin with that it is asked about.

    Raises:
        LiveError: When it does not answer.
    """
    linked = [
        (link.iri, row)
        for row in rows
        for link in row.links
        if link.predicate in CERTAIN and link.iri.startswith(begin)
    ]
    for batch in _batches(linked):
        names = _labels(endpoint, [iri for iri, _ in batch])
        for iri, row in batch:
            if iri not in names:
                yield Finding("absent", row.slug, iri, f"{endpoint} has no label for it")
            elif not _alike(row, names[iri]):
                shown = ", ".join(sorted(names[iri])[:3])
                yield Finding("label", row.slug, iri, f"there it is called {shown}")


def ask_service(rows: Sequence[Row], service: str, most: int) -> Iterator[Candidate]:
    """Ask a reconciliation service (API 0.1 or 0.2) for candidates for each row's label.

    Raises:
        LiveError: When it does not answer.
    """
    space = str(_json(service, {}).get("identifierSpace", ""))
    for batch in _batches(rows):
        queries = {row.slug: {"query": row.label, "limit": most} for row in batch}
        answers = _json(service, {"queries": json.dumps(queries)})
        for row in batch:
            for one in answers.get(row.slug, {}).get("result", [])[:most]:
                yield _candidate(row, one, space, service)


def _candidate(row: Row, told: dict[str, Any], space: str, service: str) -> Candidate:
    name = str(told.get("name", ""))
    score = max(_likeness(name, own) for own in (row.label, *row.aliases))
    return Candidate(
        slug=row.slug,
        iri=space + str(told.get("id", "")),
        name=name,
        description=str(told.get("description", "")),
        confidence=round(score / 100, 3),
        source=service,
    )


def _labels(endpoint: str, items: list[str]) -> dict[str, set[str]]:
    query = LABELS % " ".join(f"<{item}>" for item in items)
    found: dict[str, set[str]] = defaultdict(set)
    for row in _json(endpoint, {"query": query}).get("results", {}).get("bindings", []):
        found[row["item"]["value"]].add(row["label"]["value"])
    return found


def _alike(row: Row, names: set[str]) -> bool:
    own = (row.label, *row.aliases)
    return any(_likeness(one, other) >= ALIKE for one in own for other in names)


def _likeness(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(fold(one), fold(other))


def _json(address: str, form: dict[str, str]) -> dict[str, Any]:
    if not address.startswith(("http://", "https://")):
        raise LiveError(f"{address!r} is no http or https address")
    headers = {"Accept": "application/sparql-results+json, application/json", "User-Agent": AGENT}
    body = urlencode(form).encode() if form else None
    request = Request(address, body, headers)  # noqa: S310 (the scheme is checked)
    try:
        with urlopen(request, timeout=TIMEOUT_S) as reply:  # noqa: S310 (likewise)
            told = json.loads(reply.read(MOST_BYTES))
    except (OSError, ValueError) as error:
        if isinstance(error, HTTPError):
            error.close()
        raise LiveError(f"{address} did not answer as it should: {error}") from error
    if not isinstance(told, dict):
        raise LiveError(f"{address} answered with no JSON object")
    return told


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(rows)
    while batch := list(islice(source, BATCH)):
        yield batch

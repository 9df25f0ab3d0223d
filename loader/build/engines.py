"""Publishes a snapshot to a SPARQL engine: loaded aside, checked, then switched to at once."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, parse

from ontology.dataset import DUMP, current_snapshot, read_manifest
from ontology.endpoint import (
    MERGE,
    Endpoint,
    EndpointError,
    Published,
    pointer_update,
    read_published,
    unpublish_update,
)
from ontology.iris import Base

from ..errors import LoaderError
from .vocabulary import typed

BATCH, PAGE = 200, 5_000
"""Quads in one update, and rows of one answer: what Virtuoso (7) takes as its package comes."""
_PROBE = "<urn:x-entente:probe>"
_DECIMAL = typed("1", "decimal").datatype
Sums = dict[str, tuple[int, int]]


class PublishError(LoaderError):
    """A snapshot could not be published; what was served before still is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done.

    Attributes:
        published: What the engine serves now.
        address: Where.
        quads: How many were loaded; 0 where the engine served the snapshot already.
        graphs: How many graphs were compared.
    """

    published: Published
    address: str
    quads: int = 0
    graphs: int = 0


def publish(out: Path, engines: Sequence[Endpoint], at: str, *, in_place: bool = False) -> Outcome:
    """Publish the current snapshot to the engine that does not serve now.

    Args:
        out: Folder of the dataset.
        engines: Two that take turns, or one.
        at: Time that it counts as published at, ISO 8601 in UTC.
        in_place: Whether an engine that serves may be changed under its readers.

    Raises:
        NoSnapshotError: When nothing was built under ``out``.
        EndpointError: Where an engine gives no answer that can be used.
        PublishError: Where no engine is free, or what it holds is not what was sent.
    """
    folder = current_snapshot(out)
    manifest = read_manifest(folder)
    served = [(engine, read_published(engine)) for engine in engines]
    newest = max((one for _, one in served if one), key=lambda one: one.at, default=None)
    for engine, one in served:
        if one is newest and one and one.manifest.id == manifest.id:
            return Outcome(one, engine.query_address)
    engine = _free(served, newest, in_place)
    base = Base(manifest.base)
    engine.update(unpublish_update(base))
    merge = f"{base.iri}{MERGE}" if _lacks_nameless_graph(engine) else ""
    _clear(engine, base, merge)
    sums, decimals = _load(engine, folder / DUMP, merge)
    _compare(sums, _held(engine, base, merge))
    published = Published(manifest, at, merge, tuple(sorted(decimals)))
    engine.update(pointer_update(published))
    quads = sum(count for count, _ in sums.values())
    return Outcome(published, engine.query_address, quads, len(sums))


def _free(
    served: list[tuple[Endpoint, Published | None]], newest: Published | None, in_place: bool
) -> Endpoint:
    free = [
        (one.at if one else "", engine) for engine, one in served if one is not newest or not one
    ]
    if free:
        return min(free, key=lambda pair: pair[0])[1]
    if in_place:
        return served[0][0]
    raise PublishError(
        "the engine serves now, and would be changed under its readers; name a second one, to "
        "which readers are switched when it is whole, or allow it with --in-place"
    )


def _lacks_nameless_graph(engine: Endpoint) -> bool:
    """Tell by trying whether what stands in a named graph is found without GRAPH."""
    triple = f"{_PROBE} {_PROBE} {_PROBE}"
    engine.update(f"INSERT DATA {{ GRAPH {_PROBE} {{ {triple} }} }}")
    try:
        return bool(engine.select(f"ASK {{ {triple} }}"))
    finally:
        engine.update(f"DROP SILENT GRAPH {_PROBE}")


def _clear(engine: Endpoint, base: Base, merge: str) -> None:
    """Take away what is left of a dataset of this base."""
    names = (
        f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} "
        f'FILTER(STRSTARTS(STR(?g), "{base.iri}")) }} LIMIT {BATCH}'
    )
    while graphs := [str(row["g"]) for row in _rows(engine, names)]:
        engine.update(" ;\n".join(f"DROP SILENT GRAPH {graph}" for graph in graphs))
    if not merge:
        engine.update("CLEAR SILENT DEFAULT")


def _load(engine: Endpoint, dump: Path, merge: str) -> tuple[Sums, set[str]]:
    """Send all quads; give what each graph must then hold, and which properties are decimals."""
    sums: dict[str, list[int]] = {}
    kinds: dict[str, bool] = {}
    with gzip.open(dump, "rb") as file:
        quads = parse(file, format=RdfFormat.N_QUADS)  # type: ignore[arg-type]
        while batch := list(islice(quads, BATCH)):
            engine.update(_insertion(batch, merge))
            for quad in batch:
                held = sums.setdefault(_name(quad, merge), [0, 0])
                held[0] += 1
                held[1] += _length(quad)
                is_decimal = isinstance(quad.object, Literal) and quad.object.datatype == _DECIMAL
                iri = quad.predicate.value
                kinds[iri] = kinds.get(iri, True) and is_decimal
    found = {name: (count, length) for name, (count, length) in sums.items()}
    return found, {iri for iri, is_decimal in kinds.items() if is_decimal}


def _insertion(quads: Iterable[Quad], merge: str) -> str:
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        triple = f"{quad.subject} {quad.predicate} {quad.object} ."
        graphs.setdefault(_name(quad, merge), []).append(triple)
    parts = []
    for name, triples in graphs.items():
        text = "\n".join(triples)
        parts.append(f"GRAPH <{name}> {{\n{text}\n}}" if name else text)
    return "INSERT DATA {\n" + "\n".join(parts) + "\n}"


def _name(quad: Quad, merge: str) -> str:
    return merge if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def _length(quad: Quad) -> int:
    """Give what a triple adds to its graph's sum: lengths of what every engine keeps as it is."""
    assert isinstance(quad.subject, NamedNode)  # noqa: S101 (published data has no blank nodes)
    value = quad.object
    kept = value.value if isinstance(value, NamedNode) else ""
    kept = value.value if isinstance(value, Literal) and value.language else kept
    return len(quad.subject.value) + len(quad.predicate.value) + len(kept)


def _held(engine: Endpoint, base: Base, merge: str) -> Sums:
    """Ask what each graph holds now."""
    kept = 'IF(isIRI(?o) || LANG(?o) != "", STRLEN(STR(?o)), 0)'
    length = f"SUM(STRLEN(STR(?s)) + STRLEN(STR(?p)) + {kept})"
    counted = f"(COUNT(*) AS ?n) ({length} AS ?m)"
    inside = f'FILTER(STRSTARTS(STR(?g), "{base.iri}"))'
    named = f"SELECT ?g {counted} {{ GRAPH ?g {{ ?s ?p ?o }} {inside} }} GROUP BY ?g"
    found: Sums = {}
    for row in _paged(engine, named):
        found[row["g"].value] = (int(row["n"].value), int(float(row["m"].value)))
    if not merge:
        for row in _rows(engine, f"SELECT {counted} {{ ?s ?p ?o }}"):
            found[""] = (int(row["n"].value), int(float(row["m"].value)))
    return found


def _compare(sent: Sums, held: Sums) -> None:
    """Compare counts and sums graph by graph.

    Raises:
        PublishError: Naming a graph that differs.
    """
    names = sorted(name for name in sent.keys() | held.keys() if sent.get(name) != held.get(name))
    if names:
        name = names[0]
        raise PublishError(
            f"{len(names)} graphs differ from what was sent: {name or 'the default graph'} should "
            f"hold {sent.get(name, (0, 0))} (triples, characters) and holds "
            f"{held.get(name, (0, 0))}; the engine does not serve it"
        )


def _paged(engine: Endpoint, query: str) -> Iterator[dict[str, NamedNode | Literal]]:
    start = 0
    while rows := _rows(engine, f"{query} ORDER BY ?g LIMIT {PAGE} OFFSET {start}"):
        yield from rows
        start += len(rows)


def _rows(engine: Endpoint, query: str) -> list[dict[str, NamedNode | Literal]]:
    found = engine.select(query)
    if not isinstance(found, QuerySolutions):
        raise EndpointError("rubbish", "a SELECT was answered as an ASK")
    names = [variable.value for variable in found.variables]
    return [{name: row[name] for name in names} for row in found]

"""Candidates for links from a table of names and addresses."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from ontology.fulltext import fold

from ..errors import DataError
from ..reference import Row
from .model import Candidate
from .registers import register_of

COLUMNS = ("name", "iri")
BY_LABEL, BY_ALIAS = 1.0, 0.9


def unlinked(rows: Iterable[Row], begin: str = "") -> list[Row]:
    """Give the rows without a link that begins so, or without any."""
    return [row for row in rows if not any(link.iri.startswith(begin) for link in row.links)]


def from_table(rows: Iterable[Row], path: Path) -> Iterator[Candidate]:
    """Propose the addresses of a table whose names are those of rows, accents and case aside.

    Args:
        rows: Things that lack links; one that has a link to the same dataset is left out.
        path: CSV with the columns ``name`` and ``iri``, and ``description`` where there is one.

    Raises:
        DataError: When the file has not these columns.
    """
    table = _read(path)
    for row in rows:
        linked = {one.name for link in row.links if (one := register_of(link.iri))}
        seen: set[str] = set()
        for name in (row.label, *row.aliases):
            for given, iri, description in table.get(fold(name), ()):
                register = register_of(iri)
                if iri in seen or (register and register.name in linked):
                    continue
                seen.add(iri)
                sure = BY_LABEL if name == row.label else BY_ALIAS
                yield Candidate(row.slug, iri, given, description, sure, str(path))


def _read(path: Path) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if missing := set(COLUMNS) - set(reader.fieldnames or ()):
            raise DataError(f"{path}:1", f"there is no column {min(missing)!r}")
        for line in reader:
            if name := fold(line["name"] or ""):
                found[name].append((line["name"], line["iri"], line.get("description") or ""))
    return found

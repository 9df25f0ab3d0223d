"""CSV rows that know their file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ontology.iris import is_slug

from ..errors import DataError


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a table.

    Attributes:
        place: ``file:line``.
        cells: Column → text, stripped.
    """

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def list(self, column: str) -> tuple[str, ...]:
        """Give the parts of a cell between bars, without empty ones."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())


def read_records(path: Path, columns: str) -> Iterator[Record]:
    """Read a CSV file with a header that has these columns (separated by spaces).

    Raises:
        DataError: When the file cannot be read, lacks a column, or a line has too few or too many
            cells.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(path.name, f"cannot be read ({error})") from error
    reader = csv.DictReader(lines, strict=True)
    if missing := [name for name in columns.split() if name not in (reader.fieldnames or ())]:
        raise DataError(f"{path.name}:1", f"column {missing[0]!r} is missing; add it to the header")
    for cells in reader:
        place = f"{path.name}:{reader.line_num}"
        if None in cells or None in cells.values():
            raise DataError(place, "the line has not as many cells as the header; quote commas")
        yield Record(place, {name: text.strip() for name, text in cells.items()})


def checked_slug(record: Record, seen: dict[str, str]) -> str:
    """Give the record's slug and note that it is taken.

    Raises:
        DataError: When it is no slug or another line has it.
    """
    slug = record["slug"]
    if not is_slug(slug):
        raise DataError(record.place, f"{slug!r} is no slug: use lower-case words and hyphens")
    if slug in seen:
        raise DataError(record.place, f"slug {slug!r} stands in {seen[slug]} too; choose another")
    seen[slug] = record.place
    return slug

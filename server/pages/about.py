"""About the data, as values: counts, versions, checks, licences, what was left out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ontology.dataset import Manifest

from .words import date_words

COUNT_WORDS = {
    "inferred": "Inferred triples",
    "passages": "Sentences",
    "quads": "Quads in all graphs",
    "rejected": "Articles left out",
    "triples": "Triples in plain queries",
}
VENDOR = Path(__file__).parent / "static" / "vendor"


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A package that files here are made of: version, licence, origin, what was made of it."""

    name: str
    version: str
    licence: str
    licence_file: str
    origin: str
    made: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """All that the page about the data shows."""

    id: str
    base: str
    day: str
    year: str
    counts: tuple[tuple[str, int], ...]
    versions: tuple[tuple[str, str], ...]
    checks: tuple[str, ...]
    rejected: tuple[str, ...]
    borrowed: tuple[Borrowed, ...]


def about_view(manifest: Manifest) -> AboutView:
    """Make the view of the page about the data."""
    return AboutView(
        id=manifest.id,
        base=manifest.base,
        day=date_words(manifest.created[:10]),
        year=manifest.created[:4],
        counts=tuple(counts_of(manifest)),
        versions=tuple(sorted(manifest.versions.items())),
        checks=tuple(manifest.checks),
        rejected=tuple(manifest.rejected),
        borrowed=borrowed(),
    )


def counts_of(manifest: Manifest) -> list[tuple[str, int]]:
    """Name what the manifest counts, in plain English."""
    counts = sorted(manifest.counts.items())
    return [(COUNT_WORDS.get(name, name.capitalize()), number) for name, number in counts]


def borrowed() -> tuple[Borrowed, ...]:
    """List the packages that files of the pages are made of."""
    table = tomllib.loads((VENDOR / "vendor.toml").read_text(encoding="utf-8"))
    names = ("name", "version", "licence", "licence_file", "origin")
    made = {name: file["made"] for file in table["file"] for name in file["packages"]}
    return tuple(
        Borrowed(**{name: row[name] for name in names}, made=made[row["name"]])
        for row in table["package"]
    )

"""What a published dataset is on disk: the only thing that loader and server share.

``{out}/current`` is a symbolic link to ``snapshots/{id}``, replaced by one rename. A snapshot holds
``manifest.json``, ``store/`` (Oxigraph, flushed, opened read-only), ``data.nq.gz`` (canonical
N-Quads), the same in other formats, ``changes.rdfp.gz`` (RDF Patch from the snapshot before) and
``names.sqlite`` (full text over names).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

GRAPHS = ("reference", "ontology", "curated", "inferred", "meta")
MANIFEST, STORE, DUMP, SEARCH = "manifest.json", "store", "data.nq.gz", "names.sqlite"
#: The whole in other formats, compressed by gzip; Turtle holds the default graph alone.
OTHER_DUMPS = ("data.trig.gz", "data.jsonld.gz", "data.ttl.gz")
#: What was added and removed since the snapshot before, as RDF Patch, compressed by gzip.
CHANGES = "changes.rdfp.gz"
#: Folder beside ``snapshots`` with dump and manifest of those that are kept no longer.
RELEASES = "releases"


RDF_11, RDF_12 = "rdf11", "rdf12"
PROFILES = {
    RDF_11: "RDF 1.1: what is asserted, and the claims with their sentences.",
    RDF_12: "RDF 1.2: the same, and each claim reifies the triples that it states (rdf:reifies).",
}
"""Profiles of documents by their tokens, and what each holds."""


def profile_iri(base: str, token: str) -> str:
    """Name a profile of documents, in the dataset's description of itself."""
    return f"{base}graph/meta#profile-{token}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot says of itself.

    Attributes:
        id: First 16 hex digits of the SHA-256 of the canonical N-Quads.
        base: Base IRI that the data was built for.
        created: Time of the build, ISO 8601 in UTC; the only time that depends on the clock.
        counts: Name → number (articles, passages, claims, quads, triples, things, …).
        versions: Name → version (entente, ontology, ruleset, pyoxigraph, …).
        checks: Name of each check that came back empty.
        rejected: Input that was left out, each with its reason.
        files: Name of each file that can be downloaded → size in ``bytes`` and ``sha256``.
        previous: Id of the snapshot that was current before; empty for the first.
        changes: Number of quads ``added`` and ``removed`` since then; empty for the first.
    """

    id: str
    base: str
    created: str
    counts: dict[str, int]
    versions: dict[str, str]
    checks: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    files: dict[str, dict[str, int | str]] = field(default_factory=dict)
    previous: str = ""
    changes: dict[str, int] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Write ``manifest.json`` into the folder."""
        (folder / MANIFEST).write_text(json.dumps(asdict(self), indent=1, sort_keys=True) + "\n")


class NoSnapshotError(Exception):
    """There is no published snapshot where one was looked for."""


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a snapshot folder.

    Raises:
        NoSnapshotError: When the folder holds no readable manifest.
    """
    try:
        return Manifest(**json.loads((folder / MANIFEST).read_text()))
    except (OSError, ValueError, TypeError) as error:
        raise NoSnapshotError(
            f"{folder} holds no snapshot ({error}); make one with: entente-load build seeds"
        ) from error


def current_snapshot(out: Path) -> Path:
    """Give the folder of the snapshot that is published now, links resolved.

    Raises:
        NoSnapshotError: When nothing has been published under ``out``.
    """
    link = out / "current"
    if not (link / MANIFEST).is_file():
        raise NoSnapshotError(
            f"no snapshot under {out}; make one with: entente-load build seeds --out {out}"
        )
    return link.resolve()

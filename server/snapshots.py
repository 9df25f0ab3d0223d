"""The published snapshot that is served now; moves to a new one without dropping a request."""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ontology import dataset
from ontology.endpoint import Published
from ontology.iris import Base

from .store import Reads, open_embedded
from .store.remote import RemoteReads, RemoteStore

LOG = logging.getLogger(__name__)
AGAIN_S = 1.0
"""How long a snapshot that could not be opened is left alone."""
MOST_RELEASES = 3
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One published dataset, open for reading.

    Attributes:
        store: Its quads, read-only.
        manifest: What the snapshot says of itself.
        folder: Where it lies, links resolved.
        base: Address space that it was built for.
        pinned: Whether it was asked for by its id, and not as the current one.
    """

    store: Reads
    manifest: dataset.Manifest
    folder: Path
    base: Base
    pinned: bool = False

    @property
    def id(self) -> str:
        """Version of the data: 16 hex digits."""
        return self.manifest.id

    @property
    def place(self) -> Path | str:
        """Where query processes find the quads: the store's folder, or the engine's address."""
        if isinstance(self.store, RemoteStore | RemoteReads):
            return self.store.address
        return self.folder / dataset.STORE

    @property
    def published(self) -> Published | None:
        """How an engine holds the quads; None where the snapshot has a store of its own."""
        return self.store.published if isinstance(self.store, RemoteStore | RemoteReads) else None

    def for_request(self) -> Snapshot:
        """Give it to one request, whose reads of an engine go together in few round trips."""
        if isinstance(self.store, RemoteStore):
            return replace(self, store=self.store.session())
        return self

    @property
    def search(self) -> Path:
        """Full text over names (SQLite)."""
        return self.folder / dataset.SEARCH


def open_snapshot(folder: Path) -> Snapshot:
    """Open a snapshot folder read-only.

    Raises:
        NoSnapshotError: When the folder holds no snapshot that can be read.
    """
    manifest = dataset.read_manifest(folder)
    try:
        store = open_embedded(folder / dataset.STORE)
        return Snapshot(store, manifest, folder, Base(manifest.base))
    except (OSError, ValueError) as error:
        raise dataset.NoSnapshotError(
            f"{folder} cannot be opened ({error}); build it again with: entente-load build seeds"
        ) from error


class RemovedError(Exception):
    """A snapshot was published, but is kept no longer; its dump is."""


class Snapshots:
    """Gives the current snapshot, and older ones that are kept.

    A request that holds a snapshot keeps it to its end.
    """

    def __init__(self, out: Path) -> None:
        """Open what is published now.

        Raises:
            NoSnapshotError: When nothing has been published under ``out``.
        """
        self._prepare(out)
        self._moving = threading.Lock()
        self._failed, self._again = "", 0.0
        self._seen = self._target()
        self._current = open_snapshot(dataset.current_snapshot(out))

    def _prepare(self, out: Path) -> None:
        self._out, self._link = out, str(out / "current")
        self._open_release = lru_cache(MOST_RELEASES)(self._pinned)

    def current(self) -> Snapshot:
        """Give the newest snapshot; looks at one symbolic link, opens only what is new.

        Requests that come while it is opened wait for it, so that after one answer from the new
        snapshot none comes from the old, whichever process gives it.
        """
        if self._target() != self._seen:
            with self._moving:
                self._move()
        return self._current

    def release(self, name: str) -> Snapshot:
        """Give the snapshot of an id.

        Raises:
            NoSnapshotError: When no snapshot was published under that id.
            RemovedError: When it is kept no longer, but its dump is.
        """
        if not _ID.fullmatch(name):
            raise dataset.NoSnapshotError(f"{name[:20]!r} is the id of no snapshot")
        folder = self._out.resolve() / "snapshots" / name
        if folder.is_dir():
            return self._open_release(folder)
        if self.removed_file(name, "nq").is_file():
            raise RemovedError(name)
        raise dataset.NoSnapshotError(f"no snapshot {name} was published here")

    def removed_file(self, name: str, form: str) -> Path:
        """Give where a file of a snapshot would lie that is kept no longer: ``nq`` or ``rdfp``."""
        return self._out.resolve() / dataset.RELEASES / f"{name}.{form}.gz"

    def removed(self) -> list[str]:
        """List the ids of the snapshots of which only the dump is kept, sorted."""
        return sorted(path.name[:16] for path in (self._out / dataset.RELEASES).glob("*.nq.gz"))

    def kept(self) -> list[dataset.Manifest]:
        """List the snapshots that can be opened, the newest first."""
        found = []
        for folder in (self._out / "snapshots").glob("[0-9a-f]*"):
            with suppress(dataset.NoSnapshotError):
                found.append(dataset.read_manifest(folder))
        return sorted(found, key=lambda manifest: manifest.created, reverse=True)

    @staticmethod
    def _pinned(folder: Path) -> Snapshot:
        return replace(open_snapshot(folder), pinned=True)

    def _target(self) -> str:
        try:
            return os.readlink(self._link)  # noqa: PTH115 (a tenth of the time, on every request)
        except OSError:
            return ""

    def _published(self) -> Path | None:
        try:
            return dataset.current_snapshot(self._out)
        except dataset.NoSnapshotError:
            return None

    def _move(self) -> None:
        target, folder = self._target(), self._published()
        if folder is None or (target == self._failed and time.monotonic() < self._again):
            return
        if folder == self._current.folder:
            self._seen = target
            return
        try:
            self._current = open_snapshot(folder)
        except dataset.NoSnapshotError as error:
            self._failed, self._again = target, time.monotonic() + AGAIN_S
            LOG.warning("snapshot %s stays: %s", self._current.id, error)
        else:
            self._seen = target
            LOG.info("serving snapshot %s", self._current.id)

"""The published snapshot that is served now; moves to a new one without dropping a request."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from ontology import dataset
from ontology.iris import Base

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One published dataset, open for reading.

    Attributes:
        store: Read-only store.
        manifest: What the snapshot says of itself.
        folder: Where it lies, links resolved.
        base: Address space that it was built for.
    """

    store: Store
    manifest: dataset.Manifest
    folder: Path
    base: Base

    @property
    def id(self) -> str:
        """Version of the data: 16 hex digits."""
        return self.manifest.id

    @property
    def dump(self) -> Path:
        """Canonical N-Quads, compressed by gzip."""
        return self.folder / dataset.DUMP

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
        store = Store.read_only(str(folder / dataset.STORE))
        return Snapshot(store, manifest, folder, Base(manifest.base))
    except (OSError, ValueError) as error:
        raise dataset.NoSnapshotError(
            f"{folder} cannot be opened ({error}); build it again with: entente-load build seeds"
        ) from error


class Snapshots:
    """Gives the current snapshot; a request that holds an older one keeps it to its end."""

    def __init__(self, out: Path) -> None:
        """Open what is published now.

        Raises:
            NoSnapshotError: When nothing has been published under ``out``.
        """
        self._out = out
        self._moving = threading.Lock()
        self._current = open_snapshot(dataset.current_snapshot(out))

    def current(self) -> Snapshot:
        """Give the newest snapshot; looks at one symbolic link, opens only what is new."""
        if self._published() != self._current.folder and self._moving.acquire(blocking=False):
            try:
                self._move()
            finally:
                self._moving.release()
        return self._current

    def _published(self) -> Path | None:
        try:
            return dataset.current_snapshot(self._out)
        except dataset.NoSnapshotError:
            return None

    def _move(self) -> None:
        folder = self._published()
        if folder is None or folder == self._current.folder:
            return
        try:
            self._current = open_snapshot(folder)
        except dataset.NoSnapshotError as error:
            LOG.warning("snapshot %s stays: %s", self._current.id, error)
        else:
            LOG.info("serving snapshot %s", self._current.id)

"""What an engine across HTTP serves: looked at again and again, so that a switch is noticed."""

from __future__ import annotations

import logging
import tempfile
import threading
import time
from pathlib import Path

from ontology import dataset
from ontology.endpoint import Credentials, Endpoint, EndpointError, Published, read_published
from ontology.names import write_search

from .snapshots import Snapshot, Snapshots
from .store.remote import RemoteStore

LOG = logging.getLogger(__name__)
LOOK_S = 1.0
"""How long it is believed that an engine still serves what it did."""


class EngineSnapshots(Snapshots):
    """Gives the dataset that was published last to one of several engines.

    Dumps, older snapshots and the full text are those of the folder. Where the folder lacks the
    full text of what the engine serves, it is made from the engine.
    """

    def __init__(self, out: Path, addresses: tuple[str, ...], timeout_s: float = 30.0) -> None:
        """Open what is published now.

        Raises:
            NoSnapshotError: When none of the engines serves a dataset that is whole.
        """
        self._prepare(out)
        credentials = Credentials.from_environment()
        self._engines = [Endpoint(one, "", credentials, timeout_s) for one in addresses]
        self._aside = tempfile.TemporaryDirectory(prefix="entente-names-")
        self._looking, self._looked = threading.Lock(), 0.0
        self._served: tuple[str, str] = ("", "")
        self._look()
        if not self._served[0]:
            raise dataset.NoSnapshotError(
                f"no dataset is published at {' or '.join(addresses)}, or nobody answers there; "
                "publish one with: entente-load publish ADDRESS"
            )

    def current(self) -> Snapshot:
        """Give what was published last; asks the engines at most once a second."""
        if time.monotonic() - self._looked > LOOK_S and self._looking.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looking.release()
        return self._current

    def _look(self) -> None:
        found = []
        for engine in self._engines:
            try:
                if published := read_published(engine):
                    found.append((published.at, engine, published))
            except EndpointError as error:
                LOG.warning("an engine gives no answer: %s", error)
        if found:
            at, engine, published = max(found, key=lambda one: one[0])
            if (engine.query_address, at) != self._served:
                self._current = self._open(engine, published)
                self._served = (engine.query_address, at)
                LOG.info("serving snapshot %s of an engine", self._current.id)
        self._looked = time.monotonic()

    def _open(self, engine: Endpoint, published: Published) -> Snapshot:
        store, manifest = RemoteStore(engine, published), published.manifest
        folder = self._out.resolve() / "snapshots" / manifest.id
        if not (folder / dataset.SEARCH).is_file():
            folder = Path(self._aside.name) / manifest.id
            folder.mkdir(exist_ok=True)
            if not (folder / dataset.SEARCH).is_file():
                write_search(store, published.base, folder / dataset.SEARCH)
        return Snapshot(store, manifest, folder, published.base)

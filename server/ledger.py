"""What became of addresses that the current snapshot does not have, by the ledger beside it."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ontology.ledger import LEDGER, Gone, fate, last_words, read_ledger

LOG = logging.getLogger(__name__)
_PLACE = re.compile(r"/(id|page|data|article|rule|curator)/([^/]+)")
_THINGS = frozenset(("page", "data"))


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of the address that a request named.

    Attributes:
        moved_to: Path of the like document of what took its place; None when nothing did.
        reason: Why, in a sentence.
        address: The address below the base, as the ledger has it.
    """

    moved_to: str | None
    reason: str
    address: str


class Ledger:
    """The ledger beside the snapshots, read again when it has grown."""

    def __init__(self, out: Path) -> None:
        self._path = out / LEDGER
        self._reading = threading.Lock()
        self._state: tuple[int, int] | None = None
        self._entries: Mapping[str, Gone] = {}

    def find(self, path: str) -> Fate | None:
        """Tell what became of the address that a path of a request is of; None when unknown."""
        entries = self._read()
        for kind, name, rest in _readings(path):
            address = f"{'id' if kind in _THINGS else kind}/{name}"
            if gone := fate(address, entries):
                return Fate(_moved(gone, kind, rest), gone.reason, address)
        return None

    def _read(self) -> Mapping[str, Gone]:
        try:
            status = self._path.stat()
        except OSError:
            return self._entries
        state = status.st_mtime_ns, status.st_size
        if state != self._state:
            with self._reading:
                self._take(state)
        return self._entries

    def _take(self, state: tuple[int, int]) -> None:
        try:
            self._entries = last_words(read_ledger(self._path))
        except (OSError, ValueError) as error:
            LOG.warning("the ledger stays as it was: %s", error)
        self._state = state


def _readings(path: str) -> Iterator[tuple[str, str, str]]:
    """Read a path as kind, name and suffix; names of rules may have dots, so the whole is first."""
    if (match := _PLACE.fullmatch(path)) is None:
        return
    kind, name = match.groups()
    yield kind, name, ""
    start, dot, suffix = name.rpartition(".")
    if dot:
        yield kind, start, f".{suffix}"


def _moved(gone: Gone, kind: str, suffix: str) -> str | None:
    if gone.became is None:
        return None
    became, _, name = gone.became.partition("/")
    shown = kind if kind in _THINGS and became == "id" else became
    return f"/{shown}/{name}{suffix}"

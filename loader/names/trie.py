"""A trie over atoms: all names that begin at a place, in one walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


@dataclass(slots=True)
class Trie(Generic[Entry]):
    """Entries under sequences of keys.

    Attributes:
        entries: What ends here.
        children: Key → what goes on from here.
    """

    entries: list[Entry] = field(default_factory=list)
    children: dict[str, Trie[Entry]] = field(default_factory=dict)

    def add(self, keys: Sequence[str], entry: Entry) -> None:
        """Put an entry under a sequence of keys; several may share one."""
        node = self
        for key in keys:
            node = node.children.setdefault(key, Trie())
        if entry not in node.entries:
            node.entries.append(entry)

    def walk(self, keys: Sequence[str], start: int) -> Iterator[tuple[int, list[Entry]]]:
        """Yield ``(end, entries)`` for each name that begins at ``start``, shortest first."""
        node = self
        for end in range(start, len(keys)):
            following = node.children.get(keys[end])
            if following is None:
                return
            node = following
            if node.entries:
                yield end + 1, node.entries

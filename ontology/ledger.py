"""Addresses that were published and are no longer: where each leads now, or why it leads nowhere.

``{out}/addresses.jsonl`` is written by the loader at each build and read by the server; a file of
that name beside the articles belongs to the project's data and outlives ``{out}``. One JSON object
a line, added to and never edited; of two lines about one address the later holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

LEDGER = "addresses.jsonl"
_MOST_STEPS = 16


@dataclass(frozen=True, slots=True)
class Gone:
    """An address that is no longer.

    Attributes:
        address: Path below the base, such as ``id/norway`` or ``article/uk-norway``.
        became: Path that took its place; None when nothing did.
        reason: Why, in a sentence.
        snapshot: The last snapshot that had it; empty where that is not known.
    """

    address: str
    became: str | None
    reason: str
    snapshot: str = ""

    def line(self) -> str:
        """Write the entry as one line of JSON, with its end."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True) + "\n"


def read_ledger(path: Path) -> tuple[Gone, ...]:
    """Read a ledger, in the order of its lines; none where there is no file.

    Raises:
        ValueError: Naming the file and line that is no entry.
    """
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_entry(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip())


def add_to_ledger(path: Path, entries: Iterable[Gone]) -> None:
    """Add entries to the end of a ledger, those that it has not yet."""
    known = set(read_ledger(path))
    new = [entry.line() for entry in dict.fromkeys(entries) if entry not in known]
    if new:
        with path.open("a", encoding="utf-8") as file:
            file.writelines(new)


def last_words(entries: Iterable[Gone]) -> dict[str, Gone]:
    """Give for each address the entry that holds."""
    return {entry.address: entry for entry in entries}


def fate(address: str, ledger: Mapping[str, Gone]) -> Gone | None:
    """Follow an address to what became of it in the end; None when it is not in the ledger.

    The entry that is returned has the first address, the last ``became`` and the last reason; a
    ring of entries leads nowhere.
    """
    first = last = ledger.get(address)
    for _ in range(_MOST_STEPS):
        if last is None or last.became is None or last.became not in ledger:
            break
        last = ledger[last.became]
    else:
        return Gone(address, None, "Its successors lead in a circle.")
    if first is None or last is None:
        return None
    return Gone(address, last.became, last.reason, first.snapshot)


def _entry(line: str, place: str) -> Gone:
    try:
        entry = Gone(**json.loads(line))
    except (ValueError, TypeError) as error:
        raise ValueError(f"{place}: no entry of addresses ({error})") from error
    texts = (entry.address, entry.reason, entry.snapshot, entry.became or "")
    if not all(isinstance(text, str) for text in texts) or not entry.address or not entry.reason:
        raise ValueError(f"{place}: an entry needs an address and a reason, as text")
    return entry

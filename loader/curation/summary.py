"""An entry of the log in one line."""

from __future__ import annotations

from ..claims import Statement
from .grammar import write_statement
from .model import Distinct, Edit, Entry, Merge, Rename, Retract, Withdraw


def summarise(entry: Entry) -> str:
    """Say what an entry does, without its reason."""
    match entry:
        case Edit():
            parts = [_list("reject", entry.rejects), _list("add", entry.statements)]
            return f"{entry.article}: {'; '.join(part for part in parts if part)}"
        case Merge():
            return f"merge {entry.drop} into {entry.keep}"
        case Distinct():
            return f"keep {entry.things[0]} and {entry.things[1]} apart"
        case Rename():
            names = [name for name in (entry.slug, entry.label, *entry.names) if name]
            return f"name {entry.thing} {', '.join(names)}"
        case Withdraw():
            return f"withdraw {entry.thing}"
        case Retract():
            return f"retract {entry.entry}"


def _list(verb: str, statements: tuple[Statement, ...]) -> str:
    return f"{verb} {', '.join(map(write_statement, statements))}" if statements else ""

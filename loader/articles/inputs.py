"""What is named on the command line, as places to read articles from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ontology.ledger import LEDGER

from ..errors import DataError
from .formats.suffixes import OF_MANY, SUFFIXES, suffix_of
from .known import NOTHING, Known
from .sidecar import FOLDER_SIDECAR, known_of_folder, known_of_text

STANDARD_INPUT = "-"
#: Files of a folder that are about its articles.
_NO_ARTICLES = ("README.md", FOLDER_SIDECAR, "curation.jsonl", "links.jsonl", LEDGER)
_OF_ONE = ("slug", "title", "address")


@dataclass(frozen=True, slots=True)
class File:
    """A file, and what its sidecar says of it."""

    path: Path
    known: Known = field(default=NOTHING)


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address."""

    address: str


@dataclass(frozen=True, slots=True)
class StandardInput:
    """What comes on standard input."""


Input = File | Address | StandardInput


def is_address(given: Path | str) -> bool:
    """Tell an http or https address from a path.

    >>> is_address("https://example.org/news"), is_address("news.txt")
    (True, False)
    """
    return isinstance(given, str) and bool(re.match("https?://", given, re.IGNORECASE))


def inputs_of(given: Sequence[Path | str]) -> tuple[Input, ...]:
    """Find what is to be read, in the order given, a folder's files by name; each once.

    Raises:
        DataError: For a path that is not there, or a sidecar that is not well formed.
    """
    found = dict.fromkeys(one for each in given for one in _places(each))
    files = _unique([one for one in found if isinstance(one, Path)])
    known = {folder: known_of_folder(folder) for folder in {path.parent for path in files}}
    return tuple(
        File(one, _known(one, known[one.parent])) if isinstance(one, Path) else one
        for one in found
        if not isinstance(one, Path) or one in files
    )


def _places(given: Path | str) -> Iterator[Path | Address | StandardInput]:
    if given == STANDARD_INPUT:
        yield StandardInput()
    elif isinstance(given, str) and is_address(given):
        yield Address(given)
    else:
        yield from _files(Path(given))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        known_of_folder(path)
        named = [file for file in path.iterdir() if file.name not in _NO_ARTICLES]
        read = [file for file in named if suffix_of(file.name) in SUFFIXES and file.is_file()]
        return sorted(read, key=lambda file: file.name)
    if not path.is_file():
        raise DataError(str(path), "there is no such file or folder; mend the path")
    return [path]


def _unique(paths: Sequence[Path]) -> set[Path]:
    """Give the paths without those that lead to a file that came before."""
    return set({path.resolve(): path for path in reversed(paths)}.values())


def _known(path: Path, folder: dict[str, Known]) -> Known:
    beside = known_of_text(path)
    if beside is not None and path.name in folder:
        raise DataError(
            str(path.with_suffix(".toml")),
            f"articles.toml describes {path.name} too; keep one of the two",
        )
    known = beside or folder.get(path.name, NOTHING)
    said = [key for key in _OF_ONE if getattr(known, key)]
    if said and suffix_of(path.name) in OF_MANY:
        raise DataError(str(path), f"it holds many articles, so that its {said[0]} cannot be said")
    return known

"""What is measured on: the seeds' snapshot, and the same many times over under other names."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ontology.dataset import DUMP, current_snapshot, read_manifest

ROOT = Path(__file__).resolve().parent.parent.parent
LOAD = "from loader.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Data:
    """A dataset.

    Attributes:
        name: What it is called.
        base: Base IRI.
        file: N-Quads.
        quads: Lines of the file.
    """

    name: str
    base: str
    file: Path
    quads: int


def seeds(folder: Path) -> Data:
    """Build the seeds and give their quads."""
    out = folder / "built"
    command = [sys.executable, "-c", LOAD, "build", "seeds", "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"the seeds could not be built: {done.stdout}{done.stderr}")
    snapshot = current_snapshot(out)
    lines = gzip.decompress((snapshot / DUMP).read_bytes()).decode().splitlines(keepends=True)
    return _written("seeds", read_manifest(snapshot).base, lines, folder)


def multiplied(data: Data, least: int) -> Data:
    """Give a dataset of at least so many quads: the same states, ever other articles and things."""
    lines = data.file.read_text(encoding="utf-8").splitlines(keepends=True)
    made, number = list(lines), 0
    while len(made) < least:
        number += 1
        made += copied(lines, data.base, number)
    return _written("copies", data.base, made, data.file.parent)


def copied(lines: list[str], base: str, number: int) -> Iterator[str]:
    """Give the lines on articles and things of their own, under names that a number makes new.

    Things of which the reference data says something keep their names, and so do classes, rules
    and graphs, which therefore come to be spoken of by all copies.
    """
    reference = f"<{base}graph/reference> ."
    about = re.compile(rf"<({re.escape(base)}id/[^>#]*)")
    known = {
        found[1] for one in lines if one.endswith(reference + "\n") and (found := about.match(one))
    }
    own = re.compile(rf"<({re.escape(base)}(?:id|article)/[^>#]*)")

    def renamed(found: re.Match[str]) -> str:
        return found[0] if found[1] in known else f"{found[0]}-copy-{number}"

    for line in lines:
        other = own.sub(renamed, line)
        if other != line:
            yield other


def subjects(data: Data, most: int) -> list[str]:
    """Give IRIs of things that are spoken of, spread over the whole dataset."""
    with data.file.open(encoding="utf-8") as file:
        found = dict.fromkeys(line[1 : line.index(">")] for line in file if line[0] == "<")
    names = [one for one in found if one.startswith(data.base)]
    return names[:: max(len(names) // most, 1)][:most]


def _written(name: str, base: str, lines: list[str], folder: Path) -> Data:
    place = folder / name
    place.mkdir(exist_ok=True)
    file = place / "data.nq"
    with file.open("w", encoding="utf-8") as target:
        target.writelines(lines)
    return Data(name, base, file, len(lines))

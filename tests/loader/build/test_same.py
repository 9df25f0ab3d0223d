"""Texts to N-Quads by the command itself: the same bytes for any workers and any hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ontology.dataset import DUMP, current_snapshot

ROOT = Path(__file__).parents[3]
COMMAND = "from loader.cli import main; main()"
TEXTS = (
    "Denmark and Latvia signed a defence agreement in Riga on 3 May 2030.",
    "Canada’s Defence Minister, Anne Tremblay, visited Estonia. “We are allies,” Tremblay said.",
    "Kenya will send two frigates and 120 sailors to Exercise Blue Heron next year.",
    "Japan has trained more than 4,000 Kenyan soldiers at the naval base in Tromsa since 2028.",
)


def _dump(folder: Path, out: Path, workers: int, seed: int) -> bytes:
    command = [sys.executable, "-c", COMMAND, "build", str(folder), "--out", str(out)]
    command += ["--workers", str(workers)]
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return (current_snapshot(out) / DUMP).read_bytes()


def test_workers_and_hash_seed_change_no_byte_of_what_texts_become(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(f"{text} The ministry confirmed it.\n", "utf-8")
    first, *others = (
        _dump(folder, tmp_path / f"out-{number}", number + 1, number) for number in range(3)
    )
    assert others == [first, first]
    assert len(first) > 10_000

"""Checks, full text and dumps of a store by several processes: the same files as by one."""

from __future__ import annotations

import shutil
from pathlib import Path

from loader.build.finish import finish
from ontology.dataset import DUMP, OTHER_DUMPS, SEARCH, STORE
from ontology.iris import Base


def test_several_processes_make_the_files_that_one_makes(
    gold_snapshot: Path, tmp_path: Path
) -> None:
    alone, shared = tmp_path / "alone", tmp_path / "shared"
    calls: list[None] = []
    for folder in (alone, shared):
        shutil.copytree(gold_snapshot / STORE, folder / STORE)
    made = finish(alone, Base(), 1)
    assert finish(shared, Base(), 2, lambda: calls.append(None)) == made
    assert len(calls) > 30
    assert made.breaches == ()
    assert made.id == gold_snapshot.name
    for name in (DUMP, *OTHER_DUMPS, SEARCH):
        assert (shared / name).read_bytes() == (alone / name).read_bytes()

"""Publishing: one rename, a crash leaves the old snapshot, the newest are kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from loader.build.snapshot import BusyError, publish, staging
from ontology.dataset import DUMP, Manifest, current_snapshot, read_manifest
from tests.support.crash import PLACES

ROOT = Path(__file__).parents[3]


def put(out: Path, name: str, minute: int, kept: int = 5) -> Path:
    manifest = Manifest(name, "http://localhost:8000/", f"2031-01-01T00:{minute:02}:00Z", {}, {})
    with staging(out) as folder:
        (folder / DUMP).write_bytes(name.encode())
        return publish(folder, manifest, out, kept)


def names(out: Path) -> set[str]:
    return {path.name for path in (out / "snapshots").iterdir()}


def test_the_newest_snapshots_are_kept_and_the_last_is_current(tmp_path: Path) -> None:
    for number in range(7):
        put(tmp_path, f"{number:016}", number, kept=3)
    assert names(tmp_path) == {f"{number:016}" for number in (4, 5, 6)}
    assert current_snapshot(tmp_path).name == f"{6:016}"


def test_going_back_to_older_data_makes_it_current_and_newest(tmp_path: Path) -> None:
    for minute, name in enumerate(("a" * 16, "b" * 16, "a" * 16, "c" * 16)):
        put(tmp_path, name, minute, kept=2)
    assert names(tmp_path) == {"a" * 16, "c" * 16}
    assert read_manifest(tmp_path / "snapshots" / ("a" * 16)).created.endswith("02:00Z")


def test_the_link_is_relative_so_that_the_folder_can_be_moved(tmp_path: Path) -> None:
    put(tmp_path / "old", "a" * 16, 0)
    (tmp_path / "old").rename(tmp_path / "new")
    assert (current_snapshot(tmp_path / "new") / DUMP).read_bytes() == b"a" * 16


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    with staging(tmp_path), pytest.raises(BusyError, match="another build"), staging(tmp_path):
        pass


def test_a_failed_build_leaves_nothing_aside(tmp_path: Path) -> None:
    def fail() -> None:
        with staging(tmp_path) as folder:
            (folder / "half").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert names(tmp_path) == set()


@pytest.mark.parametrize("step", PLACES)
def test_a_build_killed_at_any_step_leaves_the_old_snapshot_serving(
    tmp_path: Path, step: str
) -> None:
    put(tmp_path, "a" * 16, 0)
    command = [sys.executable, "-m", "tests.support.crash", str(tmp_path), step]
    ended = subprocess.run(command, cwd=ROOT, env=os.environ, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert (current_snapshot(tmp_path) / DUMP).read_bytes() == b"a" * 16
    put(tmp_path, "b" * 16, 1)
    assert (current_snapshot(tmp_path) / DUMP).read_bytes() == b"b" * 16
    assert not any(name.startswith(".") for name in names(tmp_path))

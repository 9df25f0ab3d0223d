"""Downloads: every format holds the same, the same data the same bytes, the patch what changed."""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

from loader.build.changes import differences
from ontology import canon
from ontology.dataset import CHANGES, DUMP, OTHER_DUMPS, current_snapshot, read_manifest
from tests.support.readings import build_small, small_article

ROOT = Path(__file__).parents[3]
FORMATS = {"trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD, "ttl": RdfFormat.TURTLE}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dumps")
    build_small(folder, [small_article(1), small_article(2)])
    build_small(folder, [small_article(2), small_article(3)])
    return folder


def read(path: Path, form: RdfFormat) -> list[Quad]:
    return list(parse(gzip.decompress(path.read_bytes()), format=form))


@pytest.mark.parametrize("name", OTHER_DUMPS)
def test_every_format_holds_what_the_canonical_dump_holds(out: Path, name: str) -> None:
    folder = current_snapshot(out)
    every = read(folder / DUMP, RdfFormat.N_QUADS)
    if name == "data.ttl.gz":
        every = [quad for quad in every if quad.graph_name == DefaultGraph()]
    found = read(folder / name, FORMATS[name.split(".")[1]])
    assert len(found) > 1000
    assert canon.digest(canon.to_lines(found)) == canon.digest(canon.to_lines(every))


def test_the_manifest_tells_size_and_checksum_of_each_file(out: Path) -> None:
    folder = current_snapshot(out)
    files = read_manifest(folder).files
    assert set(files) == {DUMP, *OTHER_DUMPS, CHANGES}
    for name, told in files.items():
        data = (folder / name).read_bytes()
        assert told == {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def test_the_patch_makes_the_new_snapshot_of_the_old_one(out: Path) -> None:
    new = read_manifest(current_snapshot(out))
    old = out / "snapshots" / new.previous
    lines = set(gzip.decompress((old / DUMP).read_bytes()).splitlines())
    patch = gzip.decompress((out / "snapshots" / new.id / CHANGES).read_bytes()).splitlines()
    assert patch[0] == f"H id <urn:entente:{new.id}> .".encode()
    assert patch[1] == f"H prev <urn:entente:{new.previous}> .".encode()
    removed = {line[2:] for line in patch if line.startswith(b"D ")}
    added = {line[2:] for line in patch if line.startswith(b"A ")}
    assert new.changes == {"added": len(added), "removed": len(removed)}
    assert removed <= lines
    after = gzip.decompress((current_snapshot(out) / DUMP).read_bytes()).splitlines()
    assert (lines - removed) | added == set(after)


def test_a_first_snapshot_and_the_same_again_tell_no_change(tmp_path: Path) -> None:
    first = build_small(tmp_path)
    assert read_manifest(first.folder).previous == ""
    again = build_small(tmp_path)
    assert again.id == first.id
    assert read_manifest(again.folder).changes == {}
    other = build_small(tmp_path, [small_article(2)])
    once_more = build_small(tmp_path, [small_article(2)])
    assert once_more.id == other.id
    manifest = read_manifest(once_more.folder)
    assert manifest.previous == first.id
    assert (once_more.folder / CHANGES).is_file()
    assert manifest.changes["added"] > 0


def test_the_same_data_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "tests.support.gold", str(tmp_path / seed)]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    first, second = (read_manifest(current_snapshot(tmp_path / seed)) for seed in ("1", "2"))
    assert first.files == second.files


def test_differences_of_sorted_lines() -> None:
    found = list(differences([b"a", b"b", b"d"], [b"b", b"c"]))
    assert found == [(b"D", b"a"), (b"A", b"c"), (b"D", b"d")]

"""A manifest comes back as it was written; what is missing or broken says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.dataset import MANIFEST, Manifest, NoSnapshotError, current_snapshot, read_manifest

names = st.text(st.characters(codec="utf-8"), max_size=8)
manifests = st.builds(
    Manifest,
    id=names,
    base=names,
    created=names,
    counts=st.dictionaries(names, st.integers(0)),
    versions=st.dictionaries(names, names),
    checks=st.lists(names),
    rejected=st.lists(names),
)


@given(manifest=manifests)
def test_manifest_comes_back_as_it_was_written(
    manifest: Manifest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("snapshot")
    manifest.write(folder)
    assert read_manifest(folder) == manifest


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"id": "x", "colour": "red"}', "null"])
def test_a_broken_manifest_is_refused_with_what_to_do(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(NoSnapshotError, match=r"holds no snapshot .*entente-load build"):
        read_manifest(tmp_path)


def test_a_missing_manifest_is_refused_by_folder(tmp_path: Path) -> None:
    with pytest.raises(NoSnapshotError, match=str(tmp_path)):
        read_manifest(tmp_path)


def test_current_snapshot_is_where_the_link_leads(tmp_path: Path) -> None:
    folder = tmp_path / "snapshots" / "0123"
    folder.mkdir(parents=True)
    Manifest("0123", "http://localhost:8000/", "", {}, {}).write(folder)
    (tmp_path / "current").symlink_to("snapshots/0123")
    assert current_snapshot(tmp_path) == folder.resolve()


def test_no_snapshot_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoSnapshotError, match=f"entente-load build seeds --out {tmp_path}"):
        current_snapshot(tmp_path)


def test_a_link_that_leads_nowhere_is_no_snapshot(tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to("snapshots/gone")
    with pytest.raises(NoSnapshotError, match="no snapshot under"):
        current_snapshot(tmp_path)

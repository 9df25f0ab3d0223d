from pathlib import Path

import pytest

from ontology.dataset import NoSnapshotError
from server.snapshots import Snapshot, Snapshots, open_snapshot
from tests.support.tiny import publish

MORE = "GRAPH <graph/curated> { id:osterlich a ent:State . }"


def test_a_new_snapshot_is_noticed_and_the_old_one_goes_on_for_who_holds_it(
    tmp_path: Path,
) -> None:
    first = publish(tmp_path).id
    snapshots = Snapshots(tmp_path)
    held = snapshots.current()
    second = publish(tmp_path, MORE).id
    assert (held.id, snapshots.current().id) == (first, second)
    assert snapshots.current() is snapshots.current()
    assert _size(held) == _size(snapshots.current()) - 1


def test_a_link_that_leads_nowhere_leaves_the_old_snapshot(tmp_path: Path) -> None:
    first = publish(tmp_path).id
    snapshots = Snapshots(tmp_path)
    (tmp_path / "current").unlink()
    assert snapshots.current().id == first
    (tmp_path / "current").symlink_to("snapshots/none")
    assert snapshots.current().id == first


def test_a_snapshot_that_cannot_be_opened_leaves_the_old_one(tmp_path: Path) -> None:
    first = publish(tmp_path / "out").id
    snapshots = Snapshots(tmp_path / "out")
    second = publish(tmp_path / "other", MORE)
    broken = tmp_path / "out" / "snapshots" / second.id
    broken.mkdir()
    second.write(broken)
    (tmp_path / "out" / "current").unlink()
    (tmp_path / "out" / "current").symlink_to(broken)
    assert snapshots.current().id == first


def test_where_nothing_is_published_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoSnapshotError, match="entente-load build"):
        Snapshots(tmp_path)
    with pytest.raises(NoSnapshotError, match="entente-load build"):
        open_snapshot(tmp_path)


def test_nothing_can_be_written_to_a_snapshot(tmp_path: Path) -> None:
    publish(tmp_path)
    with pytest.raises(RuntimeError, match="only possible on read-write"):
        Snapshots(tmp_path).current().store._store.clear()  # type: ignore[attr-defined]


def _size(snapshot: Snapshot) -> int:
    return sum(1 for _ in snapshot.store.quads_for_pattern(None, None, None))

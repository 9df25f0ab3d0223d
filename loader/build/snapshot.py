"""Snapshots on disk: made aside, put in place by one rename, the oldest cleared away."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontology.dataset import (
    CHANGES,
    DUMP,
    MANIFEST,
    RELEASES,
    Manifest,
    NoSnapshotError,
    read_manifest,
)

from ..errors import LoaderError

KEPT = 5
_ASIDE = ".building-"


class BusyError(LoaderError):
    """Another build is writing to the same folder."""


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Give an empty folder to build in; what is left in it at the end is removed.

    Raises:
        BusyError: When another build is at work under ``out``.
    """
    snapshots = out / "snapshots"
    snapshots.mkdir(parents=True, exist_ok=True)
    with (out / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError(f"{out}: another build is writing here; wait for it to end") from error
        for left in snapshots.glob(f"{_ASIDE}*"):
            shutil.rmtree(left)
        folder = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=snapshots))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def publish(built: Path, manifest: Manifest, out: Path, kept: int = KEPT) -> Path:
    """Put a built snapshot in place and make it current.

    The same data has the same id: then the store that is there stays, and every file beside it is
    replaced, the manifest last, for another version may have made other files of the same data.

    Args:
        built: Folder with everything but the manifest; it is moved.
        manifest: What the snapshot says of itself.
        out: Folder of the dataset; ``out/current`` comes to point at the snapshot.
        kept: Number of snapshots that stay, the newest.

    Returns:
        The snapshot's folder.
    """
    target = out / "snapshots" / manifest.id
    manifest.write(built)
    if target.exists():
        _renew(built, target)
    else:
        built.chmod(0o755)
        built.rename(target)
    _point(out / "current", Path("snapshots") / manifest.id)
    _clear(out / "snapshots", target, kept)
    return target


def _renew(built: Path, target: Path) -> None:
    files = [path for path in built.iterdir() if path.is_file()]
    for path in sorted(files, key=lambda path: path.name == MANIFEST):
        path.replace(target / path.name)


def _point(link: Path, target: Path) -> None:
    aside = link.with_name(".current")
    aside.unlink(missing_ok=True)
    aside.symlink_to(target)
    aside.replace(link)


def _clear(snapshots: Path, current: Path, kept: int) -> None:
    others = [folder for folder in snapshots.iterdir() if folder != current and folder.is_dir()]
    others.sort(key=_created, reverse=True)
    for folder in others[max(kept - 1, 0) :]:
        _keep_dump(folder, snapshots.parent / RELEASES)
        shutil.rmtree(folder)


def _keep_dump(folder: Path, releases: Path) -> None:
    """Keep the dump and manifest of a snapshot that goes, for whoever cited it."""
    if not (folder / DUMP).is_file():
        return
    releases.mkdir(exist_ok=True)
    if (folder / MANIFEST).is_file():
        (folder / MANIFEST).replace(releases / f"{folder.name}.json")
    (folder / DUMP).replace(releases / f"{folder.name}.nq.gz")
    if (folder / CHANGES).is_file():
        (folder / CHANGES).replace(releases / f"{folder.name}.rdfp.gz")


def _created(folder: Path) -> str:
    try:
        return read_manifest(folder).created
    except NoSnapshotError:
        return ""

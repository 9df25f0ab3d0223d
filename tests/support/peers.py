"""Fetches what the widest tests need into ``.venv/peers``: the W3C's suites and Comunica.

Run as ``python -m tests.support.peers`` (``make peers``). Nothing of it is part of the project.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
PEERS = ROOT / ".venv/peers"
SUITES, COMUNICA = PEERS / "w3c", PEERS / "comunica"
# rdflib's source distribution holds the suites of SPARQL 1.0 and 1.1 as the W3C published them.
SOURCE_SHA256 = "6c831288d5e4a5a7ece85d0ccde9877d512a3d0f02d7c06455d00d6d0ea379df"
INSIDE = "test/data/suites/w3c/"
LOCK = ("package.json", "package-lock.json")


def main() -> None:
    """Fetch what is not there yet."""
    if not SUITES.is_dir():
        fetch_suites()
    if _locked(COMUNICA) != _locked(ROOT / "tests/peers"):
        fetch_comunica()


def fetch_suites() -> None:
    """Take the suites out of the pinned source distribution.

    Raises:
        ValueError: When what came is not what was pinned.
    """
    pinned = re.findall(r"^rdflib==\S+$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    with TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command = [*pip, "--no-binary", "rdflib", "--dest", folder, *pinned]
        subprocess.run(command, check=True)
        (archive,) = Path(folder).glob("rdflib-*.tar.gz")
        if (found := hashlib.sha256(archive.read_bytes()).hexdigest()) != SOURCE_SHA256:
            raise ValueError(f"{archive.name} has SHA-256 {found}, not {SOURCE_SHA256}")
        with tarfile.open(archive) as source:
            source.extractall(folder, filter="data")
        (inside,) = Path(folder).glob(f"rdflib-*/{INSIDE}")
        shutil.copytree(inside, SUITES)


def fetch_comunica() -> None:
    """Install Comunica as the lock file has it; no package's own script is run."""
    if not (npm := shutil.which("npm")):
        print("npm is not here: Comunica is left out", file=sys.stderr)  # noqa: T201
        return
    COMUNICA.mkdir(parents=True, exist_ok=True)
    for name in LOCK:
        shutil.copy(ROOT / "tests/peers" / name, COMUNICA)
    flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([npm, "ci", *flags], cwd=COMUNICA, check=True)


def _locked(folder: Path) -> bytes:
    lock, modules = folder / LOCK[1], folder / "node_modules"
    is_whole = lock.is_file() and (folder != COMUNICA or modules.is_dir())
    return lock.read_bytes() if is_whole else b""


if __name__ == "__main__":
    main()

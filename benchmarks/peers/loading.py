"""How each peer loads N-Quads into a folder of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

from ontology import dataset

from .data import ROOT, Data

SETTINGS = Path("/etc/virtuoso-opensource-7/virtuoso.ini")
CHANGED = {
    "NumberOfBuffers": "170000",
    "MaxDirtyBuffers": "130000",
    "ResultSetMaxRows": "2000000",
    "MaxQueryCostEstimationTime": "0",
    "MaxQueryExecutionTime": "30",
    "ServerThreads": "100",
}
"""What is set otherwise than in Virtuoso's package: memory for 2 GB, whole answers, 64 clients."""
STORE = """
import sys
from pyoxigraph import RdfFormat, Store
store = Store(sys.argv[1])
store.bulk_load(path=sys.argv[2], format=RdfFormat.N_QUADS)
store.optimize()
store.flush()
"""


def entente(data: Data, folder: Path) -> None:
    """Fill a snapshot's store, as builds do, in a process of its own."""
    place = folder / "snapshots" / "00000000000000aa"
    place.mkdir(parents=True)
    command = [sys.executable, "-c", STORE, str(place / dataset.STORE), str(data.file)]
    subprocess.run(command, cwd=ROOT, check=True)
    made = "2026-01-02T03:04:05Z"
    dataset.Manifest(place.name, data.base, made, {}, {"entente": "0"}).write(place)
    (folder / "current").symlink_to(place)


def oxigraph(data: Data, folder: Path) -> None:
    """Load by the command itself."""
    command = [str(Path(sys.executable).with_name("oxigraph")), "load", "--location"]
    command += [str(folder / "store"), "--file", str(data.file)]
    subprocess.run(command, check=True, capture_output=True)


def nothing(data: Data, folder: Path) -> None:
    """Load nothing: the server reads the file when it starts."""


def virtuoso(data: Data, folder: Path) -> None:
    """Load by Virtuoso's bulk loader; what has no graph goes into one with a name."""
    sql, http = free_port(), free_port()
    virtuoso_settings(folder, http, sql)
    command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    with (folder / "load.txt").open("wb") as words:
        process = subprocess.Popen(command, cwd=folder, stdout=words, stderr=words)
        try:
            _wait(sql)
            target = f"{data.base}graph/default"
            _order(sql, f"ld_dir('{data.file.parent}', '{data.file.name}', '{target}')")
            _order(sql, "rdf_loader_run()")
            _order(sql, "checkpoint")
        finally:
            process.terminate()
            process.wait()


def virtuoso_settings(folder: Path, http: int, sql: int) -> None:
    """Write settings into a folder: the package's own but for places and what ``CHANGED`` names."""
    text = SETTINGS.read_text()
    text = text.replace("/var/lib/virtuoso-opensource-7/db/", f"{folder}/")
    text = text.replace("/var/lib/virtuoso-opensource-7/vsp", f"{folder}/vsp")
    text = text.replace("= 1111", f"= 127.0.0.1:{sql}").replace("= 8890", f"= 127.0.0.1:{http}")
    lines = []
    for line in text.splitlines():
        name = line.partition("=")[0].strip()
        line = f"{name} = {CHANGED[name]}" if name in CHANGED else line
        lines.append(f"{line}, {folder.parent}" if name == "DirsAllowed" else line)
    (folder / "vsp").mkdir(exist_ok=True)
    (folder / "virtuoso.ini").write_text("\n".join(lines) + "\n")


def disk_mb(folder: Path) -> float:
    """Give the size of all files below a folder."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return sum(one.stat().st_blocks * 512 for one in files) / 1e6


def _order(sql: int, words: str) -> None:
    command = ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={words};"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or "Error" in done.stderr + done.stdout:
        raise RuntimeError(f"Virtuoso would not {words}: {done.stdout}{done.stderr}")


def _wait(port: int) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens on port {port}")


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port

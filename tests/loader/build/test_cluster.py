"""Articles read on a Dask cluster of real processes: the same bytes, whoever dies or joins."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ontology.dataset import DUMP, current_snapshot
from tests.support.cluster import ROOT, cluster

pytest.importorskip("distributed", reason="Dask is not here; pip install 'entente[cluster]'")
LOAD = "from loader.cli import main; main()"
TEXT = "Denmark and Latvia signed a defence agreement in Riga on {day} May 2030. {more}\n"
MORE = "Latvia will send {number} sailors to Exercise Blue Heron next year. "


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(60):
        more = "".join(MORE.format(number=100 + number + one) for one in range(12))
        text = TEXT.format(day=1 + number % 28, more=more)
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


def command(articles: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-c", LOAD, "build", str(articles), "--out", str(out), *options]


def dump(out: Path) -> bytes:
    return (current_snapshot(out) / DUMP).read_bytes()


def cached(out: Path) -> int:
    return sum(1 for _ in (out / "cache" / "readings").rglob("*.json"))


def test_a_cluster_gives_the_bytes_that_one_process_gives_though_a_worker_dies(
    articles: Path, tmp_path: Path
) -> None:
    alone, spread = tmp_path / "alone", tmp_path / "spread"
    subprocess.run(command(articles, alone, "--workers", "1"), cwd=ROOT, check=True)
    with cluster(tmp_path) as dask:
        first, _ = dask.add_worker(), dask.add_worker()
        line = command(articles, spread, "--cluster", dask.address)
        with subprocess.Popen(line, cwd=ROOT) as build:
            while cached(spread) < 5 and build.poll() is None:
                time.sleep(0.01)
            assert build.poll() is None
            first.kill()
            dask.add_worker()
            assert build.wait(120) == 0
    assert dump(spread) == dump(alone)


def test_a_build_that_was_killed_goes_on_where_it_was(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with cluster(tmp_path) as dask:
        dask.add_worker()
        line = command(articles, out, "--cluster", dask.address)
        with subprocess.Popen(line, cwd=ROOT) as build:
            while cached(out) < 5 and build.poll() is None:
                time.sleep(0.01)
            build.kill()
        kept = {path: path.stat().st_mtime_ns for path in (out / "cache").rglob("*.json")}
        assert 5 <= len(kept) < 60
        subprocess.run(line, cwd=ROOT, check=True)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert cached(out) == 60


POISON = """
import json, sys
from loader.build.cluster import cluster_outcomes
from tests.support.readings import read_or_hang, small_article
items = [small_article(number) for number in (1, 13, 14, 15, 2, 16, 3)]
if __name__ == "__main__":
    found = cluster_outcomes(items, read_or_hang, sys.argv[1], limit=15)
    print(json.dumps([getattr(one, "reason", "read") for one in found]))
"""


def test_a_poisonous_article_costs_only_itself(tmp_path: Path) -> None:
    with cluster(tmp_path) as dask:
        for _ in range(2):
            dask.add_worker(nanny=True)
        line = [sys.executable, "-c", POISON, dask.address]
        done = subprocess.run(
            line, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=200
        )
    first, refused, failed, died, second, hung, third = json.loads(done.stdout)
    assert [first, second, third] == ["read"] * 3
    assert "number thirteen" in refused
    assert "IndexError" in failed
    assert "worker that read it died" in died
    assert "took over 15 s" in hung


def test_a_cluster_that_is_not_there_is_told(articles: Path, tmp_path: Path) -> None:
    script = (
        "from loader.build import cluster; cluster.JOIN_S = 1; from loader.cli import main; main()"
    )
    line = command(articles, tmp_path / "out", "--cluster", "tcp://127.0.0.1:1")
    line[2] = script
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert done.returncode == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in done.stderr

"""Canonical N-Quads that fit on disk but not in memory."""

from __future__ import annotations

import gzip
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from loader.build.canonical import sorted_lines, write_dump
from ontology.canon import digest, to_lines

LINES = st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n")))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lines=LINES, run=st.integers(1, 4))
def test_lines_sorted_in_small_runs_are_those_sorted_at_once(
    tmp_path: Path, lines: list[str], run: int
) -> None:
    encoded = [f"{line}\n".encode() for line in lines]
    assert list(sorted_lines(encoded, tmp_path, run)) == sorted(set(encoded))


def test_the_dump_is_the_ontologys_canonical_form_whatever_the_order(tmp_path: Path) -> None:
    quads = [
        Quad(NamedNode("x:s"), NamedNode("x:p"), Literal(f"öl {number % 40}\n"))
        for number in range(100)
    ]
    results = []
    for number, order in enumerate((quads, quads[::-1])):
        store = Store()
        store.bulk_extend(order)
        path = tmp_path / f"{number}.nq.gz"
        results.append((write_dump(store, path), path.read_bytes()))
    lines = to_lines(quads)
    assert results[0] == results[1]
    assert results[0][0] == (digest(lines), 40)
    assert gzip.decompress(results[0][1]).decode().splitlines() == lines

"""The threat model names tests that there are, and a row tells what remains."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAPER = (ROOT / "THREAT_MODEL.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAPER)
ROWS = [line for line in PAPER.splitlines() if "`tests/" in line]


def test_each_test_that_is_named_exists() -> None:
    assert len(NAMED) >= 30
    missing = [
        f"{path}::{name}"
        for path, name in NAMED
        if not (ROOT / path).is_file() or f"def {name}(" not in (ROOT / path).read_text("utf-8")
    ]
    assert missing == []


def test_each_threat_tells_what_stops_it_and_what_remains() -> None:
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in ROWS]
    assert len(cells) >= 28
    assert [row for row in cells if len(row) != 4 or not all(row)] == []

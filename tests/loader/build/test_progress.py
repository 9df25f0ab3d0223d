"""How far a build has come, and how long its steps took."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from loader.build.pool import Rejected
from loader.build.progress import Steps
from loader.build.report import Report, peak_memory


def shown(terminal: bool) -> tuple[Steps, str]:
    out = StringIO()
    steps = Steps(Console(file=out, width=80, force_terminal=terminal))
    with steps.step("read", 3) as done:
        for _ in range(3):
            done()
    with steps.step("check"):
        pass
    return steps, out.getvalue()


def test_elsewhere_than_on_a_terminal_each_step_is_one_plain_line() -> None:
    steps, text = shown(terminal=False)
    first, second = text.splitlines()
    assert first.startswith("read (3): ")
    assert second.startswith("check: ")
    assert list(steps.seconds) == ["read", "check"]


def test_a_terminal_shows_bars_that_end_full() -> None:
    _, text = shown(terminal=True)
    assert "3/3" in text
    assert "\x1b[" in text


def test_a_step_that_fails_does_not_swallow_the_failure() -> None:
    def fail() -> None:
        with Steps().step("read"):
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()


def test_a_report_tells_what_was_built_and_what_was_left_out() -> None:
    report = Report(
        folder=Path("out/snapshots/ab"),
        id="ab",
        counts={"articles": 1200},
        rejected=(Rejected("x.txt", "it is empty"),),
        notes=("look here",),
        seconds={"read": 1.25},
        peak_mb=1234,
    )
    assert report.text().splitlines() == [
        "published out/snapshots/ab",
        "  1,200 articles",
        "  read 1.2 s; peak memory 1,234 MB",
        "  left out x.txt: it is empty",
        "  note: look here",
    ]


def test_peak_memory_is_of_the_order_of_a_python_process() -> None:
    assert 5 < peak_memory() < 100_000

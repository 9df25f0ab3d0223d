"""How far the build has come: bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


def _nothing() -> None:
    return None


@dataclass(slots=True)
class Steps:
    """The steps of a build, shown while they run and timed.

    Attributes:
        console: Where to show them (standard error by habit); None shows nothing.
        seconds: Step → seconds it took, in the order of the steps.
    """

    console: Console | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str, total: int | None = None) -> Iterator[Callable[[], None]]:
        """Run a step; what is given is to be called after each of ``total`` items."""
        began = time.perf_counter()
        with self._shown(name, total) as advance:
            yield advance
        self.seconds[name] = time.perf_counter() - began
        if self.console and not self.console.is_terminal:
            items = "" if total is None else f" ({total})"
            self.console.print(f"{name}{items}: {self.seconds[name]:.1f} s", highlight=False)

    @contextmanager
    def _shown(self, name: str, total: int | None) -> Iterator[Callable[[], None]]:
        if self.console is None or not self.console.is_terminal:
            yield _nothing
            return
        columns = [TextColumn("{task.description:<12}"), BarColumn(), TimeElapsedColumn()]
        if total is not None:
            columns.insert(2, MofNCompleteColumn())
        with Progress(*columns, console=self.console) as bars:
            task = bars.add_task(name, total=total)
            yield lambda: bars.advance(task)
            bars.update(task, total=total or 1, completed=total or 1)

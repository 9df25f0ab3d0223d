"""What a build did, for people and for scripts."""

from __future__ import annotations

import resource
from dataclasses import dataclass
from pathlib import Path

from .pool import Rejected


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a build.

    Attributes:
        folder: The published snapshot.
        id: Its id.
        counts: Name → number: articles, passages, claims, things, quads, inferred, ….
        rejected: Input that was left out.
        notes: What was built but deserves a look, one sentence each.
        seconds: Step → seconds.
        peak_mb: Largest resident memory of this process and of any of its children, in MB.
    """

    folder: Path
    id: str
    counts: dict[str, int]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...]
    seconds: dict[str, float]
    peak_mb: int

    def text(self) -> str:
        """Give the report as lines of text."""
        counts = ", ".join(f"{number:,} {name}" for name, number in self.counts.items())
        seconds = ", ".join(f"{name} {value:.1f} s" for name, value in self.seconds.items())
        return "\n".join(
            [
                f"published {self.folder}",
                f"  {counts}",
                f"  {seconds}; peak memory {self.peak_mb:,} MB",
                *(f"  left out {rejected}" for rejected in self.rejected),
                *(f"  note: {note}" for note in self.notes),
            ]
        )


def peak_memory() -> int:
    """Give the largest resident memory so far, of this process or a finished child, in MB."""
    usage = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(int(one.ru_maxrss) for one in usage) // 1024

"""A small build that is killed before one of its steps: ``OUT STEP``."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from loader.build import compile as compiling
from loader.build import finish, gather, pipeline, snapshot
from tests.support.readings import build_small

PLACES: dict[str, tuple[ModuleType, str]] = {
    "read": (gather, "read_all"),
    "load": (compiling, "fill"),
    "infer": (compiling, "infer"),
    "check": (finish, "run_check"),
    "index": (finish, "write_search"),
    "dump": (finish, "write_dump"),
    "settle": (compiling, "settle"),
    "publish": (pipeline, "publish"),
    "link": (snapshot, "_point"),
}


def die(*_: object, **__: object) -> None:
    """End this process at once, as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def main(out: Path, step: str) -> None:
    """Build, and die before the step."""
    with patch.object(*PLACES[step], die):
        build_small(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

"""What every request draws on."""

from __future__ import annotations

from dataclasses import dataclass

from .cache import Cache
from .config import Config
from .ledger import Ledger
from .metrics import Counts
from .query import Engine
from .sending import Streams
from .snapshots import Snapshots


@dataclass(frozen=True, slots=True)
class Services:
    """The application's parts, made once."""

    config: Config
    snapshots: Snapshots
    engine: Engine
    remembered: Cache[bytes]
    streams: Streams
    ledger: Ledger
    counts: Counts

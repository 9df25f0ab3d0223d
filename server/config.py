"""Settings: one declared table that flags, ``ENTENTE_*`` variables and documentation read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from math import inf
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

from ontology.endpoint import check_address

from .federation import read_prefixes
from .reporting import read_report_to

ENV_PREFIX = "ENTENTE"


@dataclass(frozen=True, slots=True)
class Config:
    """What an operator can set: each field one setting, with its unit and what it does."""

    snapshots: Annotated[Path, "folder", "Where entente-load publishes snapshots."] = Path("build")
    store: Annotated[
        str, "addresses", "SPARQL engines that hold the data, in place of the snapshot's store."
    ] = ""
    host: Annotated[str, "address", "Address to listen on."] = "127.0.0.1"
    port: Annotated[int, "port", "Port to listen on."] = 8000
    workers: Annotated[int, "processes", "Server processes that share the port."] = 2
    page_threads: Annotated[int, "threads", "Threads of a process kept free of user queries."] = 8
    query_workers: Annotated[int, "processes", "Query processes of each server process."] = 2
    query_queue: Annotated[int, "requests", "Queries that may wait; more are sent away."] = 8
    streams: Annotated[int, "answers", "Answers over 256 KiB that are sent at the same time."] = 32
    uploads: Annotated[int, "requests", "Request bodies that are received at the same time."] = 32
    stall_s: Annotated[
        float, "seconds", "How long a reader of a large answer may take nothing of it."
    ] = 60.0
    deadline_s: Annotated[float, "seconds", "Longest time that one query may take."] = 10.0
    memory_mb: Annotated[int, "MiB", "Address space that one query process may use."] = 2048
    output_mb: Annotated[int, "MiB", "Largest result of one query."] = 256
    request_kb: Annotated[int, "KiB", "Largest request body."] = 256
    cache_mb: Annotated[int, "MiB", "Memory for answers given before; 0 keeps none."] = 16
    max_age_s: Annotated[int, "seconds", "How long a client may use an answer unasked."] = 60
    budget_s: Annotated[
        float, "seconds", "Query time that a client may use at once; comes back in two minutes."
    ] = 120.0
    budget_failures: Annotated[
        int, "queries", "Queries that may fail a client likewise; 0 here or above sets no budget."
    ] = 60
    budget_local: Annotated[int, "0 or 1", "Whether clients on this machine have budgets too."] = 0
    metrics_open: Annotated[int, "0 or 1", "Whether /metrics is open to other machines."] = 0
    incoming_limit: Annotated[int, "triples", "Incoming links given of one thing."] = 500
    row_limit: Annotated[int, "rows", "Rows drawn on the query page; downloads are whole."] = 1000
    services: Annotated[str, "addresses", "Endpoints that SERVICE may call, by prefix."] = ""
    report_to: Annotated[
        str, "address", "Where readers report errors; {page} in it is the page's address."
    ] = ""
    proxies: Annotated[int, "proxies", "Reverse proxies in front whose X-Forwarded-* count."] = 0

    def __post_init__(self) -> None:
        """Refuse numbers that cannot work.

        Raises:
            ValueError: Naming the setting and what it needs.
        """
        for setting in SETTINGS:
            value, (least, most) = getattr(self, setting.name), setting.bounds
            if setting.type in (int, float) and not least <= value <= most:
                fits = f"at least {least}" if most == inf else f"from {least} to {most:g}"
                raise ValueError(f"{setting.flag} is {value}, but must be {fits}")
        read_prefixes(self.services)
        for address in self.store.split():
            check_address(address)
        read_report_to(self.report_to)

    @property
    def engines(self) -> tuple[str, ...]:
        """Addresses of the engines; of several, the one that was published to last is asked."""
        return tuple(self.store.split())


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table.

    Attributes:
        name: Field of ``Config``.
        type: Python type of the value.
        default: Value when nothing is set.
        unit: What a number counts.
        help: One sentence.
    """

    name: str
    type: type
    default: Any
    unit: str
    help: str

    @property
    def flag(self) -> str:
        """The option on the command line, such as ``--deadline-s``."""
        return "--" + self.name.replace("_", "-")

    @property
    def variable(self) -> str:
        """The environment variable, such as ``ENTENTE_DEADLINE_S``."""
        return f"{ENV_PREFIX}_{self.name.upper()}"

    @property
    def bounds(self) -> tuple[float, float]:
        """Smallest and largest value that work, for a number."""
        return _BOUNDS.get(self.name, (1, inf))


_BOUNDS = {
    "budget_failures": (0, inf),
    "budget_local": (0, 1),
    "budget_s": (0, inf),
    "cache_mb": (0, inf),
    "deadline_s": (0.1, 30),
    "max_age_s": (0, inf),
    "memory_mb": (256, inf),
    "metrics_open": (0, 1),
    "port": (1, 65535),
    "proxies": (0, inf),
    "stall_s": (0.1, inf),
}


def _read_table() -> Iterator[Setting]:
    hints = get_type_hints(Config, include_extras=True)
    for row in fields(Config):
        kind, unit, meaning = get_args(hints[row.name])
        yield Setting(row.name, kind, row.default, unit, meaning)


SETTINGS = tuple(_read_table())

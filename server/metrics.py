"""Counts for Prometheus, over all server processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    values,
)
from prometheus_client.multiprocess import MultiProcessCollector

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Variable that names the folder where several processes put their counts together."""
TYPE = CONTENT_TYPE_LATEST
_BUCKETS = (0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30)


class Counts:
    """What one process counts; several share a folder, and each can tell the sum."""

    def __init__(self) -> None:
        if os.environ.get(FOLDER):
            values.ValueClass = values.MultiProcessValue()  # type: ignore[no-untyped-call]
        made = self._registry = CollectorRegistry()
        queries = Counter(
            "entente_queries", "Queries, by how they ended.", ["outcome"], registry=made
        )
        self.query = cache(queries.labels)
        self.seconds = Histogram(
            "entente_query_seconds",
            "Time that query processes spent on a query.",
            buckets=_BUCKETS,
            registry=made,
        )
        self.known = Counter(
            "entente_answers_known", "Answers to queries that were known by then.", registry=made
        )
        responses = Counter(
            "entente_responses", "Answers sent, by class of status.", ["status"], registry=made
        )
        self._responses = {first: responses.labels(f"{first}xx") for first in "12345"}
        self.snapshot = Gauge(
            "entente_snapshot_created_seconds",
            "When the data that is served was published.",
            multiprocess_mode="mostrecent",
            registry=made,
        )

    def render(self) -> bytes:
        """Write all counts in the text format."""
        if not os.environ.get(FOLDER):
            return generate_latest(self._registry)
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)

    def counting(self, application: Callable[..., Iterable[bytes]]) -> Callable[..., Any]:
        """Wrap a WSGI application: its answers are counted."""

        def counted(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
                self._responses[status[0]].inc()
                return start_response(status, headers, *rest)

            return application(environ, start)

        return counted

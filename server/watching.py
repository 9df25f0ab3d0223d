"""Watches over queries: budgets, counts, logs."""

from __future__ import annotations

from .budgets import Budgets
from .clients import Client
from .config import Config
from .logs import log_query
from .metrics import Counts
from .query import Ended

NO_FAULT = frozenset(("ok", "busy", "gone"))
"""Outcomes that no client is charged a failure for."""


class Watching:
    """What is done before a query runs and once it has ended."""

    def __init__(self, config: Config, counts: Counts) -> None:
        self._budgets, self._counts = Budgets(config), counts

    def admit(self, client: Client) -> None:
        """Let a client run one more query.

        Raises:
            ProblemError: 429 when it has used up a budget.
        """
        self._budgets.admit(client)

    def ended(self, ended: Ended) -> None:
        """Charge, count and log a query."""
        failed = ended.outcome not in NO_FAULT
        self._budgets.charge(ended.question.client, ended.seconds, failed=failed)
        self._counts.query(ended.outcome).inc()
        self._counts.seconds.observe(ended.seconds)
        log_query(ended.question.request.query, ended.outcome, ended.status, ended.seconds)

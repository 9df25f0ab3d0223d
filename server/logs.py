"""Structured logs: one JSON object a line.

Of a query its hash, outcome and time are logged; its text only where it failed.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sys
import time
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

LONGEST_TEXT = 2000
WITHOUT_TEXT = frozenset(("ok", "gone", "busy"))
"""Outcomes that are no failure of the query."""
QUERIES = logging.getLogger("server.queries")


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON; what a client sent cannot break the line."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one record."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": at, "level": record.levelname.lower()}
        line |= {"from": record.name, "message": record.getMessage()}
        line |= getattr(record, "facts", {})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


def write_json_lines() -> None:
    """Let everything that is logged in this process leave as JSON lines on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def log_query(text: str, outcome: str, status: int, seconds: float) -> None:
    """Log how one query ended; written by hand where it went well, for speed."""
    mark = hashlib.sha256(text.encode()).hexdigest()[:16]
    if outcome in WITHOUT_TEXT:
        at = _now()
        sys.stderr.write(
            f'{{"at": "{at}", "level": "info", "message": "query", "query": "{mark}", '
            f'"outcome": "{outcome}", "status": {status}, "seconds": {seconds:.4f}}}\n'
        )
        return
    facts = {"query": mark, "outcome": outcome, "status": status, "seconds": round(seconds, 4)}
    QUERIES.info("query", extra={"facts": facts | {"text": text[:LONGEST_TEXT]}})


def _now() -> str:
    now = time.time()
    return f"{_second(int(now))}.{int(now % 1 * 1000):03}+00:00"


@lru_cache(2)
def _second(second: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))

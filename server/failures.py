"""What a client is told when its query gave no answer: why, and what to change."""

from __future__ import annotations

import logging
import re
from typing import Any

from ontology import PREFIXES
from ontology.endpoint import EndpointError

from . import tokens
from .errors import Problem
from .workers import Limits, QueryFailedError

LOG = logging.getLogger(__name__)
_PLACE = re.compile(r"error at (\d+):(\d+): ")
_LONGEST = 240
MEND = "Mend it at that place."


def problem_of(error: QueryFailedError, limits: Limits, query: str = "") -> Problem:
    """Tell a client what became of its query, and what to change."""
    if error.kind == "syntax":
        return _syntax(error.detail, query)
    if error.kind == "evaluation":
        detail = f"The query could not be evaluated: {error.detail}"
        hint = "Change the query, or ask for another format where the format is the reason."
        return Problem(400, "query-evaluation", detail, hint)
    if error.kind == "service":
        detail = f"An endpoint that the query calls gave no answer: {error.detail[:_LONGEST]}"
        hint = "Ask it by itself to see why; with SERVICE SILENT the query goes on without it."
        return Problem(502, "service-failed", detail, hint)
    if error.kind.startswith("store-"):
        return _of_store(error.kind.removeprefix("store-"))
    status, detail, hint = _AT_LIMIT[error.kind]
    values = {"deadline_s": limits.deadline_s, "memory_mb": limits.memory_mb}
    values["output_mb"] = limits.output_mb
    headers = {"Retry-After": "5"} if error.kind == "busy" else {}
    return Problem(status, error.kind, detail.format(**values), hint, {"limits": values}, headers)


def problem_of_store(error: EndpointError) -> Problem:
    """Tell a client that the engine behind this server gave no answer that can be used."""
    LOG.warning("the engine behind this server gives no answer: %s", error)
    return _of_store(error.kind)


def _of_store(kind: str) -> Problem:
    status, detail = _OF_STORE.get(kind, (502, "The engine that holds the data is away."))
    hint = "Try again in a few seconds; if it stays so, tell whoever runs this server."
    return Problem(status, f"store-{kind}", detail, hint, headers={"Retry-After": "5"})


_OF_STORE = {
    "late": (504, "The engine that holds the data gave no answer in time."),
    "rubbish": (502, "The engine that holds the data gave an answer that cannot be read."),
    "denied": (502, "The engine that holds the data does not let this server in."),
    "refused": (502, "The engine that holds the data cannot run this, though it is valid SPARQL."),
    "cut": (
        413,
        "The engine that holds the data leaves out rows of so large a result, so none are given.",
    ),
    "too-large": (502, "The engine that holds the data sent more than this server takes."),
}


def _syntax(detail: str, query: str) -> Problem:
    members: dict[str, Any] = {}
    hint = MEND
    if place := _PLACE.search(detail):
        members = {"line": int(place[1]), "column": int(place[2])}
        detail = f"line {place[1]}, column {place[2]}: {detail[place.end() :]}"
    if len(detail) > _LONGEST:
        detail = detail[:_LONGEST].rpartition(",")[0] + ", …"
    if prefix := tokens.undeclared_prefix(query):
        detail = f"the prefix {prefix!r} is not declared"
        namespace = PREFIXES.get(prefix.rstrip(":"), "…")
        hint = f"Put this line at its head: PREFIX {prefix} <{namespace}>"
    if tokens.is_update(query):
        hint = (
            "Updates are not taken: this endpoint only answers SELECT, ASK, CONSTRUCT and DESCRIBE."
        )
    detail = f"The query is not valid SPARQL: {detail}."
    return Problem(400, "query-syntax", detail, hint, members)


_AT_LIMIT = {
    "deadline": (
        503,
        "The query was stopped after {deadline_s:g} seconds, the longest time a query may take.",
        "Make it narrower: name a class or a thing, bind variables early, avoid patterns that "
        "share no variable, add LIMIT (without ORDER BY), or download the dump.",
    ),
    "memory": (
        503,
        "The query was stopped because it needed more than {memory_mb} MiB of memory.",
        "Sort or group fewer rows, avoid patterns that share no variable and strings that grow, "
        "or download the dump.",
    ),
    "too-large": (
        413,
        "The result is larger than {output_mb} MiB, the most that one answer may hold.",
        "Add LIMIT and OFFSET (with ORDER BY), select fewer columns, or download the dump.",
    ),
    "busy": (
        503,
        "All query processes are at work and enough queries wait already.",
        "Send the query again in a few seconds.",
    ),
    "gone": (
        503,
        "The query was stopped because its client had left.",
        "Send the query again and wait for the answer.",
    ),
    "crash": (
        503,
        "The query ended its process; other queries are not touched.",
        "Write it with less nesting; if it is short and plain, please report it.",
    ),
}

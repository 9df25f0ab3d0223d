"""Problems: what a client is told when it cannot have what it asked for (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that is no success.

    Attributes:
        status: HTTP status, from 400 to 599.
        code: Short stable name, such as ``query-syntax``.
        detail: What was seen, in a sentence.
        hint: What to do about it, or empty.
        members: Further facts, such as ``line``, ``column``, ``formats``, ``limit``.
        headers: Headers that belong to the answer, such as ``Retry-After``.
    """

    status: int
    code: str
    detail: str
    hint: str = ""
    members: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The standard's phrase for the status."""
        return HTTPStatus(self.status).phrase

    def to_json(self) -> str:
        """Write ``application/problem+json`` (RFC 9457, section 3)."""
        body: dict[str, Any] = {"title": self.title, "status": self.status, "code": self.code}
        body |= {"detail": self.detail} | ({"hint": self.hint} if self.hint else {})
        return json.dumps(body | dict(self.members), ensure_ascii=False, indent=1) + "\n"

    def to_text(self) -> str:
        """Write plain text: the title, what was seen, what to do."""
        lines = [f"{self.status} {self.title}", self.detail, self.hint]
        return "\n".join(line for line in lines if line) + "\n"


class ProblemError(Exception):
    """Carries a problem up to where it is rendered."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


def fail(status: int, code: str, detail: str, hint: str = "", **members: Any) -> ProblemError:
    """Make the error that carries a problem; the caller raises it."""
    return ProblemError(Problem(status, code, detail, hint, members))

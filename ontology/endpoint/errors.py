"""Why an engine gave no answer that can be used."""

from __future__ import annotations


class EndpointError(Exception):
    """An engine gave no answer that can be used.

    Attributes:
        kind: ``away`` (nobody listens, or the connection broke), ``late`` (no answer in time),
            ``denied`` (it wants other credentials), ``refused`` (it does not take the request),
            ``rubbish`` (no SPARQL 1.1 answer), ``cut`` (an answer that is not whole) or
            ``too-large`` (beyond our own limit).
        detail: What was seen; never holds credentials.
        status: HTTP status that came, else 0.
    """

    def __init__(self, kind: str, detail: str, status: int = 0) -> None:
        super().__init__(kind, detail, status)
        self.kind, self.detail, self.status = kind, detail, status

    def __str__(self) -> str:
        return f"{self.detail} ({self.kind})"

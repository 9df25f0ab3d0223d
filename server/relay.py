"""What a query process sends on to an engine, in place of reading a store itself."""

from __future__ import annotations

from typing import Any

from ontology.endpoint import Published

from .errors import ProblemError, fail
from .protocol import QueryRequest
from .store.hiding import fit_dataset
from .tokens import Token, scan

_FORMS = {"SELECT": "select", "ASK": "ask", "CONSTRUCT": "graph", "DESCRIBE": "graph"}


def relay(published: Published | None, request: QueryRequest, base: str) -> dict[str, Any] | None:
    """Give what the engine is asked and how; None where the snapshot has a store of its own.

    Args:
        published: How the engine holds the dataset.
        request: The query.
        base: Base IRI of the dataset.

    Raises:
        ProblemError: 400 where it names several default graphs.
    """
    if published is None:
        return None
    if len(request.default_graphs) > 1:
        raise _several()
    tokens = scan(request.query)
    opening = _opening(tokens)
    text, graphs = fit_dataset(request.query, base, published.merge)
    if request.named_graphs is not None:
        graphs = [("default-graph-uri", iri) for iri in request.default_graphs]
        graphs += [("named-graph-uri", iri) for iri in request.named_graphs]
    return {
        "form": _FORMS[opening.text.upper()] if opening else "",
        "query": f"BASE <{base}> {text}",
        "checked": _lazily(request.query, opening),
        "counted": _counted(text, published),
        "graphs": graphs,
        "decimals": published.decimals,
    }


def _opening(tokens: list[Token]) -> Token | None:
    """Find the word that a query begins with after its prologue; None where it is no query."""
    words = (token for token in tokens if token.kind == "word")
    first = next((one for one in words if one.text.upper() not in ("PREFIX", "BASE")), None)
    return first if first and first.text.upper() in _FORMS else None


def _lazily(query: str, opening: Token | None) -> str:
    """Write ASK as SELECT, which the engine here parses without running it."""
    if opening is None or opening.text.upper() != "ASK":
        return query
    return f"{query[: opening.start]}SELECT *{query[opening.start + len('ASK') :]}"


def _counted(text: str, published: Published) -> str:
    """Write CONSTRUCT as SELECT for an engine that leaves out rows and tells so only of SELECT."""
    tokens = scan(text)
    opening = _opening(tokens)
    if not published.merge or opening is None or opening.text.upper() != "CONSTRUCT":
        return ""
    depth, end = 0, opening.start + len(opening.text)
    after = tokens[tokens.index(opening) + 1 :]
    if after and after[0].text == "{":
        for token in after:
            depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "other" else 0
            if not depth:
                end = token.start + 1
                break
    return f"{text[: opening.start]}SELECT (1 AS ?one){text[end:]}"


def _several() -> ProblemError:
    return fail(
        400,
        "dataset",
        "The query names several default graphs, and the engine that holds the data would count a "
        "triple once for each of them.",
        "Name one, or ask with GRAPH ?g and DISTINCT.",
    )

"""SPARQL 1.1 Protocol: an HTTP request's parts → a query (no web framework in here)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote_to_bytes

from . import federation, tokens
from .errors import ProblemError, fail
from .lookups import is_lookup

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
_FROM = re.compile("from", re.IGNORECASE)
_WORTH_A_LOOK = re.compile(
    r"service|from|construct|now|rand|uuid|bnode|[\t\r\n#]|  |^ | $", re.IGNORECASE
)
_WHOLE_GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query and the dataset that it asks.

    Attributes:
        query: SPARQL text.
        default_graphs: IRIs merged into the default graph; empty for the store's own.
        named_graphs: IRIs that GRAPH may reach; None for all.
        fixed: Whether the same data gives the same answer (no NOW, RAND, UUID …, no SERVICE).
        calls: Whether it calls other endpoints, each of them on the list.
        exact: Whether the same data gives the same bytes (no blank nodes made by a template).
        normal: The query with comments and white space reduced; empty where it was not asked for.
        format: Suffix of the format that a parameter names, or empty.
        is_lookup: Whether the work for it is bounded by its answer.
    """

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] | None = None
    fixed: bool = True
    calls: bool = False
    exact: bool = True
    normal: str = field(default="", compare=False)
    format: str = ""
    is_lookup: bool = field(default=False, compare=False)

    @property
    def basis(self) -> tuple[object, ...]:
        """What determines the answer, beside the data and the formats."""
        return (self.normal or self.query, self.default_graphs, self.named_graphs)


def parse_request(
    method: str,
    query_string: bytes,
    content_type: str,
    body: bytes,
    base: str,
    services: Sequence[str] = (),
) -> QueryRequest | None:
    """Read a request (SPARQL 1.1 Protocol, section 2.1); None when it holds no query at all.

    Args:
        method: GET, HEAD or POST.
        query_string: What follows ``?``, still percent-encoded.
        content_type: The header, parameters included; only POST needs it.
        body: The request's body; only POST has one.
        base: Base IRI that relative IRIs in the query are read against.
        services: Beginnings of the addresses that SERVICE may call.

    Raises:
        ProblemError: 400, 403 or 415, telling what to send instead.
    """
    parameters = _decode(query_string)
    if method == "POST":
        parameters += _posted(content_type.partition(";")[0].strip().lower(), body)
    if any(name == "update" for name, _ in parameters):
        raise _read_only()
    queries = [value for name, value in parameters if name == "query"]
    if not queries and method != "POST":
        return None
    return _checked(_only(queries), parameters, base, services)


def parse_graph_request(query_string: bytes) -> QueryRequest:
    """Read what graph is asked for (SPARQL 1.1 Graph Store HTTP Protocol, section 4.2).

    Raises:
        ProblemError: 400 where it names none or several.
    """
    parameters = _decode(query_string)
    graphs = [value for name, value in parameters if name == "graph"]
    is_default = any(name == "default" for name, _ in parameters)
    if len(graphs) + is_default != 1:
        raise fail(
            400,
            "graph-missing",
            "The request must name one graph.",
            "Write ?default for the default graph, or ?graph= with the address of another.",
        )
    return QueryRequest(_WHOLE_GRAPH, tuple(graphs), None if is_default else ())


def _posted(media_type: str, body: bytes) -> list[tuple[str, str]]:
    if media_type == FORM:
        return _decode(body)
    if media_type == DIRECT:
        return [("query", _text(body))]
    if media_type == UPDATE:
        raise _read_only()
    raise fail(
        415,
        "media-type",
        f"A query cannot be posted as {media_type or 'an unnamed type'!r}.",
        f"Post it as {DIRECT} (the text) or as {FORM} (query=…).",
    )


def _decode(data: bytes) -> list[tuple[str, str]]:
    if not data:
        return []
    try:
        if data.startswith(b"query=") and b"&" not in data and data.isascii():
            # Most are so, and it is quicker.
            return [("query", unquote_to_bytes(data[6:].replace(b"+", b" ")).decode())]
        pairs = parse_qsl(data.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise _not_text("percent-encoded UTF-8") from error
    return pairs


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise _not_text("UTF-8") from error


def _not_text(encoding: str) -> ProblemError:
    return fail(400, "encoding", f"The request is not {encoding}.", "Send the query as UTF-8.")


def _read_only() -> ProblemError:
    return fail(
        403,
        "read-only",
        "This endpoint answers queries only; nothing here can be changed by a request.",
        "The data changes when the loader publishes a new snapshot.",
    )


def _only(queries: Sequence[str]) -> str:
    queries = [query for query in queries if query.strip()]
    if len(queries) == 1:
        return queries[0]
    raise fail(
        400,
        "query-missing",
        f"The request holds {len(queries)} queries that are not empty; it takes exactly one.",
        "Send one parameter 'query' with SPARQL text, such as query=ASK{?s ?p ?o}.",
    )


def _checked(
    query: str, parameters: Sequence[tuple[str, str]], base: str, services: Sequence[str]
) -> QueryRequest:
    named_format = next((value for name, value in parameters if name == "format"), "")
    if len(parameters) <= 1 + bool(named_format) and is_lookup(query):
        return QueryRequest(query, normal=query, format=named_format, is_lookup=True)
    # Most queries hold nothing that would have to be looked at, which is quicker to see.
    found = tokens.scan(query) if _WORTH_A_LOOK.search(query) else []
    calling = federation.settle(query, found, base, services)
    default = [value for name, value in parameters if name == "default-graph-uri"]
    named = [value for name, value in parameters if name == "named-graph-uri"]
    if not default and not named and _FROM.search(query):
        default, named = tokens.from_graphs(found, base)
    has_dataset = bool(default or named)
    normal = tokens.normalised(query, found) if found else query
    return QueryRequest(
        calling or query,
        tuple(dict.fromkeys(default)),
        tuple(dict.fromkeys(named)) if has_dataset else None,
        calling is None and tokens.always_same(found),
        calling is not None,
        tokens.always_same_bytes(found),
        normal,
        named_format,
        is_lookup=not has_dataset and calling is None and is_lookup(normal),
    )

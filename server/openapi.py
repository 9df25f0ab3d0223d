"""The OpenAPI description: paths, methods and words are the routes' own, types the format table's.

A row below adds what a route's address does not tell: parameters, a body, what comes back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from werkzeug.routing import Rule

from .errors import MEDIA_TYPE
from .formats import GRAPHS, HTML, RESULTS
from .fragments import PARTS
from .protocol import DIRECT, FORM

Object = dict[str, Any]
RDF = tuple(row.media_type for row in GRAPHS)
PAGE, DOCUMENT, JSON = (HTML.media_type,), (*RDF, HTML.media_type), ("application/json",)
CALLED = (*JSON, "application/javascript")
ANSWER = (*(row.media_type for row in RESULTS), *RDF, HTML.media_type)
TEXT: Object = {"type": "string"}
IRIS: Object = {"type": "array", "items": {"type": "string", "format": "iri"}}
NUMBER: Object = {"type": "integer", "minimum": 0}
LIMIT: Object = {"type": "integer", "minimum": 1, "maximum": 50}
_CHOSEN = ("class", "state", "activity", "status", "year", "source", "modality", "sort", "page")
_SUFFIX: Object = {"type": "string", "enum": [row.extension for row in (*RESULTS, *GRAPHS)]}
_DATASET = {"query": TEXT, "default-graph-uri": IRIS, "named-graph-uri": IRIS}
_TYPED = {"prefix": TEXT, "cursor": NUMBER, "callback": TEXT}
_BATCHES = {"queries": TEXT, "extend": TEXT, "callback": TEXT}


@dataclass(frozen=True, slots=True)
class Row:
    """What a route takes and gives.

    Attributes:
        types: Media types of a success.
        query: Parameters in the address, each with its schema.
        body: What may be posted, by media type.
        status: Of a success.
    """

    types: tuple[str, ...]
    query: Mapping[str, Object] = field(default_factory=dict)
    body: Mapping[str, Object] = field(default_factory=dict)
    status: int = 200


ROWS = {
    "corrections.correct": Row(PAGE, {"claim": TEXT, "thing": TEXT}),
    "documents.article": Row(DOCUMENT),
    "documents.article_style": Row(("text/css",)),
    "documents.graph": Row(DOCUMENT),
    "documents.maker": Row(DOCUMENT),
    "documents.ontology": Row(DOCUMENT),
    "documents.ontology_part": Row(("text/turtle",)),
    "entities.data": Row(RDF),
    "entities.page": Row(PAGE, {"all": TEXT, "evidence": TEXT, "incoming": TEXT}),
    "entities.thing": Row(PAGE, status=303),
    "between.between": Row(PAGE),
    "explore.explore": Row(PAGE, dict.fromkeys(_CHOSEN, TEXT)),
    "feeds.feed": Row(("application/atom+xml",)),
    "feeds.index": Row(("application/xml",)),
    "feeds.part": Row(("application/xml",)),
    "feeds.robots": Row(("text/plain",)),
    "finding.found": Row(JSON, {"q": TEXT, "limit": LIMIT}),
    "finding.page": Row(PAGE, {"q": TEXT}),
    "fragments.fragments": Row(RDF, dict.fromkeys((*PARTS, "page"), TEXT)),
    "opensearch.description": Row(("application/opensearchdescription+xml",)),
    "opensearch.suggest": Row(("application/x-suggestions+json",), {"q": TEXT}),
    "reconciliation.preview": Row(PAGE, {"id": TEXT}),
    "reconciliation.propose": Row(CALLED, {"type": TEXT, "limit": NUMBER, "callback": TEXT}),
    "reconciliation.service": Row(
        CALLED, _BATCHES, {FORM: {"type": "object", "properties": _BATCHES}}
    ),
    "reconciliation.suggest": Row(CALLED, _TYPED | {"type": TEXT}),
    "releases.dump": Row(("application/gzip",)),
    "releases.release": Row(PAGE, status=301),
    "releases.releases": Row((*JSON, *PAGE)),
    "site.about": Row(PAGE),
    "site.api": Row(JSON),
    "site.health": Row(JSON),
    "site.healthz": Row(("text/plain",)),
    "site.home": Row(DOCUMENT),
    "site.metrics": Row(("text/plain",)),
    "site.readyz": Row(("text/plain",)),
    "site.void": Row(RDF),
    "sparql.federation": Row(JSON),
    "sparql.graphs": Row(RDF, {"graph": TEXT, "default": TEXT}),
    "sparql.query": Row(PAGE, _DATASET | {"view": TEXT, "part": TEXT}),
    "sparql.sparql": Row(
        ANSWER,
        _DATASET | {"format": _SUFFIX},
        {FORM: {"type": "object", "properties": _DATASET, "required": ["query"]}, DIRECT: TEXT},
    ),
    "sparql.terms": Row(JSON),
    "static.file": Row(("*/*",), {"v": TEXT}),
}
PROBLEM: Object = {
    "type": "object",
    "required": ["title", "status", "code", "detail"],
    "properties": {
        "title": TEXT,
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "code": TEXT,
        "detail": TEXT,
        "hint": TEXT,
    },
}
FAILURE: Object = {
    "description": "A problem (RFC 9457): what was seen, and what to do about it.",
    "content": {MEDIA_TYPE: {"schema": PROBLEM}, "text/html": {}, "text/plain": {}},
}


def describe_api(
    rules: Iterable[Rule], views: Mapping[str, Callable[..., Any]], version: str
) -> Object:
    """Describe every route (OpenAPI 3.1).

    Args:
        rules: The application's routes.
        views: Its functions, whose docstrings are told.
        version: Of the program.
    """
    paths: dict[str, Object] = {}
    for rule in sorted(rules, key=lambda rule: rule.rule):
        summary = (views[rule.endpoint].__doc__ or "").strip().partition("\n")[0]
        paths.setdefault(_template(rule), {}).update(_operations(rule, summary))
    info = {"title": "Entente", "version": version, "license": {"name": "Apache-2.0"}}
    return {"openapi": "3.1.0", "info": info, "servers": [{"url": "."}], "paths": paths}


def _operations(rule: Rule, summary: str) -> Object:
    row = ROWS.get(rule.endpoint, Row(("*/*",)))
    operations: Object = {}
    for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
        name = re.sub(r"\W+", "-", f"{method} {_template(rule)}").strip("-").lower()
        operation: Object = {"operationId": name, "summary": summary, "responses": _responses(row)}
        query = {} if method == "POST" and row.body else row.query
        operation["parameters"] = [*_in_path(rule), *_in_query(query)]
        if method == "POST" and row.body:
            content = {kind: {"schema": schema} for kind, schema in row.body.items()}
            operation["requestBody"] = {"required": True, "content": content}
        operations[method.lower()] = operation
    return operations


def _responses(row: Row) -> Object:
    success: Object = {"description": "What was asked for."}
    if row.status == 200:
        success["content"] = {kind: {} for kind in row.types}
    moved = {"description": "It has another address, which Location names."}
    same = {"description": "It is what the client has (If-None-Match)."}
    told = {"301": moved, "303": moved, "304": same, str(row.status): success}
    return told | {"4XX": FAILURE, "5XX": FAILURE}


def _template(rule: Rule) -> str:
    return re.sub(r"<(?:[^<>]*:)?(\w+)>", r"{\1}", rule.rule)


def _in_path(rule: Rule) -> Iterable[Object]:
    for name in sorted(rule.arguments & set(re.findall(r"{(\w+)}", _template(rule)))):
        choices = re.search(rf"<any\(([^)]*)\):{name}>", rule.rule)
        schema: Object = dict(TEXT)
        if choices:
            schema["enum"] = [choice.strip() for choice in choices[1].split(",")]
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(parameters: Mapping[str, Object]) -> Iterable[Object]:
    for name, schema in parameters.items():
        yield {"name": name, "in": "query", "schema": schema}

"""``/sparql`` (SPARQL 1.1 Protocol) and the query page, which needs no script."""

from __future__ import annotations

import time

from flask import Blueprint, Response, request

from .. import pages, web
from ..errors import Problem, ProblemError, fail
from ..federation import LIST, read_prefixes
from ..formats import GRAPHS, HTML, RESULTS, Format, named_format
from ..negotiate import choose, not_acceptable
from ..protocol import QueryRequest, parse_request
from ..query import Result, Wanted
from ..service import describe_service
from ..table import WANTED, Table, read_table

BLUEPRINT = Blueprint("sparql", __name__)


@BLUEPRINT.route("/sparql", methods=["GET", "POST"])
def sparql() -> Response:
    """Answer a query; describe the service when there is none."""
    asked = _parse()
    if asked is None:
        return _without_query()
    if named := request.values.get("format"):
        return _download(asked, named)
    if choose(web.accept(), (*RESULTS, *GRAPHS, HTML)) is HTML:
        return _show(asked)
    wanted = Wanted(choose(web.accept(), RESULTS), choose(web.accept(), GRAPHS))
    if wanted == Wanted(None, None):
        raise not_acceptable(web.accept(), (*RESULTS, *GRAPHS))
    return _send(asked, wanted)


@BLUEPRINT.get("/query")
def query() -> Response:
    """Show the form, and what the query in it gives."""
    text = request.args.get("query", "")
    try:
        asked = _parse() if text.strip() else None
    except ProblemError as error:
        return _page(text, None, error.problem)
    return _show(asked) if asked else _page(text, None, None)


@BLUEPRINT.get(f"/{LIST}")
def federation() -> Response:
    """List the endpoints that SERVICE may call, by prefix."""
    return web.json_response({"allowed": read_prefixes(web.services().config.services)})


def _parse() -> QueryRequest | None:
    return parse_request(
        request.method,
        request.query_string,
        request.headers.get("Content-Type", ""),
        request.get_data() if request.method == "POST" else b"",
        web.snapshot().base.iri,
        read_prefixes(web.services().config.services),
    )


def _download(asked: QueryRequest, named: str) -> Response:
    """Answer in the format that a parameter names, as a file to keep."""
    wanted = Wanted(named_format(named, RESULTS), named_format(named, GRAPHS))
    if wanted == Wanted(None, None):
        known = ", ".join(row.extension for row in (*RESULTS, *GRAPHS))
        raise fail(400, "format", f"There is no format {named[:20]!r}.", f"Take one of {known}.")
    response = _send(asked, wanted)
    suffixes = {row.content_type: row.extension for row in (*RESULTS, *GRAPHS)}
    if suffix := suffixes.get(response.content_type):
        response.headers["Content-Disposition"] = f'attachment; filename="query.{suffix}"'
    return response


def _send(asked: QueryRequest, wanted: Wanted) -> Response:
    validator = repr((asked, wanted)).encode()
    if asked.fixed and (known := _not_modified(validator)):
        return known
    result = web.services().engine.answer(web.snapshot(), asked, wanted)
    response = _response(result)
    response.vary.add("Accept")
    if asked.fixed:
        return web.validated(response, validator, weak=True)
    response.headers["Cache-Control"] = "no-store"
    return response


def _not_modified(validator: bytes) -> Response | None:
    """Answer 304 without running the query again: same snapshot, query and format."""
    if request.method == "POST" or not request.if_none_match:
        return None
    response = web.validated(Response(), validator, weak=True)
    response.vary.add("Accept")
    return response if response.status_code == 304 else None


def _response(result: Result) -> Response:
    response = Response(result.chunks(), content_type=result.format.content_type)
    response.content_length = result.length
    response.call_on_close(result.close)
    return response


def _without_query() -> Response:
    form: Format | None = choose(web.accept(), web.ALL_FORMATS)
    if form is None:
        raise not_acceptable(web.accept(), web.ALL_FORMATS)
    if form is HTML:
        response = _page("", None, None)
    else:
        address = web.address()
        calls = bool(web.services().config.services)
        response = web.document(
            lambda: describe_service(web.snapshot(), address, federates=calls), form
        )
    response.vary.add("Accept")
    return response


def _show(asked: QueryRequest) -> Response:
    try:
        table = _table(asked)
    except ProblemError as error:
        return _page(asked.query, None, error.problem)
    return _page(asked.query, table, None)


def _table(asked: QueryRequest) -> Table:
    service, start = web.services(), time.monotonic()
    result = service.engine.answer(web.snapshot(), asked, WANTED)
    elapsed = round((time.monotonic() - start) * 1000)
    return read_table(result, row_limit=service.config.row_limit, elapsed_ms=elapsed)


def _page(text: str, table: Table | None, problem: Problem | None) -> Response:
    html = pages.query_page(web.snapshot(), query=text, table=table, problem=problem)
    status = problem.status if problem else 200
    response = web.validated(Response(html, status, content_type=HTML.content_type), html.encode())
    response.vary.add("Accept")
    if problem or table:
        response.headers["Cache-Control"] = "no-store"
    if problem:
        response.headers.update(problem.headers)
    return response

"""``/sparql`` (SPARQL 1.1 Protocol) and the query page, which needs no script."""

from __future__ import annotations

import time
from dataclasses import replace

from flask import Blueprint, Response, request

from .. import front, pages, web
from ..clients import client_of
from ..errors import ProblemError
from ..failures import problem_of
from ..federation import LIST, read_prefixes
from ..formats import HTML, Format
from ..negotiate import choose, not_acceptable
from ..pages import Sent
from ..protocol import QueryRequest, parse_request
from ..query import Question
from ..service import describe_service
from ..spool import BrokenOffError
from ..table import LARGEST_MB, WANTED, Table, read_table
from ..workers import QueryFailedError

BLUEPRINT = Blueprint("sparql", __name__)


@BLUEPRINT.route("/sparql", methods=["GET", "POST"])
def sparql() -> Response:
    """Show the answer to a query as a page, or describe the service where there is no query.

    The other formats were answered in ``front``, which tells here what went wrong.
    """
    if problem := request.environ.get(front.PROBLEM):
        raise ProblemError(problem)
    asked: QueryRequest | None = request.environ.get(front.ASKED)
    return _show(asked) if asked else _without_query()


@BLUEPRINT.get(front.STORE_PATH)
def graphs() -> Response:
    """Give one graph whole, as the Graph Store HTTP Protocol asks for it; answered in ``front``."""
    raise ProblemError(request.environ[front.PROBLEM])


@BLUEPRINT.get("/query")
def query() -> Response:
    """Show the query form and, where a query is sent, what it gives, as a view of its rows."""
    text = request.args.get("query", "")
    try:
        asked = _parse() if text.strip() else None
    except ProblemError as error:
        return _page(Sent(text, problem=error.problem))
    return _show(asked) if asked else _page(Sent(text))


@BLUEPRINT.get("/query/terms.json")
def terms() -> Response:
    """List prefixes, classes, properties and codes, with how often the data has each."""
    return web.remembered_json(lambda: pages.query_terms(web.snapshot()))


@BLUEPRINT.get(f"/{LIST}")
def federation() -> Response:
    """List the endpoints that SERVICE may call, by prefix."""
    return web.json_response({"allowed": read_prefixes(web.services().config.services)})


def _parse() -> QueryRequest | None:
    return parse_request(
        "GET",
        request.query_string,
        "",
        b"",
        web.snapshot().base.iri,
        read_prefixes(web.services().config.services),
    )


def _without_query() -> Response:
    form: Format | None = choose(web.accept(), web.ALL_FORMATS)
    if form is None:
        raise not_acceptable(web.accept(), web.ALL_FORMATS)
    if form is HTML:
        response = _page(Sent())
    else:
        address = web.address()
        config = web.services().config
        response = web.document(lambda: describe_service(web.snapshot(), address, config), form)
    response.vary.add("Accept")
    return response


def _show(sent: QueryRequest) -> Response:
    view = request.args.get("view", "")
    try:
        return _page(Sent(sent.query, view, _table(sent)))
    except ProblemError as error:
        return _page(Sent(sent.query, view, problem=error.problem))


def _table(asked: QueryRequest) -> Table:
    service, start = web.services(), time.monotonic()
    largest = min(LARGEST_MB, service.config.output_mb)
    client = client_of(request.environ)
    result = service.engine.answer(Question(web.snapshot(), asked, WANTED, largest, client))
    try:
        elapsed = round((time.monotonic() - start) * 1000)
        return read_table(result, row_limit=service.config.row_limit, elapsed_ms=elapsed)
    except BrokenOffError as error:
        limits = replace(service.engine.pool.limits, output_mb=largest)
        raise ProblemError(problem_of(QueryFailedError(error.kind), limits)) from error


def _page(sent: Sent) -> Response:
    problem, part = sent.problem, "part" in request.args
    html = pages.query_page(web.snapshot(), _endpoint(), sent, part=part)
    status = problem.status if problem else 200
    response = web.validated(Response(html, status, content_type=HTML.content_type), html.encode())
    response.vary.add("Accept")
    if problem or sent.table:
        response.headers["Cache-Control"] = "no-store"
    if problem:
        response.headers.update(problem.headers)
    return response


def _endpoint() -> str:
    """Give the address of the endpoint, as the client sees it."""
    return f"{web.address().rpartition('/')[0]}/sparql"

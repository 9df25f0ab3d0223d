"""The site round the data: home, about, dump, metadata, health."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version

from flask import Blueprint, Response, current_app, request

from .. import pages, web
from ..catalogue import describe_dataset
from ..clients import client_of
from ..errors import fail
from ..formats import GRAPHS, HTML, Format
from ..metrics import TYPE
from ..negotiate import choose_or_fail
from ..openapi import describe_api
from ..signposts import add_signposts

BLUEPRINT = Blueprint("site", __name__)


@BLUEPRINT.get("/")
def home() -> Response:
    """Show what is in here, or describe the dataset: its address is that of the first page."""
    form = choose_or_fail(web.accept(), (HTML, *GRAPHS))
    if form is HTML:
        response = web.page(lambda: pages.home_page(web.snapshot()))
    else:
        response = _description(form)
    response.vary.add("Accept")
    return _described(response)


@BLUEPRINT.get("/about")
def about() -> Response:
    """Tell about the data: snapshot, counts, licence, downloads."""
    return web.page(lambda: pages.about_page(web.snapshot()))


@BLUEPRINT.get("/.well-known/void")
def void() -> Response:
    """Give the dataset's description (VoID, section 7.1)."""
    response = _description(choose_or_fail(web.accept(), GRAPHS))
    response.vary.add("Accept")
    return _described(response)


def _description(form: Format) -> Response:
    found, report_to = web.snapshot(), web.services().config.report_to
    return web.document(lambda: describe_dataset(found, report_to), form)


def _described(response: Response) -> Response:
    """Name the forms of the dataset's description."""
    base, graph = web.snapshot().base.iri, f"{request.script_root}/graph/meta"
    add_signposts(
        response,
        base,
        lambda form: request.script_root + "/" if form is HTML else f"{graph}.{form.extension}",
        base,
    )
    return response


@BLUEPRINT.get("/health")
def health() -> Response:
    """Tell that the server answers, and with which data."""
    found = web.snapshot().manifest
    told = {"status": "ok", "snapshot": found.id, "created": found.created, "counts": found.counts}
    response = web.json_response(told)
    response.headers["Cache-Control"] = "no-store"
    return response


@BLUEPRINT.get("/healthz")
def healthz() -> Response:
    """Tell that the process answers."""
    return _now("ok")


@BLUEPRINT.get("/readyz")
def readyz() -> Response:
    """Tell that queries can be answered: a snapshot is open, a query process has started."""
    if web.snapshot() and web.services().engine.pool.is_ready:
        return _now("ready")
    raise fail(503, "not-ready", "No query process has started yet.", "Ask again in a second.")


@BLUEPRINT.get("/metrics")
def metrics() -> Response:
    """Give the counts that Prometheus collects."""
    service = web.services()
    if not (client_of(request.environ).is_local or service.config.metrics_open):
        raise fail(403, "metrics", "Counts are told to this machine only.", "See --metrics-open.")
    created = datetime.fromisoformat(web.snapshot().manifest.created)
    service.counts.snapshot.set(created.timestamp())
    response = Response(service.counts.render(), content_type=TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def _now(word: str) -> Response:
    response = Response(f"{word}\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


@BLUEPRINT.get("/openapi.json")
def api() -> Response:
    """Describe every address here (OpenAPI 3.1)."""
    rules, views = current_app.url_map.iter_rules(), current_app.view_functions
    response = web.json_response(describe_api(rules, views, version("entente")))
    return web.validated(response, response.get_data())

"""``/reconcile``: the Reconciliation Service API 0.2, and ``/suggest`` for autocompletion."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, request

from ontology.iris import is_slug

from .. import pages, reconcile, web
from ..errors import fail

BLUEPRINT = Blueprint("reconciliation", __name__)
_CALLBACK = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*", re.ASCII)


@BLUEPRINT.route("/reconcile", methods=["GET", "POST"])
def service() -> Response:
    """Describe the service, match a batch of queries, or give columns of data."""
    found, schema = web.snapshot(), reconcile.read_schema(web.snapshot())
    if text := request.values.get("queries"):
        return _told(_matched(schema, text))
    if text := request.values.get("extend"):
        return _told(reconcile.extend(found, schema, reconcile.parse_extension(text)))
    return _told(reconcile.manifest(found, schema, web.address()))


def _matched(schema: reconcile.Schema, text: str) -> dict[str, Any]:
    batch, found = reconcile.parse_queries(text), web.snapshot()
    candidates = {key: reconcile.reconcile(found, schema, row) for key, row in batch.items()}
    return {key: reconcile.told_candidates(rows, schema) for key, rows in candidates.items()}


@BLUEPRINT.get("/reconcile/suggest/<any(entity, type, property):kind>")
def suggest(kind: str) -> Response:
    """Suggest things, classes or properties while a user types."""
    schema, prefix, cursor = _typed()
    if kind == "entity":
        types = request.args.getlist("type")
        found = web.snapshot()
        return _told(reconcile.suggest_entities(found, schema, prefix, cursor, types))
    ask = reconcile.suggest_types if kind == "type" else reconcile.suggest_properties
    return _told(ask(schema, prefix, cursor))


def _typed() -> tuple[reconcile.Schema, str, int]:
    schema = reconcile.read_schema(web.snapshot())
    return schema, request.args.get("prefix", ""), _number("cursor", 0)


@BLUEPRINT.get("/reconcile/propose")
def propose() -> Response:
    """Propose properties that things of a class have."""
    found, kind = web.snapshot(), request.args.get("type", "")
    limit = _number("limit", reconcile.PROPOSED)
    return _told(reconcile.propose(found, reconcile.read_schema(found), kind, limit))


@BLUEPRINT.get("/reconcile/preview")
def preview() -> Response:
    """Show a thing in a small frame of another site's page."""
    slug = request.args.get("id", "")
    if not is_slug(slug):
        raise web.not_found()
    response = web.page(lambda: pages.preview_page(web.snapshot(), slug))
    policy = web.HEADERS["Content-Security-Policy"]
    response.headers["Content-Security-Policy"] = policy.replace(
        "frame-ancestors 'none'", "frame-ancestors *"
    )
    return response


def _told(value: Mapping[str, Any]) -> Response:
    """Answer with JSON, or with a call of the function that ``callback`` names (JSONP)."""
    body = json.dumps(value, ensure_ascii=False)
    if callback := request.values.get("callback"):
        if len(callback) > 100 or not _CALLBACK.fullmatch(callback):
            detail = f"{callback[:40]!r} is no name of a function."
            raise fail(400, "callback", detail, "Give a plain JavaScript name, or none.")
        safe = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
        body, kind = f"/**/{callback}({safe});\n", "application/javascript"
    else:
        body, kind = f"{body}\n", "application/json"
    response = Response(body, content_type=kind)
    return response if request.method == "POST" else web.validated(response, body.encode())


def _number(name: str, default: int) -> int:
    given = request.args.get(name, "")
    return min(int(given), 10_000) if given.isascii() and given.isdigit() else default

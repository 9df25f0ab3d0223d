"""Search as browsers offer it: an OpenSearch description, and suggestions while one types."""

from __future__ import annotations

import json

from flask import Blueprint, Response, request

from .. import search, web
from ..feeds import opensearch

BLUEPRINT = Blueprint("opensearch", __name__)
SUGGESTED = 10


@BLUEPRINT.get("/opensearch.xml")
def description() -> Response:
    """Describe the search, so that a browser can offer it (OpenSearch 1.1)."""
    body = opensearch(request.url_root)
    kind = "application/opensearchdescription+xml"
    return web.validated(Response(body, content_type=kind), body)


@BLUEPRINT.get("/suggest")
def suggest() -> Response:
    """Suggest names that begin so: what was typed, names, descriptions, addresses of pages."""
    typed = request.args.get("q", "")
    hits = search.complete(web.snapshot().search, typed, SUGGESTED)
    names = [hit.label for hit in hits]
    others = [", ".join(hit.names[:3]) for hit in hits]
    pages = [f"{request.url_root}page/{hit.slug}" for hit in hits]
    told = [typed, names, others, pages]
    body = json.dumps(told, ensure_ascii=False) + "\n"
    kind = "application/x-suggestions+json"
    return web.validated(Response(body, content_type=kind), body.encode())

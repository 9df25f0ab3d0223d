"""``/correct``: how a claim, a thing or anything else here is put right."""

from __future__ import annotations

from flask import Blueprint, Response, request

from .. import pages, web

BLUEPRINT = Blueprint("corrections", __name__)


@BLUEPRINT.get("/correct")
def correct() -> Response:
    """Show the entry of the curation log that would correct a claim or a thing."""
    claim, thing = request.args.get("claim", ""), request.args.get("thing", "")
    response = web.page(lambda: pages.correction_page(web.snapshot(), claim, thing))
    response.headers["X-Robots-Tag"] = "noindex"
    return response

"""``/fragments``: Triple Pattern Fragments of the default graph."""

from __future__ import annotations

from flask import Blueprint, Response, request

from .. import web
from ..formats import GRAPHS
from ..fragments import PARTS, describe_fragment, parse_pattern, select
from ..negotiate import choose_or_fail

BLUEPRINT = Blueprint("fragments", __name__)


@BLUEPRINT.get("/fragments")
def fragments() -> Response:
    """Give a page of the triples that match a pattern, with counts and controls (Hydra)."""
    form = choose_or_fail(web.accept(), GRAPHS)
    given = [request.args.get(name, "") for name in (*PARTS, "page")]
    pattern, found, address = parse_pattern(*given), web.snapshot(), web.address()
    fragment = select(found, pattern)
    if not fragment.triples and pattern.page > 1:
        raise web.not_found()
    query = request.query_string.decode("latin-1")
    here = f"{address}?{query}" if query else address
    response = web.document(
        lambda: describe_fragment(found, pattern, fragment, here, address), form
    )
    response.vary.add("Accept")
    return response

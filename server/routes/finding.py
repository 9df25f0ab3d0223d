"""Things found by name: the search page, and the same as JSON for what completes names."""

from __future__ import annotations

import json
from collections.abc import Mapping

from flask import Blueprint, Response, request

from ontology.fulltext import JOINING

from .. import pages, search, web
from ..errors import fail
from ..pages.labels import kind_words

BLUEPRINT = Blueprint("finding", __name__)
USUAL, MOST = 10, 50


@BLUEPRINT.get("/search")
def page() -> Response:
    """Find things by name."""
    words = request.args.get("q", "")
    return web.page(lambda: pages.search_page(web.snapshot(), words))


@BLUEPRINT.get("/search.json")
def found() -> Response:
    """List things whose names begin so, the best first, each with its class, slug and page."""
    typed, most = request.args.get("q", ""), _limit()
    hits = search.complete(web.snapshot().search, typed, most + 1, _stands_alone)
    told = {"query": typed, "more": len(hits) > most, "things": [_told(hit) for hit in hits[:most]]}
    body = json.dumps(told, ensure_ascii=False) + "\n"
    return web.validated(Response(body, content_type="application/json"), body.encode())


def _limit() -> int:
    given = request.args.get("limit", str(USUAL))
    if not given.isascii() or not given.isdigit() or not 1 <= int(given[:9]) <= MOST:
        raise fail(
            400,
            "limit",
            f"limit is {given[:40]!r}.",
            f"It is a whole number from 1 to {MOST}, and {USUAL} where it is left out.",
        )
    return int(given)


def _stands_alone(classes: frozenset[str]) -> bool:
    return JOINING.isdisjoint(classes)


def _told(hit: search.Hit) -> Mapping[str, object]:
    return {
        "slug": hit.slug,
        "label": hit.label,
        "class": kind_words(hit.kinds),
        "kinds": hit.kinds,
        "names": hit.names,
        "links": hit.links,
        "iri": web.snapshot().base.thing(hit.slug).value,
        "page": f"page/{hit.slug}",
    }

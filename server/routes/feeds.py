"""What crawlers and feed readers look for: robots.txt, the sitemap, the feed of snapshots."""

from __future__ import annotations

from flask import Blueprint, Response
from pyoxigraph import DefaultGraph, NamedNode

from ontology import terms
from ontology.curies import term

from .. import search, web
from ..feeds import MOST_ADDRESSES, atom, sitemap, sitemap_index

TYPE = term("rdf:type")
BLUEPRINT = Blueprint("feeds", __name__)
PAGES = ("", "about", "ontology", "query", "releases")
CLOSED = (
    "/sparql",
    "/query?",
    "/search",
    "/explore?",
    "/reconcile",
    "/fragments",
    "/release/",
    "/data/",
    "/correct",
)


@BLUEPRINT.get("/robots.txt")
def robots() -> Response:
    """Ask crawlers to read pages and to leave queries and older snapshots alone."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines += ["", f"Sitemap: {web.snapshot().base.iri}sitemap.xml", ""]
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")


@BLUEPRINT.get("/sitemap.xml")
def index() -> Response:
    """List the sitemaps."""
    base, addresses = web.snapshot().base.iri, _addresses()
    count = max(1, -(-len(addresses) // MOST_ADDRESSES))
    numbers = (f"{base}sitemap-{number}.xml" for number in range(1, count + 1))
    return _xml(sitemap_index(numbers, _day()), "application/xml")


@BLUEPRINT.get("/sitemap-<int:number>.xml")
def part(number: int) -> Response:
    """List the pages of one sitemap."""
    start = (number - 1) * MOST_ADDRESSES
    addresses = _addresses()[start : start + MOST_ADDRESSES] if number else []
    if not addresses:
        raise web.not_found()
    return _xml(sitemap(addresses, _day()), "application/xml")


@BLUEPRINT.get("/releases.atom")
def feed() -> Response:
    """Tell of the snapshots that are kept, and what changed in each."""
    manifests = web.services().snapshots.kept()
    return _xml(atom(manifests, web.snapshot().base.iri), "application/atom+xml")


def _addresses() -> list[str]:
    found = web.snapshot()
    paths = [*PAGES, *(found.base.path(iri.value) or "" for iri in _articles())]
    paths += [f"page/{slug}" for slug in search.slugs(found.search)]
    return [found.base.iri + path for path in paths]


def _articles() -> list[NamedNode]:
    quads = web.snapshot().store.quads_for_pattern(None, TYPE, terms.Article, DefaultGraph())
    nodes = (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
    return sorted(nodes, key=lambda node: node.value)


def _day() -> str:
    return web.snapshot().manifest.created[:10]


def _xml(body: bytes, media_type: str) -> Response:
    return web.validated(Response(body, content_type=media_type), body)

"""Things and what is said about them: ``/id``, ``/page``, ``/data``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from flask import Blueprint, Response, redirect, request, url_for
from pyoxigraph import Literal, NamedNode, Quad

from ontology.curies import term
from ontology.dataset import RDF_12

from .. import pages, web
from ..describe import Description, describe
from ..errors import fail
from ..formats import GRAPHS, HTML, Format, find_format
from ..profiles import reifying
from ..signposts import add_profile, add_signposts
from ..standing import State, find_standing

BLUEPRINT = Blueprint("entities", __name__)
COMMENT = term("rdfs:comment")


@BLUEPRINT.get("/id/<slug>")
def thing(slug: str) -> Response:
    """Send on to the document about a thing (303, W3C httpRange-14)."""
    if moved := _moved(slug, lambda kept: url_for("entities.thing", slug=kept)):
        return moved
    form = web.asked_format(web.ALL_FORMATS)
    response = _redirect(document_address(slug, form), 303)
    response.vary.update(("Accept", "Accept-Profile"))
    return add_links(response, slug)


@BLUEPRINT.get("/page/<slug>")
def page(slug: str) -> Response:
    """Show the page of a thing."""
    if moved := _moved(slug, lambda kept: document_address(kept, HTML)):
        return moved
    is_open, whole = request.args.get("evidence") == "open", request.args.get("all")
    show = partial(
        pages.entity_page,
        web.snapshot(),
        slug,
        evidence_open=is_open,
        whole=whole,
        incoming=request.args.get("incoming"),
    )
    return add_links(web.page(show), slug)


@BLUEPRINT.get("/data/<name>")
def data(name: str) -> Response:
    """Give what is said about a thing: ``/data/norway.ttl``, or ``/data/norway`` by Accept."""
    slug, dot, extension = name.partition(".")
    suffixed, profile = find_format(extension, GRAPHS) if dot else None, request.args.get("profile")
    if dot and suffixed is None:
        raise unknown_suffix(extension)
    form = web.asked_format(GRAPHS, suffixed)
    if moved := _moved(
        slug, lambda kept: url_for("entities.data", name=kept + dot + extension, profile=profile)
    ):
        return moved
    response = web.document(lambda: document_quads(_described(slug), form), form)
    response.headers["Content-Location"] = document_address(slug, form)
    if not dot:
        response.vary.update(("Accept", "Accept-Profile"))
    add_profile(response, form, web.snapshot().base.iri)
    return add_links(response, slug)


def _described(slug: str) -> Description:
    found = web.snapshot()
    limit = web.services().config.incoming_limit
    return describe(found, found.base.thing(slug), incoming_limit=limit)


def document_quads(description: Description, form: Format) -> Iterable[Quad]:
    """Give the quads for a format, with the claims' graphs where it can hold graphs.

    In RDF 1.2 each claim reifies what it states, and what is asserted stands beside it.

    A document that had to be shortened says so of itself.
    """
    yield from description.quads() if form.datasets else description.triples()
    if form.version:
        yield from reifying(description.stated, description.evidence)
    if note := description.shortened():
        document = NamedNode(description.iri.value.replace("/id/", "/data/", 1))
        yield Quad(document, COMMENT, Literal(note, language="en"))


def document_address(slug: str, form: Format) -> str:
    """Give the path of the document about a thing in a format."""
    if form is HTML:
        return url_for("entities.page", slug=slug)
    return url_for("entities.data", name=f"{slug}.{form.extension}", profile=token_of(form))


def token_of(form: Format) -> str | None:
    """Give the value of ``profile=`` in the address of a document; None where none is needed."""
    return RDF_12 if form.version else None


def add_links(response: Response, slug: str) -> Response:
    """Name the other forms of a document, and what it is about, in ``Link`` headers."""
    base = web.snapshot().base
    add_signposts(
        response, base.thing(slug).value, lambda form: document_address(slug, form), base.iri
    )
    return response


def _moved(slug: str, address: Callable[[str], str]) -> Response | None:
    standing = find_standing(web.snapshot(), slug)
    if standing.state is State.MERGED:
        return _redirect(address(standing.successor or ""), 301)
    if standing.state is State.WITHDRAWN:
        raise fail(
            410,
            "withdrawn",
            f"{slug!r} was withdrawn. {standing.reason}".strip(),
            "What the sources say stands in their articles, which the first page lists: /.",
        )
    if standing.state is State.UNKNOWN:
        raise web.not_found()
    return None


def _redirect(target: str, status: int) -> Response:
    response = redirect(target, status, Response)
    assert isinstance(response, Response)  # noqa: S101 (it makes what it is told to)
    response.headers["Cache-Control"] = f"public, max-age={web.services().config.max_age_s}"
    return response


def unknown_suffix(extension: str) -> Exception:
    """Say that no document has this suffix, and list those that there are."""
    known = ", ".join(form.extension for form in GRAPHS)
    return fail(
        404,
        "unknown-format",
        f"There is no form {extension[:20]!r} of this document.",
        f"The forms are: {known}.",
        formats=[form.media_type for form in GRAPHS],
    )

"""Documents that answer under their own address by Accept: articles, graphs, makers, ontology."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from flask import Blueprint, Response, request
from pyoxigraph import NamedNode, Quad

from ontology import ONTOLOGY, VERSION
from ontology.dataset import GRAPHS as OWN_GRAPHS
from ontology.files import FOLDER
from ontology.iris import is_slug

from .. import pages, web
from ..describe import claims_in, describe, describe_graph
from ..formats import HTML, Format, find_format
from ..profiles import reifying
from ..signposts import add_profile, add_signposts
from ..standing import is_known
from .entities import document_quads, token_of, unknown_suffix

BLUEPRINT = Blueprint("documents", __name__)
_MAKER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
Quads = Callable[[Format], Iterable[Quad]]


@BLUEPRINT.get("/article/<name>")
def article(name: str) -> Response:
    """Give an article, with its passages and claims."""
    slug, form = _split(name)
    found = web.snapshot()
    iri = found.base.article(slug)
    if not found.store.contains_named_graph(iri):
        raise web.not_found()
    return answer(
        iri, form, lambda form: article_quads(iri, form), lambda: pages.article_page(found, slug)
    )


@BLUEPRINT.get("/article/<slug>.css")
def article_style(slug: str) -> Response:
    """Give the style sheet that lights up an article's passages."""
    css = pages.article_css(web.snapshot(), slug) if is_slug(slug) else None
    if css is None:
        raise web.not_found()
    return web.validated(Response(css, content_type="text/css; charset=utf-8"), css.encode())


@BLUEPRINT.get("/graph/<name>")
def graph(name: str) -> Response:
    """Give one of the dataset's own graphs."""
    slug, form = _split(name)
    if slug not in OWN_GRAPHS:
        raise web.not_found()
    found = web.snapshot()
    iri = found.base.graph(slug)
    return answer(
        iri, form, lambda _: describe_graph(found, iri), lambda: pages.resource_page(found, iri)
    )


@BLUEPRINT.get("/<any(rule, curator):kind>/<name>")
def maker(kind: str, name: str) -> Response:
    """Give what is known of the rule or curator that made claims."""
    found = web.snapshot()
    iri, form = _maker(f"{found.base.iri}{kind}/", name)
    limit = web.services().config.incoming_limit
    return answer(
        iri,
        form,
        lambda form: document_quads(describe(found, iri, incoming_limit=limit), form),
        lambda: pages.resource_page(found, iri),
    )


@BLUEPRINT.get("/ontology")
@BLUEPRINT.get("/ontology.<extension>")
@BLUEPRINT.get("/ontology/<version>")
@BLUEPRINT.get(f"/ontology/{VERSION}.<extension>")
def ontology(extension: str | None = None, version: str = VERSION) -> Response:
    """Give the ontology, with its code lists; the version that is served answers by number too."""
    if version != VERSION:
        raise web.not_found()
    found = web.snapshot()
    graph_name = found.base.graph("ontology")
    return answer(
        NamedNode(ONTOLOGY),
        _form(extension) if extension else None,
        lambda _: describe_graph(found, graph_name),
        lambda: pages.ontology_page(found),
        root=request.path.removesuffix(f".{extension}"),
    )


@BLUEPRINT.get("/ontology/<any(align, shapes):part>.ttl")
def ontology_part(part: str) -> Response:
    """Give the alignments to other vocabularies, or the shapes for data, as Turtle."""
    body = (FOLDER / f"{part}.ttl").read_bytes()
    return web.validated(Response(body, content_type="text/turtle; charset=utf-8"), body)


def answer(
    iri: NamedNode,
    form: Format | None,
    quads: Quads,
    html: Callable[[], str | None],
    root: str = "",
) -> Response:
    """Answer 200 with a document in the format of its suffix, else by Accept."""
    asked = web.asked_format(web.ALL_FORMATS, form)
    response = web.page(html) if asked is HTML else web.document(lambda: quads(asked), asked)
    if form is None:
        response.vary.update(("Accept", "Accept-Profile"))
    if asked is not HTML:
        add_profile(response, asked, web.snapshot().base.iri)
    stem = root or request.path.removesuffix(f".{asked.extension}")
    stem = request.script_root + stem
    add_signposts(
        response,
        iri.value,
        lambda other: _address(stem, other),
        web.snapshot().base.iri,
    )
    return response


def _address(stem: str, form: Format) -> str:
    profile = f"?profile={token}" if (token := token_of(form)) else ""
    return stem if form is HTML else f"{stem}.{form.extension}{profile}"


def article_quads(iri: NamedNode, form: Format) -> Iterable[Quad]:
    """Give an article's graph, and with graphs also what each of its claims states.

    In RDF 1.2 each claim reifies what it states, and what is asserted stands beside it.
    """
    found = web.snapshot()
    described = describe_graph(found, iri)
    yield from described
    if not (form.datasets or form.version):
        return
    for claim in claims_in(found, iri):
        stated = describe_graph(found, claim)
        if form.datasets:
            yield from stated
        if form.version:
            yield from reifying(stated, described)


def _maker(stem: str, name: str) -> tuple[NamedNode, Format | None]:
    """Find who is meant: rules may have dots in their names, so the whole name comes first."""
    start, dot, extension = name.rpartition(".")
    for given, form in (
        (name, None),
        (start, find_format(extension, web.ALL_FORMATS) if dot else None),
    ):
        if _MAKER.fullmatch(given) and is_known(web.snapshot(), iri := NamedNode(stem + given)):
            return iri, form
    raise web.not_found()


def _split(name: str) -> tuple[str, Format | None]:
    slug, dot, extension = name.partition(".")
    if not is_slug(slug):
        raise web.not_found()
    return slug, _form(extension) if dot else None


def _form(extension: str) -> Format:
    form = find_format(extension, web.ALL_FORMATS)
    if form is None:
        raise unknown_suffix(extension)
    return form

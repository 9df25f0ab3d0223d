"""What two states do together: ``/between/{a}/{b}``, the two in the order of their slugs."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, request

from ontology.iris import is_slug

from .. import pages, web
from ..errors import fail
from ..search import resemble

BLUEPRINT = Blueprint("between", __name__)


@BLUEPRINT.get("/between/<first>/<second>")
def between(first: str, second: str) -> Response:
    """Show what two states do together, and the sentences that say so."""
    if first == second:
        hint = f"What is said of one state stands at /page/{first[:80]}."
        raise fail(400, "same-twice", "A pair is two different states.", hint)
    if not (is_slug(first) and is_slug(second)):
        _fail(first, second)
    if first > second:
        target = f"{request.script_root}/between/{second}/{first}"
        moved = redirect(target, 301, Response)
        assert isinstance(moved, Response)  # noqa: S101 (it makes what it is told to)
        return moved
    return web.page(lambda: _written(first, second))


def _written(first: str, second: str) -> str:
    return pages.between_page(web.snapshot(), first, second) or _fail(first, second)


def _fail(first: str, second: str) -> str:
    hint = "Pairs are of states, named as in their addresses: /between/norway/united-kingdom."
    detail = f"{first[:80]!r} and {second[:80]!r} are not two states of this snapshot."
    raise fail(404, "unknown", detail, hint, near=_near(first, second))


def _near(*slugs: str) -> dict[str, str]:
    """Offer the pages of states with names like these: address → name, at most six."""
    found = {}
    for slug in slugs:
        name = slug[:80].replace("-", " ")
        for hit in resemble(web.snapshot().search, name, 3, lambda kinds: "State" in kinds):
            found[f"{request.script_root}/page/{hit.slug}"] = hit.label
    return found

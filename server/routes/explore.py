"""Browsing by facets: a form of GET whose addresses can be shared."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, request

from .. import pages, web
from ..clients import client_of
from ..errors import fail
from ..pages.explore import MOST_STATES, ChoiceError, read_choice
from ..pooled import PooledReads
from ..search import resemble

BLUEPRINT = Blueprint("explore", __name__)
NARROWER = (
    "Choose more, so that less is counted: a kind, a state or a year, and no order by articles or "
    "facts. Or look for one thing by its name at /search, or ask for less at /query."
)


@BLUEPRINT.get("/explore")
def explore() -> Response:
    """Browse the things by class, state, kind of activity, status, year, source and modality."""
    try:
        choice = read_choice(request.args.to_dict(flat=False))
        if "" in request.args.values():
            moved = redirect(f"{request.script_root}/{choice.address}", 303, Response)
            assert isinstance(moved, Response)  # noqa: S101 (it makes what it is told to)
            return moved
        return web.page(lambda: pages.explore_page(web.snapshot(), choice, _reads()))
    except ChoiceError as error:
        raise fail(400, "choice", error.detail, error.hint, near=_near()) from error


def _reads() -> PooledReads:
    """Let the queries of this page run where users' own run, at the cost of who asks for it."""
    return PooledReads(web.snapshot(), web.services().engine, client_of(request.environ), NARROWER)


def _near() -> dict[str, str]:
    """Offer states with names like those asked for: address → name."""
    found = {}
    for slug in request.args.getlist("state")[:MOST_STATES]:
        for hit in resemble(web.snapshot().search, slug[:80], 5, lambda kinds: "State" in kinds):
            found[f"{request.script_root}/explore?state={hit.slug}"] = hit.label
    return found

"""``/correct``: how a claim, a thing or anything else here is put right; where a claim is told."""

from __future__ import annotations

from flask import Blueprint, Response, request
from pyoxigraph import NamedNode

from .. import pages, web
from ..errors import ProblemError, fail

BLUEPRINT = Blueprint("corrections", __name__)


@BLUEPRINT.get("/correct")
def correct() -> Response:
    """Show the entry of the curation log that would correct a claim or a thing."""
    claim, thing = request.args.get("claim", ""), request.args.get("thing", "")
    if claim and (older := _last_told(claim)):
        raise _told_before(claim, older)
    response = web.page(lambda: pages.correction_page(web.snapshot(), claim, thing))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _last_told(claim: str) -> str | None:
    """Give the newest snapshot that has a claim which this one lacks; None for any other name."""
    found, snapshots = web.snapshot(), web.services().snapshots
    if "#claim-" not in claim or found.pinned:
        return None
    try:
        name = NamedNode(_address(claim))
    except ValueError:
        return None
    if found.store.contains_named_graph(name):
        return None
    older = (one.id for one in snapshots.kept() if one.base == found.base.iri)
    held = (one for one in older if snapshots.release(one).store.contains_named_graph(name))
    return next(held, None)


def _told_before(claim: str, older: str) -> ProblemError:
    path = _address(claim).removeprefix(web.snapshot().base.iri)
    where = f"/release/{older}/{path}"
    detail = "This claim is not in the current snapshot: it was read otherwise since, or corrected."
    return fail(
        410, "claim-gone", detail, f"It stands in snapshot {older}: {where}", near={where: older}
    )


def _address(claim: str) -> str:
    base = web.snapshot().base.iri
    return claim if claim.startswith(base) else f"{base}article/{claim}"

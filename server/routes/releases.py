"""Snapshots as releases: which there are, and their dumps, those of removed ones too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Blueprint, Response, redirect, request, send_file, url_for

from ontology.dataset import CHANGES

from .. import pages, web
from ..formats import HTML, Format
from ..negotiate import choose_or_fail
from ..replies import KEPT_S

BLUEPRINT = Blueprint("releases", __name__)
JSON = Format("json", "application/json", "JSON", None)


@BLUEPRINT.get("/releases")
def releases() -> Response:
    """List the snapshots that are kept, and those of which only the dump is."""
    form = choose_or_fail(web.accept(), (JSON, HTML))
    if form is HTML:
        snapshots = web.services().snapshots
        response = web.page(
            lambda: pages.releases_page(web.snapshot(), snapshots.kept(), snapshots.removed())
        )
    else:
        response = web.json_response(_told())
    response.vary.add("Accept")
    response.headers["Cache-Control"] = "no-cache"
    return response


def _told() -> dict[str, Any]:
    snapshots = web.services().snapshots
    kept = [
        {
            "snapshot": one.id,
            "created": one.created,
            "address": url_for("releases.release", name=one.id) + "/",
            "dump": url_for("releases.dump", name=one.id, form="nq"),
            "files": one.files,
            "previous": one.previous,
            "changes": one.changes,
            "counts": one.counts,
            "versions": one.versions,
        }
        for one in snapshots.kept()
    ]
    removed = [
        {"snapshot": name, "dump": url_for("releases.dump", name=name, form="nq")}
        for name in snapshots.removed()
    ]
    return {"current": snapshots.current().id, "kept": kept, "removed": removed}


@BLUEPRINT.get("/release/<name>")
def release(name: str) -> Response:
    """Send on to the first page of a release, whose links are relative to its last slash."""
    web.release(name)
    response = redirect(f"{request.script_root}/release/{name}/", 301, Response)
    assert isinstance(response, Response)  # noqa: S101 (it makes what it is told to)
    return response


@BLUEPRINT.get("/dump/<name>.<any(nq, trig, jsonld, ttl, rdfp):form>.gz")
def dump(name: str, form: str) -> Response:
    """Give a whole dataset, the current one or that of a snapshot's id, or what changed in it."""
    found, file = web.snapshot(), CHANGES if form == "rdfp" else f"data.{form}.gz"
    if name in ("data", found.id):
        return _file(found.folder / file, found.id, fixed=found.pinned or name != "data")
    snapshots = web.services().snapshots
    if name in snapshots.removed() and (left := snapshots.removed_file(name, form)).is_file():
        return _file(left, name, fixed=True)
    return _file(web.release(name).folder / file, name, fixed=True)


def _file(path: Path, name: str, *, fixed: bool) -> Response:
    if not path.is_file():
        raise web.not_found()
    kind = path.name.partition(".")[2]
    tag, title = f"{name}-{kind}", f"entente-{name}.{kind}"
    response = send_file(path, "application/gzip", True, title, etag=tag, max_age=60)
    age = KEPT_S if fixed else web.services().config.max_age_s
    response.headers["Cache-Control"] = f"public, max-age={age}"
    return response

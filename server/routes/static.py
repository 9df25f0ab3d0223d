"""The files that pages need: style sheet, scripts, fonts, maps. Who names a hash may keep one."""

from __future__ import annotations

import mimetypes
from functools import lru_cache

from flask import Blueprint, Response, request

from .. import web
from ..compress import SMALLEST, choose_coding, is_text, squeeze, tag_in
from ..pages import assets

BLUEPRINT = Blueprint("static", __name__)
FOR_GOOD = "public, max-age=31536000, immutable"


@BLUEPRINT.get("/static/<path:name>")
def file(name: str) -> Response:
    """Give a file that pages need."""
    data = assets.files().get(name)
    if data is None:
        raise web.not_found()
    response = Response(data, content_type=_kind(name))
    response.set_etag(assets.digest(name))
    is_named = request.args.get("v") == assets.digest(name)
    response.headers["Cache-Control"] = FOR_GOOD if is_named else "no-cache"
    response.make_conditional(request)
    if response.status_code == 200 and is_text(response.content_type) and len(data) >= SMALLEST:
        _shorten(response, name)
    return response


def _kind(name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "text/plain"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _shorten(response: Response, name: str) -> None:
    """Put a body into the coding that is asked for; what was made so is kept."""
    response.vary.add("Accept-Encoding")
    coding = choose_coding(request.headers.get("Accept-Encoding", ""))
    if coding:
        response.set_data(_squeezed(name, coding))
        response.headers["Content-Encoding"] = coding
        response.headers["ETag"] = tag_in(coding, response.headers["ETag"])


@lru_cache(256)
def _squeezed(name: str, coding: str) -> bytes:
    return squeeze(coding, assets.files()[name])

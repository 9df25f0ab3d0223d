"""The framework's side of an answer: headers, validators, problems rendered by Accept."""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
from collections.abc import Callable, Iterable, Mapping

from flask import Flask, Response, current_app, g, request
from pyoxigraph import NamedNode, Quad
from werkzeug.exceptions import HTTPException

from ontology import prefixes_for
from ontology.dataset import NoSnapshotError
from ontology.endpoint import EndpointError
from ontology.iris import is_slug

from . import pages
from .errors import MEDIA_TYPE, Problem, ProblemError, fail
from .failures import problem_of_store
from .formats import GRAPHS, HTML, Format
from .negotiate import choose
from .profiles import settle_format
from .rdf import write_rdf
from .releases import RELEASE
from .replies import KEPT_S
from .reporting import report_link
from .services import Services
from .snapshots import RemovedError, Snapshot

LOG = logging.getLogger(__name__)
POLICY = "; ".join(
    [f"{name} 'none'" for name in ("default-src", "base-uri", "frame-ancestors")]
    + [
        f"{name} 'self'"
        for name in ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action")
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Location, ETag, Link, Location, Retry-After",
}
JSON = Format("json", "application/json", "JSON", None)
PROBLEMS = (
    Format("json", MEDIA_TYPE, "JSON", None, ("application/json",)),
    HTML,
    Format("txt", "text/plain", "text", None),
)


def services() -> Services:
    """Give the application's services."""
    found: Services = current_app.extensions["entente"]
    return found


def snapshot() -> Snapshot:
    """Give the snapshot of this request: the same from its start to its end."""
    if "snapshot" not in g:
        name = request.environ.get(RELEASE)
        found = release(name) if name else services().snapshots.current()
        g.snapshot = found.for_request()
    held: Snapshot = g.snapshot
    return held


def release(name: str) -> Snapshot:
    """Open the snapshot of an id.

    Raises:
        ProblemError: 404 for one that never was, 410 for one of which only the dump is kept.
    """
    try:
        return services().snapshots.release(name)
    except RemovedError as error:
        dump = f"{_site_root()}/dump/{name}.nq.gz"
        detail = f"Snapshot {name} is kept no longer; its data is, as N-Quads: {dump}"
        raise fail(410, "release-removed", detail, dump=dump) from error
    except NoSnapshotError as error:
        hint = f"The snapshots that there are: {_site_root()}/releases"
        raise fail(404, "release-unknown", f"Here, {error}.", hint) from error


def _site_root() -> str:
    """Give the way to the site's root, without that of a release."""
    return request.script_root.partition("/release/")[0]


def accept() -> str:
    """Give the Accept header, empty when there is none."""
    return request.headers.get("Accept", "")


def address() -> str:
    """Give the address that this request was sent to, as the client sees it, without query."""
    try:
        return NamedNode(request.base_url).value
    except ValueError:
        return f"{snapshot().base.iri}{request.path.lstrip('/')}"


def asked_format(table: tuple[Format, ...], suffixed: Format | None = None) -> Format:
    """Give the format that this request asks a document in: by suffix, profile and Accept.

    Raises:
        ProblemError: 406 when there is none.
    """
    argument = request.args.get("profile") or request.args.get("_profile", "")

    def header(name: str) -> str:
        return request.headers.get(name, "")

    return settle_format(suffixed, table, header, argument, snapshot().base.iri)


def json_response(value: Mapping[str, object]) -> Response:
    """Answer with JSON."""
    return Response(json.dumps(value, indent=1) + "\n", content_type="application/json")


def remembered_json(make: Callable[[], Mapping[str, object]]) -> Response:
    """Answer with JSON that path and snapshot determine; it is made once, then remembered."""

    def write() -> bytes:
        return json.dumps(make(), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    return _answer(_remembered(JSON, write, request.base_url), JSON)


def page(make: Callable[[], str | None]) -> Response:
    """Answer with the page of this address; it is made once for each snapshot, then remembered.

    Raises:
        ProblemError: 404 when there is none.
    """

    def write() -> bytes:
        if (html := make()) is None:
            raise not_found()
        return html.encode()

    return _answer(_remembered(HTML, write), HTML)


def document(quads: Callable[[], Iterable[Quad]], form: Format) -> Response:
    """Answer with the RDF document of this address in a format of the table, made once likewise."""
    prefixes = prefixes_for(snapshot().base.iri)
    return _answer(_remembered(form, lambda: write_rdf(quads(), form, prefixes)), form)


def _answer(body: bytes, form: Format) -> Response:
    return validated(Response(body, content_type=form.content_type), body)


def _remembered(form: Format, make: Callable[[], bytes], address: object = None) -> bytes:
    cache, whole = services().remembered, (request.base_url, request.query_string)
    key = (snapshot().folder, address or whole, form)
    if (body := cache.get(key)) is None:
        body = make()
        cache.put(key, body, len(body) + len(request.url))
    return body


def validated(response: Response, basis: bytes, *, weak: bool = False) -> Response:
    """Add an ETag made from the snapshot and what the answer rests on; 304 to who has it.

    Args:
        response: The answer.
        basis: The body, or what determines it.
        weak: Whether equal answers may differ in their bytes (RFC 9110, section 8.8.1).
    """
    digest = hashlib.sha256(b"%s %s" % (snapshot().id.encode(), basis)).hexdigest()[:20]
    response.set_etag(digest, weak)
    response.headers["Cache-Control"] = f"public, max-age={services().config.max_age_s}"
    response.make_conditional(request)
    return response


class MovedError(Exception):
    """What was asked for has another address now.

    Attributes:
        path: Its path, below the script's own.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def not_found() -> ProblemError | MovedError:
    """Say where what had this address is now, why it is gone, or what has a name like it."""
    fate = None if snapshot().pinned else services().ledger.find(request.path)
    if fate and fate.moved_to:
        return MovedError(fate.moved_to)
    if fate:
        hint = "Older snapshots, which may have it, are listed at /releases."
        return fail(410, "withdrawn", f"{fate.address!r} is withdrawn. {fate.reason}", hint)
    return fail(
        404,
        "unknown",
        f"Nothing has the address {request.path[:200]!r} in snapshot {snapshot().id}.",
        "Look for it by name at /search, or ask for it at /query.",
        near=pages.near_pages(snapshot(), request.path[:200]),
    )


def install(app: Flask) -> None:
    """Set the answer to every problem, and the headers of every answer."""
    app.register_error_handler(ProblemError, lambda error: render_problem(error.problem))
    app.register_error_handler(EndpointError, lambda error: render_problem(problem_of_store(error)))
    app.register_error_handler(MovedError, lambda error: _moved(error.path))
    app.register_error_handler(HTTPException, _standard)
    app.before_request(_tell_pages)
    app.before_request(_open_release)
    app.register_error_handler(Exception, _unforeseen)
    app.after_request(_finish)


def _tell_pages() -> None:
    """Tell the frame of pages which address is asked for, as the data names it."""
    path = request.script_root.removeprefix(_site_root()) + request.path
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    page = f"{services().snapshots.current().base.iri}{path.lstrip('/')}{query}"
    kind, _, slug = request.path.strip("/").partition("/")
    correct = f"correct?thing={slug}" if kind == "page" and is_slug(slug) else "correct"
    pages.ASKED.set(pages.Asked(report_link(services().config.report_to, page), correct))


def _open_release() -> None:
    """Open the release that the address names, before anything else can fail for want of it."""
    if RELEASE in request.environ:
        snapshot()


def _moved(path: str) -> Response:
    response = Response(status=301)
    response.location = request.script_root + path
    response.headers["Cache-Control"] = f"public, max-age={services().config.max_age_s}"
    return response


def _pin(response: Response) -> None:
    """Say of an answer from a release where its latest version is; it may be kept for a day."""
    latest = request.full_path.rstrip("?") if request.query_string else request.path
    response.headers.add("Link", f'<{_site_root()}{latest}>; rel="latest-version"')
    if "Cache-Control" in response.headers and response.status_code < 400:
        response.headers["Cache-Control"] = f"public, max-age={KEPT_S}"


def _finish(response: Response) -> Response:
    if request.method != "HEAD":
        try:
            services().streams.take_place(response)
        except ProblemError as error:
            response.close()
            response = render_problem(error.problem)
    if "snapshot" in g and g.snapshot.pinned:
        _pin(response)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def render_problem(problem: Problem) -> Response:
    """Answer with a problem, as a page, as JSON (RFC 9457) or as text."""
    form = choose(accept(), PROBLEMS) or PROBLEMS[0]
    if form is HTML:
        body = pages.problem_page(problem)
    else:
        body = problem.to_json() if form is PROBLEMS[0] else problem.to_text()
    response = Response(body, problem.status, content_type=form.content_type)
    response.headers.update(problem.headers)
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Accept")
    return response


def _standard(error: HTTPException) -> Response:
    status = error.code or 500
    if status == 404:
        missing = not_found()
        if isinstance(missing, MovedError):
            return _moved(missing.path)
        return render_problem(missing.problem)
    if status < 400:
        return Response(error.get_response().get_data(), status, dict(error.get_headers()))
    detail = error.description or error.name
    headers = {key: value for key, value in error.get_headers() if key == "Allow"}
    return render_problem(
        Problem(status, error.name.lower().replace(" ", "-"), detail, headers=headers)
    )


def _unforeseen(error: Exception) -> Response:
    mark = secrets.token_hex(4)
    LOG.error("%s: %s %s failed", mark, request.method, request.path, exc_info=error)
    return render_problem(
        Problem(
            500,
            "internal",
            f"Something went wrong here; the log knows it as {mark}.",
            "If it happens again, please report it with that mark.",
            {"id": mark},
        )
    )


ALL_FORMATS = (*GRAPHS, HTML)

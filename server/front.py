"""In front of the web framework: queries by the SPARQL 1.1 Protocol, answered without it.

What was answered before is known by the request alone and leaves at once. Everything else that
``/sparql`` can be (its description, a page, a problem to render) goes on to the framework, with
what was found out about it in the WSGI environment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from pyoxigraph import NamedNode

from ontology.dataset import NoSnapshotError
from ontology.endpoint import EndpointError

from .cache import Cache
from .clients import client_of
from .compress import SMALLEST, choose_coding, squeeze, squeezer, tag_in
from .errors import ProblemError, fail
from .failures import problem_of_store
from .federation import read_prefixes
from .formats import GRAPHS, HTML, RESULTS, named_format
from .negotiate import choose, choose_or_fail, not_acceptable
from .protocol import QueryRequest, parse_graph_request, parse_request
from .query import Question, Result, Wanted
from .releases import RELEASE
from .replies import KEPT_S, Headers, Known, Stream, has_tag, send_not_modified, tag_of
from .services import Services
from .snapshots import RemovedError, Snapshot

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]
PATH, STORE_PATH = "/sparql", "/graphs"
METHODS = {PATH: ("GET", "HEAD", "POST"), STORE_PATH: ("GET", "HEAD")}
ASKED, PROBLEM = "entente.asked", "entente.problem"
"""Where the environment holds what the framework is to go on with."""
LONGEST_ADDRESS = 1 << 15
_SAFE = "%=&+;:/?@!$'()*,-._~"


class Front:
    """The WSGI application before the framework's."""

    def __init__(self, pages: Application, services: Services, common: Mapping[str, str]) -> None:
        self._pages, self._common = pages, list(common.items())
        self._config, self._snapshots = services.config, services.snapshots
        self._engine, self._streams = services.engine, services.streams
        self._counts = services.counts
        self._services = read_prefixes(services.config.services)
        self._known: Cache[Known] = Cache(services.config.cache_mb << 18)

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer a request."""
        method = environ["REQUEST_METHOD"]
        if method not in METHODS.get(environ["PATH_INFO"], ()):
            return self._pages(environ, start_response)
        if method != "POST":
            known = self._known.get(_reading(environ))
            if known and (known.snapshot.pinned or known.snapshot is self._snapshots.current()):
                self._counts.known.inc()
                return known.send(environ, start_response)
        try:
            return self._answer(environ, start_response)
        except (NoSnapshotError, RemovedError):
            return self._pages(environ, start_response)
        except ProblemError as error:
            environ[PROBLEM] = error.problem
            return self._pages(environ, start_response)
        except EndpointError as error:
            environ[PROBLEM] = problem_of_store(error)
            return self._pages(environ, start_response)

    def _answer(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        name = environ.get(RELEASE)
        snapshot = self._snapshots.release(name) if name else self._snapshots.current()
        asked, wanted = self._read(environ, snapshot)
        if asked is None or wanted is None:
            environ[ASKED] = asked
            return self._pages(environ, start_response)
        client = client_of(environ)
        question = Question(snapshot, asked, wanted, self._config.output_mb, client)
        tag = tag_of(question) if asked.fixed else ""
        headers = self._headers(environ, snapshot, tag)
        held = environ.get("HTTP_IF_NONE_MATCH", "")
        if tag and environ["REQUEST_METHOD"] != "POST" and has_tag(held, tag):
            return send_not_modified(held, tag, headers, start_response)
        result = self._engine.answer(question)
        if isinstance(result.body, bytes):
            return self._whole(environ, question, headers, result, tag).send(
                environ, start_response
            )
        return self._stream(environ, start_response, question, headers, result, tag)

    def _read(
        self, environ: Environ, snapshot: Snapshot
    ) -> tuple[QueryRequest | None, Wanted | None]:
        accept = environ.get("HTTP_ACCEPT", "")
        if environ["PATH_INFO"] == STORE_PATH:
            asked = parse_graph_request(environ["QUERY_STRING"].encode("latin-1"))
            for name in asked.default_graphs:
                _must_hold(snapshot, name)
            return asked, Wanted(None, choose_or_fail(accept, GRAPHS))
        query = self._parse(environ, snapshot)
        return query, wanted_by(query.format, accept) if query else None

    def _parse(self, environ: Environ, snapshot: Snapshot) -> QueryRequest | None:
        method, address = environ["REQUEST_METHOD"], environ["QUERY_STRING"]
        if len(address) > LONGEST_ADDRESS:
            raise fail(
                414,
                "address-too-long",
                f"The address has {len(address)} characters; up to {LONGEST_ADDRESS} are read.",
                "Send the query by POST, as application/sparql-query.",
            )
        return parse_request(
            method,
            address.encode("latin-1"),
            environ.get("CONTENT_TYPE", ""),
            read_body(environ, self._config.request_kb) if method == "POST" else b"",
            snapshot.base.iri,
            self._services,
        )

    def _headers(self, environ: Environ, snapshot: Snapshot, tag: str) -> Headers:
        seconds = KEPT_S if snapshot.pinned else self._config.max_age_s
        headers = [
            *self._common,
            ("Vary", "Accept, Accept-Encoding"),
            ("Cache-Control", f"public, max-age={seconds}" if tag else "no-store"),
        ]
        if snapshot.pinned:
            root = environ.get("SCRIPT_NAME", "").partition("/release/")[0]
            latest = f"{root}{environ['PATH_INFO']}?{quote(environ['QUERY_STRING'], safe=_SAFE)}"
            headers.append(("Link", f'<{latest}>; rel="latest-version"'))
        return headers

    def _whole(
        self, environ: Environ, question: Question, headers: Headers, result: Result, tag: str
    ) -> Known:
        body = b"".join(result.chunks())
        coding = choose_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if coding and len(body) >= SMALLEST:
            body = squeeze(coding, body)
        else:
            coding = ""
        headers = [
            *headers,
            *_own(question, result, tag, coding),
            ("Content-Length", str(len(body))),
        ]
        known = Known(question.snapshot, tag, headers, body)
        if tag and environ["REQUEST_METHOD"] != "POST":
            reading = _reading(environ)
            self._known.put(reading, known, len(body) + sum(map(len, reading)) + 1000)
        return known

    def _stream(
        self,
        environ: Environ,
        start_response: Any,
        question: Question,
        headers: Headers,
        result: Result,
        tag: str,
    ) -> Iterable[bytes]:
        coding = choose_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        headers = [*headers, *_own(question, result, tag, coding)]
        if environ["REQUEST_METHOD"] == "HEAD":
            result.close()
            start_response("200 OK", headers)
            return [b""]
        made = squeezer(coding) if coding else None
        try:
            stream = Stream(result, made, question.client.connection, self._streams)
        except ProblemError:
            result.close()
            raise
        start_response("200 OK", headers)
        return stream


def _must_hold(snapshot: Snapshot, name: str) -> None:
    try:
        is_there = snapshot.store.contains_named_graph(NamedNode(name))
    except ValueError:
        is_there = False
    if not is_there:
        raise fail(
            404,
            "graph-unknown",
            f"There is no graph {name[:200]!r}.",
            "List those that there are by SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }.",
        )


def _own(question: Question, result: Result, tag: str, coding: str) -> Headers:
    """Give the headers of a representation; one whose format a parameter names is for keeping."""
    headers = [("Content-Type", result.format.content_type)]
    if coding:
        headers.append(("Content-Encoding", coding))
    if tag:
        headers.append(("ETag", tag_in(coding, tag)))
    if question.request.format:
        name = f"query.{result.format.extension}"
        headers.append(("Content-Disposition", f'attachment; filename="{name}"'))
    return headers


def _reading(environ: Mapping[str, Any]) -> tuple[str, ...]:
    """Give all of a request without body that its answer depends on."""
    accept, coding = environ.get("HTTP_ACCEPT", ""), environ.get("HTTP_ACCEPT_ENCODING", "")
    place = environ.get("SCRIPT_NAME", "") if RELEASE in environ else ""
    return environ["PATH_INFO"], environ["QUERY_STRING"], accept, coding, place


@lru_cache(1024)
def wanted_by(named: str, accept: str) -> Wanted | None:
    """Give the formats that a request takes; None where it rather wants a page.

    Args:
        named: Suffix that a parameter names; it counts more than the header.
        accept: The Accept header.

    Raises:
        ProblemError: 400 where there is no such suffix, 406 where nothing fits the header.
    """
    if named:
        wanted = Wanted(named_format(named, RESULTS), named_format(named, GRAPHS))
        if wanted == Wanted(None, None):
            known = ", ".join(row.extension for row in (*RESULTS, *GRAPHS))
            raise fail(400, "format", f"There is no format {named[:20]!r}.", f"Take {known}.")
        return wanted
    if choose(accept, (*RESULTS, *GRAPHS, HTML)) is HTML:
        return None
    wanted = Wanted(choose(accept, RESULTS), choose(accept, GRAPHS))
    if wanted == Wanted(None, None):
        raise not_acceptable(accept, (*RESULTS, *GRAPHS))
    return wanted


def read_body(environ: Mapping[str, Any], limit_kb: int) -> bytes:
    """Read a request's body.

    Raises:
        ProblemError: 413 beyond the limit, 415 where it is in a content coding.
    """
    if environ.get("HTTP_CONTENT_ENCODING", "identity").lower() != "identity":
        raise fail(
            415, "coding", "A request in a content coding is not read.", "Send the query as it is."
        )
    limit, said = limit_kb << 10, environ.get("CONTENT_LENGTH") or "0"
    body = b""
    if said.isdecimal() and int(said) <= limit:
        body = environ["wsgi.input"].read(limit + 1)
    if not said.isdecimal() or int(said) > limit or len(body) > limit:
        raise fail(
            413,
            "request-too-large",
            f"The request is larger than {limit_kb} KiB.",
            "Send a shorter query; many values are better sent in several queries.",
        )
    return body

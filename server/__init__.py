"""Serves published snapshots over HTTP: SPARQL, dereferencing, pages. Never writes."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from . import web
from .cache import Cache
from .compress import compressed
from .config import Config
from .engines import EngineSnapshots
from .front import Application, Front
from .ledger import Ledger
from .metrics import Counts
from .query import Engine
from .receiving import receive_whole
from .releases import pin_releases
from .routes import (
    between,
    corrections,
    documents,
    entities,
    explore,
    feeds,
    finding,
    fragments,
    opensearch,
    reconciliation,
    releases,
    site,
    sparql,
    static,
)
from .sending import Streams, hand_over_whole
from .services import Services
from .snapshots import Snapshots
from .watching import Watching

__all__ = ["Config", "create_app"]


def create_app(config: Config | None = None) -> Flask:
    """Make the application over what is published under ``config.snapshots``.

    Raises:
        NoSnapshotError: When nothing has been published there.
    """
    config, counts = config or Config(), Counts()
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = config.request_kb << 10
    services = Services(
        config,
        open_snapshots(config),
        Engine(config, Watching(config, counts)),
        Cache(config.cache_mb << 18),
        Streams(config.streams, config.stall_s),
        Ledger(config.snapshots),
        counts,
    )
    app.extensions["entente"] = services
    for module in (
        between,
        site,
        explore,
        feeds,
        finding,
        fragments,
        opensearch,
        entities,
        documents,
        corrections,
        reconciliation,
        releases,
        sparql,
        static,
    ):
        app.register_blueprint(module.BLUEPRINT)
    web.install(app)
    pages = compressed(hand_over_whole(app.wsgi_app))
    app.wsgi_app = _before(pages, services)  # type: ignore[assignment,method-assign]
    return app


def open_snapshots(config: Config) -> Snapshots:
    """Give the snapshots of the folder, or those of the engines where some are named.

    Raises:
        NoSnapshotError: When nothing has been published there.
    """
    if config.engines:
        return EngineSnapshots(config.snapshots, config.engines, config.deadline_s)
    return Snapshots(config.snapshots)


def _before(pages: Application, services: Services) -> Application:
    """Put in front of the framework what answers queries, and what trusts proxies."""
    front = Front(pages, services, web.HEADERS)
    config, count = services.config, services.config.proxies
    received = receive_whole(pin_releases(front), config.request_kb << 10, config.uploads)
    whole = services.counts.counting(received)
    return ProxyFix(whole, count, count, count, 0, count) if count else whole

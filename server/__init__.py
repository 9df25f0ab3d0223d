"""Serves published snapshots over HTTP: SPARQL, dereferencing, pages. Never writes."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from . import web
from .cache import Cache
from .compress import compressed
from .config import Config
from .front import Application, Front
from .ledger import Ledger
from .query import Engine
from .releases import pin_releases
from .routes import documents, entities, reconciliation, releases, site, sparql
from .sending import Streams, hand_over_whole
from .snapshots import Snapshots

__all__ = ["Config", "create_app"]


def create_app(config: Config | None = None) -> Flask:
    """Make the application over what is published under ``config.snapshots``.

    Raises:
        NoSnapshotError: When nothing has been published there.
    """
    config = config or Config()
    app = Flask(__name__, static_folder="pages/static", static_url_path="/static")
    app.config["MAX_CONTENT_LENGTH"] = config.request_kb << 10
    services = web.Services(
        config,
        Snapshots(config.snapshots),
        Engine(config),
        Cache(config.cache_mb << 18),
        Streams(config.streams),
        Ledger(config.snapshots),
    )
    app.extensions["entente"] = services
    for module in (site, entities, documents, reconciliation, releases, sparql):
        app.register_blueprint(module.BLUEPRINT)
    web.install(app)
    pages = compressed(hand_over_whole(app.wsgi_app))
    app.wsgi_app = _before(pages, services)  # type: ignore[assignment,method-assign]
    return app


def _before(pages: Application, services: web.Services) -> Application:
    """Put in front of the framework what answers queries, and what trusts proxies."""
    config = services.config
    front = pin_releases(
        Front(pages, config, services.snapshots, services.engine, services.streams, web.HEADERS)
    )
    count = config.proxies
    return ProxyFix(front, count, count, count, 0, count) if count else front

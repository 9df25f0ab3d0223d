"""Serves published snapshots over HTTP: SPARQL, dereferencing, pages. Never writes."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from . import web
from .cache import Cache
from .config import Config
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
    remembered: Cache[bytes] = Cache(config.cache_mb << 19)
    app.extensions["entente"] = web.Services(
        config,
        Snapshots(config.snapshots),
        Engine(config),
        remembered,
        Streams(config.streams),
        Ledger(config.snapshots),
    )
    for module in (site, entities, documents, reconciliation, releases, sparql):
        app.register_blueprint(module.BLUEPRINT)
    web.install(app)
    app.wsgi_app = pin_releases(hand_over_whole(app.wsgi_app))  # type: ignore[assignment,method-assign]
    if config.proxies:
        count = config.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, count, count, count, 0, count
        )
    return app

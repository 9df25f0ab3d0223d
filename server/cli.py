"""``entente-serve``: serves the newest snapshot."""

from __future__ import annotations

import math
import os
import signal
import socket
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from ontology.dataset import Manifest, NoSnapshotError

from . import create_app, open_snapshots
from .config import ENV_PREFIX, SETTINGS, Config, Setting
from .logs import write_json_lines
from .metrics import FOLDER


def _options(command: Any) -> Any:
    for setting in reversed(SETTINGS):
        command = click.option(*_declaration(setting), **_behaviour(setting))(command)
    return command


def _declaration(setting: Setting) -> tuple[str, str]:
    return setting.flag, setting.name


def _behaviour(setting: Setting) -> dict[str, Any]:
    kind = click.Path(path_type=Path) if setting.type is Path else setting.type
    return {
        "type": kind,
        "default": setting.default,
        "show_default": True,
        "envvar": setting.variable,
        "show_envvar": True,
        "help": f"{setting.help} [{setting.unit}]",
    }


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="entente")
@_options
def main(**values: Any) -> None:
    """Serve the newest snapshot: pages, linked data and a SPARQL endpoint, read-only.

    A snapshot that entente-load publishes later is taken up without a restart. Stop with Ctrl-C.

    Example: entente-serve --snapshots build --port 8000
    """
    try:
        config = Config(**values)
        manifest = open_snapshots(config).current().manifest
        check_port(config.host, config.port)
    except (ValueError, NoSnapshotError, OSError) as error:
        click.echo(f"entente-serve: {error}", err=True)
        sys.exit(2)
    announce(config, manifest)
    serve(config)


def check_port(host: str, port: int) -> None:
    """See that nobody listens there yet; the server shares its port between processes.

    Raises:
        OSError: Saying so in a sentence.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise OSError(
            f"cannot listen on {host}:{port} ({error.strerror or error}); "
            "choose another with --port or --host, or stop what listens there"
        ) from error


def announce(config: Config, manifest: Manifest) -> None:
    """Say what is served and where, and warn when the data names itself otherwise."""
    counts = ", ".join(f"{name} {number}" for name, number in sorted(manifest.counts.items()))
    host = f"[{config.host}]" if ":" in config.host else config.host
    here = f"http://{host}:{config.port}/"
    click.echo(f"Snapshot {manifest.id} of {manifest.created} ({counts or 'no counts given'})")
    click.echo(f"Serving it at {here} (SPARQL at {here}sparql)")
    if not same_place(manifest.base, config.host, config.port):
        click.echo(
            f"Note: the data's addresses begin with {manifest.base}, which is not where this "
            "server listens. Links in pages work all the same; addresses in results lead there. "
            f"To change them: entente-load build --base {here}",
            err=True,
        )


def same_place(base: str, host: str, port: int) -> bool:
    """Tell whether a base's host and port are the ones listened on."""
    parts = urlsplit(base)
    local = {"localhost", "127.0.0.1", "::1", "0.0.0.0", "::"}  # noqa: S104 (names, no binding)
    is_host = parts.hostname == host or {parts.hostname, host} <= local
    return is_host and (parts.port or {"http": 80, "https": 443}[parts.scheme]) == port


def serve(config: Config) -> None:
    """Run the server until it is told to stop."""
    threads = sum(_threads(config))
    server = Server(
        "server:create_app",
        address=config.host,
        port=config.port,
        interface=Interfaces.WSGI,
        workers=config.workers,
        blocking_threads=threads,
        log_level=LogLevels.error,
        workers_kill_timeout=math.ceil(config.deadline_s) + 5,
        http=HTTPModes.http1,
        process_name=None,
    )
    with tempfile.TemporaryDirectory(prefix="entente-metrics-") as counts:
        os.environ[FOLDER] = counts
        server.serve(target_loader=partial(load, config), wrap_loader=False)


def _threads(config: Config) -> tuple[int, ...]:
    places = config.query_workers, config.query_queue, config.streams, config.uploads
    return config.page_threads, *places


def load(config: Config) -> Any:
    """Make the application inside a server process, and start its query processes."""
    # Until granian listens for it, a stop ends the process at once; what it inherits would lose it.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    write_json_lines()
    app = create_app(config)
    services = app.extensions["entente"]
    for _ in range(config.query_workers):
        services.engine.pool.warm(services.snapshots.current().place)
    return app


if __name__ == "__main__":
    main(auto_envvar_prefix=ENV_PREFIX)

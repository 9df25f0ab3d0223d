"""``entente-load publish``: thin over ``engines.publish``."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from ontology.endpoint import Credentials, Endpoint, EndpointError, check_address

from ..refusals import reported
from .engines import PublishError
from .engines import publish as publish_snapshot

TIMEOUT_S = 600.0


@click.command()
@click.argument("addresses", nargs=-1, required=True)
@click.option(
    "--update",
    "updates",
    multiple=True,
    help="Where the engine at the same place takes updates, if it is not guessed right.",
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True)
@click.option("--in-place", is_flag=True, help="Change an engine that serves, under its readers.")
@reported
def publish(
    addresses: tuple[str, ...], updates: tuple[str, ...], out: Path, in_place: bool
) -> None:
    """Publish the current snapshot to a SPARQL engine, whose query address is given.

    Give two ADDRESSES, and they take turns: the one that does not serve is emptied, loaded and
    compared with what was sent, graph by graph; then one triple makes it the one that serves.
    Whatever fails before leaves the other serving. Credentials come from ENTENTE_STORE_USER and
    ENTENTE_STORE_PASSWORD, or ENTENTE_STORE_TOKEN.

    Example: entente-load publish http://localhost:7878/query http://localhost:7879/query
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    try:
        engines = _engines(addresses, updates)
        done = publish_snapshot(out, engines, at, in_place=in_place)
    except (EndpointError, ValueError) as error:
        raise PublishError(f"nothing was published: {error}") from error
    what = f"{done.quads:,} quads in {done.graphs:,} graphs" if done.quads else "it was there"
    click.echo(f"{done.address} serves snapshot {done.published.manifest.id} ({what})")


def _engines(addresses: tuple[str, ...], updates: tuple[str, ...]) -> list[Endpoint]:
    if updates and len(updates) != len(addresses):
        raise ValueError("give --update once for each address, or not at all")
    credentials = Credentials.from_environment()
    places = updates or tuple(map(guess_update, addresses))
    return [
        Endpoint(check_address(query), check_address(update), credentials, TIMEOUT_S)
        for query, update in zip(addresses, places, strict=True)
    ]


def guess_update(address: str) -> str:
    """Guess where an engine takes updates from where it takes queries.

    >>> guess_update("http://a/query"), guess_update("http://a/ds/sparql")
    ('http://a/update', 'http://a/ds/update')
    """
    parts = urlsplit(address)
    stem, slash, last = parts.path.rpartition("/")
    known = last in ("query", "sparql")
    return parts._replace(path=f"{stem}{slash}update" if known else parts.path).geturl()

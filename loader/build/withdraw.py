"""The ``withdraw`` command: an article or a thing is left out from the next build on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ontology.iris import is_slug
from ontology.ledger import LEDGER, Gone, add_to_ledger

from ..articles import Article, read_articles
from ..curation.log import append
from ..refusals import reported
from .folders import LOG

KINDS = ("article", "id")


@click.command()
@click.argument("address")
@click.option(
    "--articles",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path("seeds"),
    show_default=True,
    help="Folder of the articles.",
)
@click.option("--author", envvar="ENTENTE_CURATOR", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why; shown to whoever asks for the address.")
@reported
def withdraw(address: str, folder: Path, author: str, reason: str) -> None:
    """Take ADDRESS (article/SLUG or id/SLUG) out of the next snapshot; it then answers 410.

    An article goes into the ledger beside the articles (addresses.jsonl), a thing into the curation
    log. Snapshots and dumps that were published before still hold it: build with --kept 1, and
    delete the folder releases, where it must not be had any longer.
    """
    kind, _, slug = address.partition("/")
    if kind not in KINDS or not is_slug(slug):
        raise click.UsageError(f"{address!r}: write article/SLUG or id/SLUG")
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    if kind == "article":
        _check(folder, slug)
        signed = f"{reason.rstrip('.')}. ({author}, {today})"
        add_to_ledger(folder / LEDGER, [Gone(address, None, signed)])
    else:
        entry = {"op": "withdraw", "thing": slug, "date": today, "author": author}
        append(folder / LOG, [entry | {"reason": reason}])
    click.echo(f"{address} is left out from the next build on")


def _check(folder: Path, slug: str) -> None:
    slugs = [one.slug for one in read_articles([folder]) if isinstance(one, Article)]
    if slug not in slugs:
        known = ", ".join(slugs) or "none"
        raise click.UsageError(f"no article {slug!r} in {folder}; there are: {known}")

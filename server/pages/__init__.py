"""Web pages: views in plain values, made from a snapshot, printed by templates."""

from __future__ import annotations

from dataclasses import dataclass

from ..snapshots import Snapshot
from .article import article_view
from .entity import entity_view
from .graph import Graph
from .home import home_view
from .render import render
from .sheet import sheet
from .words import date_words


@dataclass(frozen=True, slots=True)
class Footing:
    """What the foot of each page says of the snapshot: its id and the day it was made."""

    id: str
    day: str


def home_page(snapshot: Snapshot) -> str:
    """Write the first page."""
    return render("home.html", "", view=home_view(_graph(snapshot)), snapshot=_footing(snapshot))


def entity_page(
    snapshot: Snapshot, slug: str, *, evidence_open: bool = False, whole: str | None = None
) -> str | None:
    """Write the page of a thing; None when the snapshot says nothing of it.

    Args:
        snapshot: The data.
        slug: Last part of the thing's IRI.
        evidence_open: Whether every sentence stands open (``?evidence=open``).
        whole: Name of the group that is shown in full (``?all=operations``).
    """
    view = entity_view(_graph(snapshot), slug, whole=whole)
    if view is None:
        return None
    values = {"view": view, "open_evidence": evidence_open}
    return render("entity.html", "../", snapshot=_footing(snapshot), **values)


def article_page(snapshot: Snapshot, slug: str) -> str | None:
    """Write the page of an article; None when the snapshot has none of that name."""
    view = article_view(_graph(snapshot), slug)
    if view is None:
        return None
    return render("article.html", "../", view=view, snapshot=_footing(snapshot))


def article_css(snapshot: Snapshot, slug: str) -> str | None:
    """Write the style sheet that lights up one passage of an article; None when it is unknown."""
    return sheet(_graph(snapshot), slug)


def _graph(snapshot: Snapshot) -> Graph:
    return Graph(snapshot.store, snapshot.base)


def _footing(snapshot: Snapshot) -> Footing:
    return Footing(snapshot.id, date_words(snapshot.manifest.created[:10]))

"""Web pages: views in plain values, made from a snapshot, printed by templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ontology.dataset import Manifest

from ..errors import Problem
from ..snapshots import Snapshot
from ..store import Reads
from .about import about_view
from .article import article_view
from .asked import ASKED as ASKED
from .asked import Asked as Asked
from .between import between_view
from .correcting import claim_correction, thing_correction
from .entity import entity_view
from .explore import Choice, explore_view
from .finding import near_names, search_view
from .graph import Graph
from .home import home_view
from .queries import Sent as Sent
from .queries import query_view
from .render import render
from .resource import resource_view
from .sheet import sheet
from .structured import article_data, dataset_data, thing_data
from .terms import terms_of
from .vocabulary import vocabulary_view
from .words import date_words


@dataclass(frozen=True, slots=True)
class Footing:
    """What the foot of each page says of the snapshot.

    Attributes:
        id: Its id.
        day: The day it was made, in words.
        pinned: Whether the page is of a release, beside which there may be a later one.
    """

    id: str
    day: str
    pinned: bool


def home_page(snapshot: Snapshot) -> str:
    """Write the first page."""
    values = {"view": home_view(_graph(snapshot)), "structured": dataset_data(snapshot.manifest)}
    return render("home.html", "", snapshot=_footing(snapshot), base=snapshot.base.iri, **values)


def entity_page(
    snapshot: Snapshot,
    slug: str,
    *,
    evidence_open: bool = False,
    whole: str | None = None,
    incoming: str | None = None,
) -> str | None:
    """Write the page of a thing; None when the snapshot says nothing of it.

    Args:
        snapshot: The data.
        slug: Last part of the thing's IRI.
        evidence_open: Whether every sentence stands open (``?evidence=open``).
        whole: Name of the group that is shown in full (``?all=operations``); None shows the first
            rows of each long group.
        incoming: Name of the relation whose incoming links are shown (``?incoming=about``).
    """
    graph = _graph(snapshot)
    view = entity_view(graph, slug, whole=whole, incoming=incoming)
    if view is None:
        return None
    structured = thing_data(graph, slug)
    values = {"view": view, "open_evidence": evidence_open, "structured": structured}
    return render("entity.html", "../", snapshot=_footing(snapshot), **values)


def preview_page(snapshot: Snapshot, slug: str) -> str | None:
    """Write the small page of a thing that other tools show in a frame; None when unknown."""
    view = entity_view(_graph(snapshot), slug)
    return render("preview.html", "../", view=view) if view else None


def article_page(snapshot: Snapshot, slug: str) -> str | None:
    """Write the page of an article; None when the snapshot has none of that name."""
    graph = _graph(snapshot)
    view = article_view(graph, slug)
    if view is None:
        return None
    values = {"view": view, "structured": article_data(graph, slug)}
    return render("article.html", "../", snapshot=_footing(snapshot), **values)


def article_css(snapshot: Snapshot, slug: str) -> str | None:
    """Write the style sheet that lights up one passage of an article; None when it is unknown."""
    return sheet(_graph(snapshot), slug)


def ontology_page(snapshot: Snapshot) -> str:
    """Write the page of the ontology; its anchors are the local names of the terms."""
    view = vocabulary_view(_graph(snapshot))
    return render("ontology.html", "", view=view, snapshot=_footing(snapshot))


def query_page(snapshot: Snapshot, endpoint: str, sent: Sent, *, part: bool = False) -> str:
    """Write the query page.

    Args:
        snapshot: The data.
        endpoint: Address of ``/sparql``, absolute.
        sent: What was sent, and what came of it.
        part: Whether only what comes below the editor is wanted, for a script to put there.
    """
    view = query_view(_graph(snapshot), endpoint, sent)
    template = "answer.html" if part else "query.html"
    return render(template, "", view=view, snapshot=_footing(snapshot))


def query_terms(snapshot: Snapshot) -> Mapping[str, object]:
    """Give the terms that a query can use, for the editor's completion."""
    return terms_of(_graph(snapshot))


def search_page(snapshot: Snapshot, words: str) -> str:
    """Write the page of what was found by name; a form alone when nothing was typed."""
    view = search_view(_graph(snapshot), snapshot.search, words.strip())
    return render("search.html", "", view=view, snapshot=_footing(snapshot))


def between_page(snapshot: Snapshot, first: str, second: str) -> str | None:
    """Write the page of two states, slugs in order; None when one of them is no state."""
    view = between_view(_graph(snapshot), first, second)
    if view is None:
        return None
    values = {"view": view, "open_evidence": False}
    return render("between.html", "../../", snapshot=_footing(snapshot), **values)


def explore_page(snapshot: Snapshot, choice: Choice, reads: Reads | None = None) -> str:
    """Write the page of the things that fit a choice.

    Args:
        snapshot: The data.
        choice: What was chosen.
        reads: What its queries go through; None for the snapshot's store.

    Raises:
        ChoiceError: When it asks for what there is none of.
    """
    graph = Graph(reads or snapshot.store, snapshot.base)
    view = explore_view(graph, choice, snapshot.search)
    return render("explore.html", "", view=view, snapshot=_footing(snapshot))


def near_pages(snapshot: Snapshot, path: str) -> dict[str, str]:
    """Offer pages for a path that leads nowhere: address → name, at most five."""
    words = path.rpartition("/")[2].partition(".")[0].replace("-", " ")
    links = near_names(snapshot.search, words)
    return {f"/{link.href}": link.text for link in links}


def about_page(snapshot: Snapshot) -> str:
    """Write the page about the data: counts, versions, downloads, citing, licences."""
    values = {"view": about_view(snapshot.manifest), "structured": dataset_data(snapshot.manifest)}
    return render("about.html", "", snapshot=_footing(snapshot), **values)


def releases_page(snapshot: Snapshot, kept: Sequence[Manifest], removed: Sequence[str]) -> str:
    """Write the page of the snapshots that are kept, and of those of which only the dump is."""
    values = {"kept": kept, "removed": removed}
    return render("releases.html", "", snapshot=_footing(snapshot), **values)


def resource_page(snapshot: Snapshot, iri: NamedNode) -> str | None:
    """Write the page of a rule, a curator or one of the dataset's graphs; None when unknown."""
    view = resource_view(_graph(snapshot), iri)
    if view is None:
        return None
    values = {"view": view, "open_evidence": False}
    return render("resource.html", "../", snapshot=_footing(snapshot), **values)


def correction_page(snapshot: Snapshot, claim: str, slug: str) -> str | None:
    """Write the page on how a claim, a thing or anything else is corrected; None when unknown.

    Args:
        snapshot: The data.
        claim: What stands behind ``article/`` in the claim's IRI, or all of it; or empty.
        slug: Slug of the thing; or empty.
    """
    graph, view = _graph(snapshot), None
    if claim or slug:
        view = claim_correction(graph, claim) if claim else thing_correction(graph, slug)
        if view is None:
            return None
    return render("correct.html", "", view=view, snapshot=_footing(snapshot))


def problem_page(problem: Problem) -> str:
    """Write the page of an answer that is no success."""
    members = {name: problem.members.get(name, ()) for name in ("formats", "near")}
    return render("problem.html", "/", problem=problem, **members)


def _graph(snapshot: Snapshot) -> Graph:
    return Graph(snapshot.store, snapshot.base)


def _footing(snapshot: Snapshot) -> Footing:
    return Footing(snapshot.id, date_words(snapshot.manifest.created[:10]), snapshot.pinned)

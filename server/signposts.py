"""``Link`` headers (RFC 8288): other forms of a document, what it is about, under which licence.

The relations are those of https://signposting.org/FAIR/ beside ``alternate`` and ``describes``.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Response

from ontology.dataset import RDF_11, RDF_12, profile_iri

from .formats import GRAPHS, HTML, REIFYING, Format

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
PAGE = "https://schema.org/AboutPage"


def add_link(response: Response, target: str, relation: str, media_type: str = "") -> None:
    """Add one ``Link`` header."""
    kind = f'; type="{media_type}"' if media_type else ""
    response.headers.add("Link", f'<{target}>; rel="{relation}"{kind}')


def add_profile(response: Response, form: Format, dataset: str) -> None:
    """Name the profile that a document is in (Content Negotiation by Profile, section 7.2)."""
    add_link(response, profile_iri(dataset, RDF_12 if form.version else RDF_11), "profile")


def add_signposts(
    response: Response, iri: str, address: Callable[[Format], str], dataset: str
) -> None:
    """Name the forms of a document, what it is about, its licence and its dataset.

    Args:
        response: A document, its page, or what sends on to one of them.
        iri: What the document is about; the same whatever host serves it.
        address: Gives the path of the document in a format.
        dataset: The dataset that the document belongs to.
    """
    for form in (*GRAPHS, HTML):
        add_link(response, address(form), "alternate", form.media_type)
    for form in REIFYING:
        profile = profile_iri(dataset, RDF_12)
        target = f'<{address(form)}>; rel="alternate"; type="{form.media_type}"'
        response.headers.add("Link", f'{target}; profile="{profile}"')
    for form in GRAPHS[:2]:
        add_link(response, address(form), "describedby", form.media_type)
    for relation in ("describes", "canonical", "cite-as"):
        add_link(response, iri, relation)
    add_link(response, LICENCE, "license")
    add_link(response, dataset, "collection")
    if response.status_code == 200 and response.mimetype == HTML.media_type:
        add_link(response, PAGE, "type")

"""What pages tell search engines: schema.org, as JSON-LD inside the page."""

from __future__ import annotations

import csv
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode

from ontology import NAMESPACE as ENT
from ontology import ONTOLOGY
from ontology.curies import term
from ontology.dataset import Manifest

from .graph import ALT_LABEL, Graph, ent
from .words import DATA

CONTEXT, LICENCE = "https://schema.org", "https://creativecommons.org/licenses/by/4.0/"
ABOUT = "Defence cooperation as the news reports it, each fact with the sentence that says so."
_SAME = (term("owl:sameAs"), term("skos:exactMatch"))
_POSITION = (term("geo:lat"), term("geo:long"))
_ENCODED = {"nq": "application/n-quads", "trig": "application/trig",
            "jsonld": "application/ld+json", "ttl": "text/turtle"}  # fmt: skip
MEASURED = ("agreements", "operations", "exercises", "deployments", "transfers", "offices held")
Data = dict[str, Any]


def dataset_data(manifest: Manifest) -> Data:
    """Describe the dataset (schema.org/Dataset)."""
    base = manifest.base
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": base,
        "url": base,
        "name": "Entente",
        "description": ABOUT,
        "license": LICENCE,
        "version": manifest.id,
        "identifier": manifest.id,
        "dateModified": manifest.created,
        "datePublished": manifest.created,
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": urlsplit(base).netloc, "url": base},
        "conditionsOfAccess": "open access",
        "variableMeasured": list(MEASURED),
        "isBasedOn": ONTOLOGY,
        "isAccessibleForFree": True,
        "keywords": ["defence", "security cooperation", "linked open data"],
        "creator": {"@type": "Organization", "name": "Entente", "url": base},
        "distribution": [_download(manifest, *pair) for pair in _ENCODED.items()],
    }


def thing_data(graph: Graph, slug: str) -> Data:
    """Describe a thing by the schema.org type that fits it best."""
    thing = graph.base.thing(slug)
    same = [one.value for by in _SAME for one in graph.objects(thing, by) if _is_address(one)]
    told: Data = {
        "@context": CONTEXT,
        "@type": schema_type(graph, thing),
        "@id": thing.value,
        "url": f"{graph.base.iri}page/{slug}",
        "name": graph.label(thing),
        "alternateName": [one.value for one in graph.objects(thing, ALT_LABEL)],
        "sameAs": same,
        "geo": _position(graph, thing),
    }
    return {name: value for name, value in told.items() if value}


def article_data(graph: Graph, slug: str) -> Data:
    """Describe what is published here of an article (schema.org/NewsArticle)."""
    article = graph.base.article(slug)
    told: Data = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": article.value,
        "url": article.value,
        "headline": graph.label(article),
        "inLanguage": "en",
        "isBasedOn": graph.text(article, term("dcterms:source")),
        "datePublished": graph.text(article, ent("published")),
        "isPartOf": {"@type": "Dataset", "@id": graph.base.iri, "name": "Entente"},
    }
    if publisher := graph.text(article, term("dcterms:publisher")):
        told["publisher"] = {"@type": "Organization", "name": publisher}
    return {name: value for name, value in told.items() if value}


def schema_type(graph: Graph, thing: NamedNode) -> str:
    """Give the schema.org type of the nearest class that has one; Thing where none has."""
    for kind in graph.kinds(thing):
        waiting = [ENT + kind]
        for one in waiting:
            if name := schema_types().get(one.removeprefix(ENT)):
                return name
            waiting += sorted(graph.above(one) - set(waiting))
    return "Thing"


@cache
def schema_types() -> dict[str, str]:
    """Give class → type of schema.org."""
    with (DATA / "schema.csv").open(encoding="utf-8", newline="") as file:
        return {row["term"]: row["schema"] for row in csv.DictReader(file)}


def _download(manifest: Manifest, suffix: str, media_type: str) -> Data:
    name = f"data.{suffix}.gz"
    told: Data = {"@type": "DataDownload", "name": name, "encodingFormat": media_type}
    told["contentUrl"] = f"{manifest.base}dump/{name}"
    if file := manifest.files.get(name):
        told |= {"contentSize": f"{file['bytes']} B", "sha256": file["sha256"]}
    return told


def _position(graph: Graph, thing: NamedNode) -> Data | None:
    latitude, longitude = (graph.text(thing, by) for by in _POSITION)
    if latitude is None or longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _is_address(value: NamedNode | Literal) -> bool:
    return isinstance(value, NamedNode) and value.value.startswith(("http://", "https://"))

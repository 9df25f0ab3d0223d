"""What clients are told: the manifest (section 3), candidates (4), things that were found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ontology import NAMESPACE

from ..search import Hit
from ..snapshots import Snapshot
from .match import Candidate
from .requests import MOST_QUERIES
from .schema import Schema

WIDTH, HEIGHT = 430, 320
#: Classes that are good first choices for a spreadsheet.
FIRST = ("State", "Organisation", "Person", "Activity", "Agreement", "Place", "Asset")
_FORMS = (("name", "name and identifier"), ("address", "address"))


def manifest(snapshot: Snapshot, schema: Schema, here: str) -> dict[str, Any]:
    """Describe the service.

    Args:
        snapshot: The data.
        schema: Its classes and properties.
        here: The service's address as the client sees it, without a last slash.
    """
    base = snapshot.base.iri
    suggest = {
        kind: {"service_url": here, "service_path": f"/suggest/{kind}"}
        for kind in ("entity", "type", "property")
    }
    return {
        "versions": ["0.1", "0.2"],
        "name": "Entente: defence cooperation as the news reports it",
        "identifierSpace": f"{base}id/",
        "schemaSpace": NAMESPACE,
        "documentation": f"{base}about#reconciliation",
        "serviceVersion": snapshot.manifest.versions.get("entente", ""),
        "logo": f"{here.removesuffix('reconcile')}static/icon.svg",
        "view": {"url": f"{base}id/{{{{id}}}}"},
        "defaultTypes": [told_kind(kind, schema) for kind in FIRST if kind in schema.classes],
        "batchSize": MOST_QUERIES,
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/propose"},
            "property_settings": _settings(),
        },
    }


def told_candidates(
    candidates: Sequence[Candidate], schema: Schema
) -> dict[str, list[dict[str, Any]]]:
    """Tell the candidates for one row."""
    return {"result": [_candidate(one, schema) for one in candidates]}


def told_hit(hit: Hit, schema: Schema) -> dict[str, Any]:
    """Tell a thing: identifier, name, and what it is in a few words."""
    told = {"id": hit.slug, "name": hit.label}
    kinds = ", ".join(map(schema.label, hit.kinds))
    others = f"also {', '.join(hit.names[:3])}" if hit.names else ""
    description = "; ".join(filter(None, (kinds, others)))
    return told | {"description": description} if description else told


def kinds_of(hit: Hit, schema: Schema) -> list[dict[str, str]]:
    """Tell the classes that are stated of a thing."""
    return [told_kind(kind, schema) for kind in hit.kinds]


def told_kind(kind: str, schema: Schema) -> dict[str, str]:
    """Tell a class by identifier and name."""
    return {"id": kind, "name": schema.label(kind)}


def _candidate(one: Candidate, schema: Schema) -> dict[str, Any]:
    features: list[dict[str, Any]] = [{"id": "links", "value": one.hit.links}]
    if one.name_score is not None:
        features.append({"id": "name", "value": one.name_score})
    if one.property_score is not None:
        features.append({"id": "properties", "value": round(one.property_score, 3)})
    rest = {"score": one.score, "match": one.match, "features": features}
    return told_hit(one.hit, schema) | {"type": kinds_of(one.hit, schema)} | rest


def _settings() -> list[dict[str, Any]]:
    choices = [{"value": value, "name": name} for value, name in _FORMS]
    return [
        {"name": "limit", "label": "Most values", "type": "number", "default": 0,
         "help_text": "How many values of a row; 0 for all."},
        {"name": "form", "label": "Things as", "type": "select", "default": "name",
         "choices": choices, "help_text": "How things are given that stand in the cells."},
    ]  # fmt: skip

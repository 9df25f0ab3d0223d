"""The shapes of the Reconciliation Service API 0.2, written from the text of its report.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/: the tables of
sections 3 (manifest), 4 (candidates), 5 (preview), 6 (suggestions) and 7 (data extension). They are
closed, where the report's own schemas let any further member through.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
ADDRESS: dict[str, Any] = {"type": "string", "pattern": "^https?://"}
TEMPLATE: dict[str, Any] = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}


def closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


def many(item: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": item, **more}


def answer(item: dict[str, Any]) -> dict[str, Any]:
    return closed({"result": many(item)})


NAMED = closed({"id": TEXT, "name": TEXT})
BROADER = closed({"id": TEXT, "name": TEXT}, {"description": TEXT})
TYPE = closed({"id": TEXT, "name": TEXT}, {"description": TEXT, "broader": many(BROADER)})
SERVICE = closed({"service_url": ADDRESS, "service_path": {"type": "string", "pattern": "^/"}})
SETTING = {
    "oneOf": [
        closed(
            {"type": {"const": kind}, "label": TEXT, "name": TEXT} | extra,
            {"default": default, "help_text": TEXT},
        )
        for kind, default, extra in (
            ("number", {"type": "number"}, {}),
            ("text", {"type": "string"}, {}),
            ("checkbox", {"type": "boolean"}, {}),
            ("select", TEXT, {"choices": many(closed({"value": TEXT, "name": TEXT}), minItems=1)}),
        )
    ]
}
MANIFEST = closed(
    {
        "versions": many(TEXT, contains={"const": "0.2"}),
        "name": TEXT,
        "identifierSpace": ADDRESS,
        "schemaSpace": ADDRESS,
    },
    {
        "defaultTypes": many(NAMED, uniqueItems=True),
        "documentation": ADDRESS,
        "logo": ADDRESS,
        "serviceVersion": TEXT,
        "batchSize": {"type": "integer", "minimum": 1},
        "view": closed({"url": TEMPLATE}),
        "preview": closed(
            {"url": TEMPLATE, "width": {"type": "integer"}, "height": {"type": "integer"}}
        ),
        "suggest": closed({}, {"entity": SERVICE, "type": SERVICE, "property": SERVICE}),
        "extend": closed({}, {"propose_properties": SERVICE, "property_settings": many(SETTING)}),
    },
)
FEATURE = closed({"id": TEXT, "value": {"type": ["number", "boolean"]}})
CANDIDATE = closed(
    {"id": TEXT, "name": TEXT, "score": {"type": "number", "minimum": 0, "maximum": 100}},
    {
        "description": TEXT,
        "type": many(NAMED),
        "features": many(FEATURE),
        "match": {"type": "boolean"},
    },
)
RESULTS = {"type": "object", "additionalProperties": answer(CANDIDATE)}
ENTITIES = answer(closed({"id": TEXT, "name": TEXT}, {"description": TEXT, "notable": many(NAMED)}))
TYPES = answer(TYPE)
PROPERTIES = answer(BROADER)
PROPOSAL = closed(
    {"properties": many(BROADER)}, {"type": TEXT, "limit": {"type": "integer", "minimum": 0}}
)
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
CELL = {
    "oneOf": [
        closed({"id": TEXT, "name": TEXT}),
        *(
            closed({name: kind})
            for name, kind in (
                ("str", {"type": "string"}),
                ("int", {"type": "integer"}),
                ("float", {"type": "number"}),
                ("date", MOMENT),
            )
        ),
    ]
}
ROW = {"type": "object", "additionalProperties": many(CELL)}
EXTENSION = closed({"meta": many(NAMED), "rows": {"type": "object", "additionalProperties": ROW}})


REPORT = os.environ.get("ENTENTE_RECONCILE_SCHEMAS", "")
"""Folder with the report's own schemas (0.2/schemas of its repository, which states no licence)."""
THEIRS = {
    "manifest": MANIFEST,
    "reconciliation-result-batch": RESULTS,
    "suggest-entities-response": ENTITIES,
    "suggest-types-response": TYPES,
    "suggest-properties-response": PROPERTIES,
    "data-extension-property-proposal": PROPOSAL,
    "data-extension-response": EXTENSION,
}


def conforms(value: Any, schema: dict[str, Any]) -> bool:
    """Tell that a value has a shape, and the report's, where that is at hand; else raise."""
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, schema, jsonschema.Draft202012Validator)
    if REPORT:
        (name,) = (name for name, ours in THEIRS.items() if ours is schema)
        jsonschema.Draft7Validator(_theirs(name).contents, registry=_registry()).validate(value)
    return True


@cache
def _registry() -> Registry:
    files = sorted(Path(REPORT).glob("*.json"))
    return Registry().with_resources((file.name, _theirs(file.stem)) for file in files)


@cache
def _theirs(name: str) -> Resource[Any]:
    contents = json.loads((Path(REPORT) / f"{name}.json").read_text())
    return Resource.from_contents(contents, default_specification=DRAFT7)

"""The Reconciliation Service API 0.2: names in a spreadsheet to things here, and columns back.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from .answers import manifest, told_candidates
from .extend import PROPOSED, extend, propose
from .match import reconcile
from .requests import parse_extension, parse_queries
from .schema import Schema, read_schema
from .suggest import suggest_entities, suggest_properties, suggest_types

__all__ = [
    "PROPOSED",
    "Schema",
    "extend",
    "manifest",
    "parse_extension",
    "parse_queries",
    "propose",
    "read_schema",
    "reconcile",
    "suggest_entities",
    "suggest_properties",
    "suggest_types",
    "told_candidates",
]

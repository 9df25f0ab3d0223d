"""Versions of what makes a snapshot."""

from __future__ import annotations

from importlib.metadata import version

from ontology import VERSION

from .cache import ruleset_hash


def versions() -> dict[str, str]:
    """Give name → version of the program, the ontology, the ruleset and the store."""
    return {
        "entente": version("entente"),
        "ontology": VERSION,
        "pyoxigraph": version("pyoxigraph"),
        "ruleset": ruleset_hash(),
    }

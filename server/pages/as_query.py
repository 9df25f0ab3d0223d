"""Parts of a thing's page as queries: what a reader runs to get the same facts as rows."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT

HEAD = f"PREFIX ent: <{ENT}>\n"


def about(thing: NamedNode) -> str:
    """Ask for all that claims state of a thing, each with the claim."""
    return (
        f"{HEAD}SELECT ?claim ?subject ?property ?object {{\n"
        "  ?claim a ent:Claim .\n"
        f"  {{ GRAPH ?claim {{ {thing} ?property ?object }} BIND({thing} AS ?subject) }}\n"
        "  UNION\n"
        f"  {{ GRAPH ?claim {{ ?subject ?property {thing} }} BIND({thing} AS ?object) }}\n"
        "}"
    )


def by_properties(thing: NamedNode, kinds: Iterable[str]) -> str:
    """Ask for what some properties say of a thing, whichever end of them it is.

    Args:
        thing: The thing.
        kinds: Local names of our properties, or whole IRIs of others.
    """
    names = " ".join(f"<{kind}>" if kind.startswith("http") else f"ent:{kind}" for kind in kinds)
    return (
        f"{HEAD}SELECT ?subject ?property ?object {{\n"
        f"  VALUES ?property {{ {names} }}\n"
        f"  {{ {thing} ?property ?object BIND({thing} AS ?subject) }}\n"
        "  UNION\n"
        f"  {{ ?subject ?property {thing} BIND({thing} AS ?object) }}\n"
        "}"
    )

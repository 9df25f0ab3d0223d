"""How our terms stand to those of other vocabularies, as the ontology's own file says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from ontology import NAMESPACE as ENT
from ontology.curies import term
from ontology.files import ALIGNMENTS

from .model import Link

_WORDS = {
    term("rdfs:subClassOf"): "Every one is also",
    term("rdfs:subPropertyOf"): "Every one is also",
    term("skos:closeMatch"): "Close to",
}
Aligned = tuple[tuple[str, tuple[Link, ...]], ...]


@cache
def alignments() -> Mapping[str, Aligned]:
    """Give what each aligned term of ours is to others, by local name: words and links."""
    found: dict[str, dict[str, list[Link]]] = {}
    with ALIGNMENTS.open("rb") as file:
        reader = parse(file, format=RdfFormat.TURTLE)
        quads = list(reader)
        spaces = reader.prefixes
    for quad in sorted(quads, key=str):
        ours, theirs = quad.subject, quad.object
        word = _WORDS.get(quad.predicate)
        if word and isinstance(ours, NamedNode) and isinstance(theirs, NamedNode):
            name = ours.value.removeprefix(ENT)
            found.setdefault(name, {}).setdefault(word, []).append(_link(theirs, spaces))
    return {
        name: tuple((word, tuple(links)) for word, links in sorted(by_word.items(), reverse=True))
        for name, by_word in found.items()
    }


def _link(node: NamedNode, spaces: Mapping[str, str]) -> Link:
    """Link to a term of others by its short name."""
    fits = ((name, space) for name, space in spaces.items() if node.value.startswith(space))
    name, space = max(fits, key=lambda one: len(one[1]), default=("", ""))
    short = f"{name}:{node.value.removeprefix(space)}" if name else node.value
    return Link(short, node.value, outside=True)

"""Write ``terms.py`` from the vocabulary: ``python -m ontology.generate [--check]``.

The only module of the package that imports rdflib; nothing imports it at run time.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ontology import NAMESPACE
from ontology.files import FOLDER, VOCABULARY_FILES

TARGET = FOLDER / "terms.py"
_SECTIONS = (
    ("Classes", OWL.Class),
    ("Object properties", OWL.ObjectProperty),
    ("Datatype properties", OWL.DatatypeProperty),
    ("Concept schemes", SKOS.ConceptScheme),
    ("Concepts", SKOS.Concept),
    ("Datatypes", RDFS.Datatype),
)
_HEADER = '''"""Every term as a constant; written by ``python -m ontology.generate``."""

# ruff: noqa: N816

from __future__ import annotations

from pyoxigraph import NamedNode

from ontology import NAMESPACE


def _term(name: str) -> NamedNode:
    return NamedNode(NAMESPACE + name)
'''


def read_graph() -> Graph:
    """Read ``core.ttl`` and ``codes.ttl`` into one graph."""
    graph = Graph()
    for name in VOCABULARY_FILES:
        graph.parse(FOLDER / name)
    return graph


def render(graph: Graph) -> str:
    """Give the text of ``terms.py`` for the vocabulary in the graph."""
    lines = [_HEADER]
    for title, kind in _SECTIONS:
        lines += [
            f"\n# {title}\n",
            *(_constant(graph, name) for name in sorted(_names(graph, kind))),
        ]
    return "\n".join([*lines, ""])


def _names(graph: Graph, kind: URIRef) -> list[str]:
    subjects = {str(term) for term in graph.subjects(RDF.type, kind)}
    return [iri.removeprefix(NAMESPACE) for iri in subjects if iri.startswith(NAMESPACE)]


def _constant(graph: Graph, name: str) -> str:
    definition = str(graph.value(URIRef(NAMESPACE + name), SKOS.definition))
    comment = textwrap.fill(definition, 98, initial_indent="# ", subsequent_indent="# ")
    return f'{comment}\n{name} = _term("{name}")'


def main(arguments: list[str] | None = None, target: Path = TARGET) -> int:
    """Write ``terms.py``, or with ``--check`` tell by exit status 1 that it is out of date."""
    parser = argparse.ArgumentParser(prog="python -m ontology.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when out of date")
    check = parser.parse_args(arguments).check
    text = render(read_graph())
    if not check:
        target.write_text(text)
        return 0
    if target.is_file() and target.read_text() == text:
        return 0
    sys.stderr.write(f"{target} is out of date; run: python -m ontology.generate\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())

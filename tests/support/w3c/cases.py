"""The W3C's SPARQL test cases, read from their manifests."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store

ROOT = Path(__file__).parents[3]
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
# Folders of a suite, by the two ways in which it is laid out, and the address each stands for.
LAYOUTS = {
    "dawg-data-r2": "http://www.w3.org/2001/sw/DataAccess/tests/data-r2/",
    "sparql11": "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/",
    "sparql/sparql10": "https://w3c.github.io/rdf-tests/sparql/sparql10/",
    "sparql/sparql11": "https://w3c.github.io/rdf-tests/sparql/sparql11/",
    "sparql/sparql12": "https://w3c.github.io/rdf-tests/sparql/sparql12/",
}
Node = NamedNode | BlankNode


@dataclass(frozen=True, slots=True)
class Case:
    """One test.

    Attributes:
        group: Folder within the suite, such as ``sparql11/aggregates``.
        name: Last part of its address.
        kind: Class of the test, such as ``QueryEvaluationTest``.
        query: File with the query or update.
        base: Address of that file.
        data: Files of the default graph, by their addresses.
        named: Files of the named graphs, by their names.
        result: File with what must come out; None for tests of syntax.
    """

    group: str
    name: str
    kind: str
    query: Path
    base: str
    data: dict[str, Path] = field(default_factory=dict, hash=False)
    named: dict[str, Path] = field(default_factory=dict, hash=False)
    result: Path | None = None

    @property
    def label(self) -> str:
        """Group and name."""
        return f"{self.group}/{self.name}"

    @property
    def text(self) -> str:
        """The query."""
        return self.query.read_text(encoding="utf-8")

    @property
    def from_names(self) -> list[str]:
        """Files that the query itself names after FROM."""
        return re.findall(r"FROM\s+(?:NAMED\s+)?<([^>:]+)>", self.text, re.IGNORECASE)

    @property
    def from_files(self) -> dict[str, Path]:
        """These files by their addresses, where the test names no data."""
        if self.data or self.named:
            return {}
        return {self.folder + name: self.query.parent / name for name in self.from_names}

    @property
    def folder(self) -> str:
        """Address of the query's folder."""
        return self.base.rpartition("/")[0] + "/"


def suites() -> Path | None:
    """Give the folder of the suites that rdflib's source distribution holds, or None."""
    return _folder("ENTENTE_W3C_SUITES", ROOT / ".venv/peers/w3c")


def rdf_tests() -> Path | None:
    """Give a checkout of w3c/rdf-tests where ``ENTENTE_RDF_TESTS`` names one, or None."""
    return _folder("ENTENTE_RDF_TESTS", None)


def _folder(variable: str, usual: Path | None) -> Path | None:
    named = os.environ.get(variable)
    folder = Path(named) if named else usual
    return folder if folder and folder.is_dir() else None


@cache
def read_cases(root: Path) -> tuple[Case, ...]:
    """Read every case below a folder whose layout is known, in the order of the manifests."""
    found = []
    for name, address in LAYOUTS.items():
        for manifest in sorted((root / name).glob("*/manifest.ttl")):
            base = f"{address}{manifest.parent.name}/manifest.ttl"
            group = f"{Path(name).name}/{manifest.parent.name}"
            found += list(_Manifest(manifest, base, group).cases())
    return tuple(found)


class _Manifest:
    def __init__(self, path: Path, base: str, group: str) -> None:
        self._folder, self._base, self._group = path.parent, base.rpartition("/")[0] + "/", group
        self._store = Store()
        self._store.load(path=path, format=RdfFormat.TURTLE, base_iri=base)

    def cases(self) -> Iterator[Case]:
        """Give the cases that have a query, in order."""
        for top in self._store.quads_for_pattern(None, NamedNode(MF + "entries"), None):
            for entry in self._list(top.object):
                if case := self._case(entry):
                    yield case

    def _case(self, entry: Node) -> Case | None:
        kind, action = self._one(entry, RDF + "type"), self._one(entry, MF + "action")
        if not isinstance(kind, NamedNode) or action is None or isinstance(entry, BlankNode):
            return None
        query = self._one(action, QT + "query") or action
        path = self._path(query)
        if path is None or not path.is_file():
            return None
        result = self._one(entry, MF + "result")
        return Case(
            self._group,
            entry.value.rpartition("#")[2],
            kind.value.rpartition("#")[2],
            path,
            self._base + path.name,
            self._files(action, "data"),
            self._files(action, "graphData"),
            self._path(result) if result else None,
        )

    def _files(self, action: Node, name: str) -> dict[str, Path]:
        files = {}
        for node in self._all(action, QT + name):
            file, label = self._one(node, QT + "graph") or node, self._text(node)
            if path := self._path(file):
                files[label or file.value] = path
        return files

    def _path(self, node: Node) -> Path | None:
        inside = isinstance(node, NamedNode) and node.value.startswith(self._base)
        return self._folder / node.value.removeprefix(self._base) if inside else None

    def _list(self, node: object) -> Iterator[Node]:
        while isinstance(node, BlankNode):
            first = self._one(node, RDF + "first")
            if first is not None:
                yield first
            node = self._one(node, RDF + "rest")

    def _all(self, subject: Node, name: str) -> list[Node]:
        found = self._store.quads_for_pattern(subject, NamedNode(name), None)
        return [quad.object for quad in found if isinstance(quad.object, NamedNode | BlankNode)]

    def _one(self, subject: Node, name: str) -> Node | None:
        return next(iter(self._all(subject, name)), None)

    def _text(self, subject: Node) -> str:
        found = self._store.quads_for_pattern(subject, NamedNode(LABEL), None)
        return next((q.object.value for q in found if isinstance(q.object, Literal)), "")

"""The dataset's description as it is served: what the data says of itself, and what its files are.

Sizes, checksums, the version and the time cannot stand in the data that they are of.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ontology.curies import term

from .describe import describe_graph
from .reporting import contact_triples
from .snapshots import Snapshot

A = term("rdf:type")


def describe_dataset(snapshot: Snapshot, report_to: str = "") -> Iterator[Quad]:
    """Give ``graph/meta``, with version, time, sizes, checksums (DCAT 3, SPDX) and the contact."""
    graph = snapshot.base.graph("meta")
    yield from describe_graph(snapshot, graph)
    dataset, contact = NamedNode(snapshot.base.iri), NamedNode(f"{graph.value}#contact")
    contacts = contact_triples(dataset, contact, report_to)
    for triple in (*_version(snapshot), *_files(snapshot), *contacts):
        yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _version(snapshot: Snapshot) -> Iterator[Triple]:
    manifest, dataset = snapshot.manifest, NamedNode(snapshot.base.iri)
    release = f"{snapshot.base.iri}release/"
    yield Triple(dataset, term("dcat:version"), Literal(manifest.id))
    yield Triple(dataset, term("dcterms:identifier"), Literal(manifest.id))
    yield Triple(dataset, term("dcat:hasCurrentVersion"), NamedNode(f"{release}{manifest.id}/"))
    time = Literal(manifest.created, datatype=term("xsd:dateTime"))
    yield Triple(dataset, term("dcterms:modified"), time)
    yield Triple(dataset, term("dcterms:issued"), time)
    yield from _provenance(snapshot, dataset, time)
    if manifest.previous:
        before = NamedNode(f"{release}{manifest.previous}/")
        yield Triple(dataset, term("dcat:previousVersion"), before)


def _provenance(snapshot: Snapshot, dataset: NamedNode, time: Literal) -> Iterator[Triple]:
    """Tell what made the dataset, and when (PROV-O)."""
    meta = snapshot.base.graph("meta").value
    build, program = NamedNode(f"{meta}#build"), NamedNode(f"{meta}#program")
    version = snapshot.manifest.versions.get("entente", "")
    yield Triple(dataset, term("prov:wasGeneratedBy"), build)
    yield Triple(dataset, term("prov:generatedAtTime"), time)
    yield Triple(build, A, term("prov:Activity"))
    yield Triple(build, term("prov:endedAtTime"), time)
    yield Triple(build, term("prov:wasAssociatedWith"), program)
    yield Triple(program, A, term("prov:SoftwareAgent"))
    yield Triple(program, term("rdfs:label"), Literal(f"Entente {version}".strip(), language="en"))


def _files(snapshot: Snapshot) -> Iterator[Triple]:
    meta = snapshot.base.graph("meta").value
    for name, told in sorted(snapshot.manifest.files.items()):
        if not name.startswith("data."):
            continue
        node, checksum = NamedNode(f"{meta}#file-{name}"), NamedNode(f"{meta}#checksum-{name}")
        size = Literal(str(told["bytes"]), datatype=term("xsd:nonNegativeInteger"))
        digest = Literal(str(told["sha256"]), datatype=term("xsd:hexBinary"))
        yield Triple(node, term("dcat:byteSize"), size)
        yield Triple(node, term("spdx:checksum"), checksum)
        yield Triple(checksum, A, term("spdx:Checksum"))
        yield Triple(checksum, term("spdx:algorithm"), term("spdx:checksumAlgorithm_sha256"))
        yield Triple(checksum, term("spdx:checksumValue"), digest)

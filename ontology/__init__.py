"""The ground floor: vocabulary, rules, checks, addresses and the shape of a published dataset."""

from __future__ import annotations

ONTOLOGY = "https://w3id.org/entente/ontology"
NAMESPACE = f"{ONTOLOGY}#"
VERSION = "0.1.0"
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "ent": NAMESPACE,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prof": "http://www.w3.org/ns/dx/prof/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def prefixes_for(base: str) -> dict[str, str]:
    """Give the prefixes of pages and queries: ``PREFIXES`` and the dataset's own.

    Args:
        base: Base IRI of the dataset, ending in a slash.

    >>> prefixes_for("http://localhost:8000/")["id"]
    'http://localhost:8000/id/'
    """
    own = {"id": f"{base}id/", "article": f"{base}article/", "graph": f"{base}graph/"}
    return dict(sorted((PREFIXES | own).items()))

"""XML for machines that come by: the sitemap (sitemaps.org) and the feed of snapshots (Atom)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ontology.dataset import Manifest

SITEMAP, ATOM = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/2005/Atom"
#: Addresses of one sitemap; sitemaps.org allows 50,000.
MOST_ADDRESSES = 40_000


def sitemap(addresses: Iterable[str], day: str) -> bytes:
    """List pages.

    Args:
        addresses: Whole addresses, at most ``MOST_ADDRESSES``.
        day: When they were last made, ISO 8601.
    """
    return _listed("urlset", "url", addresses, day)


def sitemap_index(addresses: Iterable[str], day: str) -> bytes:
    """List sitemaps."""
    return _listed("sitemapindex", "sitemap", addresses, day)


def atom(manifests: Sequence[Manifest], base: str) -> bytes:
    """Tell of the snapshots that are kept, the newest first, and what changed in each."""
    feed = Element("feed", xmlns=ATOM)
    _add(feed, "title", "Entente: snapshots of the data")
    _add(feed, "id", f"{base}releases")
    _add(feed, "updated", manifests[0].created if manifests else "1970-01-01T00:00:00Z")
    SubElement(feed, "link", rel="self", href=f"{base}releases.atom")
    SubElement(feed, "link", rel="alternate", href=f"{base}releases", type="text/html")
    _add(SubElement(feed, "author"), "name", "Entente")
    for manifest in manifests:
        _entry(SubElement(feed, "entry"), manifest, base)
    return _written(feed)


def opensearch(root: str) -> bytes:
    """Describe the search and its suggestions (OpenSearch 1.1).

    Args:
        root: Address of the first page, as the client sees it, ending in a slash.
    """
    tree = Element("OpenSearchDescription", xmlns="http://a9.com/-/spec/opensearch/1.1/")
    _add(tree, "ShortName", "Entente")
    _add(tree, "Description", "Find states, operations, people and other things by name")
    _add(tree, "InputEncoding", "UTF-8")
    for kind, path in (("text/html", "search"), ("application/x-suggestions+json", "suggest")):
        SubElement(tree, "Url", type=kind, template=f"{root}{path}?q={{searchTerms}}")
    return _written(tree)


def _entry(entry: Element, manifest: Manifest, base: str) -> None:
    address = f"{base}release/{manifest.id}/"
    _add(entry, "title", f"Snapshot {manifest.id}")
    _add(entry, "id", address)
    _add(entry, "updated", manifest.created)
    SubElement(entry, "link", rel="alternate", href=address)
    dump = f"{base}dump/{manifest.id}"
    SubElement(entry, "link", rel="enclosure", type="application/gzip", href=f"{dump}.nq.gz")
    counts = ", ".join(f"{number:,} {name}" for name, number in sorted(manifest.counts.items()))
    summary = f"Holds {counts}."
    if manifest.previous:
        added, removed = (manifest.changes.get(name, 0) for name in ("added", "removed"))
        summary += f" {added:,} quads added and {removed:,} removed since {manifest.previous}."
        SubElement(entry, "link", rel="related", type="application/gzip", href=f"{dump}.rdfp.gz")
    _add(entry, "summary", summary)


def _listed(root: str, item: str, addresses: Iterable[str], day: str) -> bytes:
    tree = Element(root, xmlns=SITEMAP)
    for address in addresses:
        row = SubElement(tree, item)
        _add(row, "loc", address)
        _add(row, "lastmod", day)
    return _written(tree)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _written(tree: Element) -> bytes:
    indent(tree, " ")
    text: bytes = tostring(tree, encoding="utf-8", xml_declaration=True)
    return text + b"\n"

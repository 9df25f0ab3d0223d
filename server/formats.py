"""The formats that answers come in: one table over the engine's own enumerations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pyoxigraph import QueryResultsFormat, RdfFormat


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write an answer.

    Attributes:
        extension: Suffix of addresses and file names, without the dot.
        media_type: Canonical media type, without parameters.
        name: What people call it.
        engine: The engine's value, or None for HTML.
        aliases: Other media types that clients send for it.
        datasets: Whether it can hold named graphs.
        version: Of RDF, where it is written with triple terms (RDF 1.2); else empty.
    """

    extension: str
    media_type: str
    name: str
    engine: QueryResultsFormat | RdfFormat | None
    aliases: tuple[str, ...] = ()
    datasets: bool = False
    version: str = ""

    @property
    def content_type(self) -> str:
        """Value of the ``Content-Type`` header."""
        charset = "; charset=utf-8" if self.media_type.startswith("text/") else ""
        return self.media_type + charset + (f"; version={self.version}" if self.version else "")


def _results(engine: QueryResultsFormat, extension: str, name: str, *aliases: str) -> Format:
    media_type = engine.media_type.partition(";")[0]
    return Format(extension, media_type, name, engine, aliases)


def _graph(engine: RdfFormat, *aliases: str) -> Format:
    return Format(
        engine.file_extension,
        engine.media_type,
        engine.name,
        engine,
        aliases,
        engine.supports_datasets,
    )


HTML = Format("html", "text/html", "HTML", None, ("application/xhtml+xml",))
RESULTS = (
    _results(QueryResultsFormat.JSON, "json", "JSON", "application/json"),
    _results(QueryResultsFormat.XML, "xml", "XML", "application/xml", "text/xml"),
    _results(QueryResultsFormat.CSV, "csv", "CSV"),
    _results(QueryResultsFormat.TSV, "tsv", "TSV"),
)
GRAPHS = (
    _graph(RdfFormat.TURTLE, "application/x-turtle", "application/turtle"),
    _graph(RdfFormat.JSON_LD, "application/json"),
    _graph(RdfFormat.RDF_XML, "application/xml", "text/xml"),
    _graph(RdfFormat.N_TRIPLES, "text/plain"),
    _graph(RdfFormat.TRIG, "application/x-trig"),
    _graph(RdfFormat.N_QUADS, "text/x-nquads", "text/nquads"),
    _graph(RdfFormat.N3, "text/rdf+n3"),
)
#: What RDF 1.2 can be written in; JSON-LD, RDF/XML and N3 have no settled form of triple terms.
REIFYING = tuple(
    replace(row, version="1.2") for row in GRAPHS if row.extension in ("ttl", "nt", "trig", "nq")
)


def find_format(extension: str, table: tuple[Format, ...]) -> Format | None:
    """Give the row for a file extension, or None when the table has none.

    >>> find_format("ttl", GRAPHS).media_type
    'text/turtle'
    """
    return next((row for row in table if row.extension == extension), None)


def named_format(name: str, table: tuple[Format, ...]) -> Format | None:
    """Give the row that a client means by a suffix, a name or a media type, whole or its end.

    >>> [named_format(name, GRAPHS).extension for name in ("turtle", "json-ld", "xml", "rdf")]
    ['ttl', 'jsonld', 'rdf', 'rdf']
    """
    wanted = name.lower()
    called = (row for row in table if wanted in _names(row))
    return find_format(wanted, table) or next(called, None)


def _names(row: Format) -> set[str]:
    types = (row.media_type, *row.aliases)
    return {row.name.lower(), *types, *(kind.partition("/")[2] for kind in types)}

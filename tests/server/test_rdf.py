from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from server.formats import GRAPHS, find_format
from server.rdf import write_rdf

PREFIXES = {f"p{n}": f"http://example.org/{n}/" for n in range(20)}
GRAPH = NamedNode("http://example.org/g")
NODES = [NamedNode(f"http://example.org/{n}/x") for n in (7, 3, 11)]
QUADS = [Quad(NODES[0], NODES[1], Literal("Bodø", language="en"), GRAPH),
         Quad(NODES[0], NODES[1], NODES[2], GRAPH),
         Quad(NODES[0], NODES[1], NODES[2])]  # fmt: skip


def written(extension: str) -> bytes:
    form = find_format(extension, GRAPHS)
    assert form
    return write_rdf(QUADS, form, PREFIXES)


def test_the_head_holds_the_prefixes_that_are_used_in_order() -> None:
    lines = written("ttl").decode().splitlines()
    assert lines[:3] == [
        "@prefix p11: <http://example.org/11/> .",
        "@prefix p3: <http://example.org/3/> .",
        "@prefix p7: <http://example.org/7/> .",
    ]
    assert lines[3].startswith("p7:x p3:x")


def test_a_format_without_graphs_holds_each_triple_once() -> None:
    for extension in ("ttl", "nt", "rdf", "n3"):
        found = list(parse(written(extension), format=RdfFormat.from_extension(extension)))
        assert len(found) == 2, extension


def test_a_format_with_graphs_holds_every_quad() -> None:
    for extension in ("trig", "nq", "jsonld"):
        found = set(parse(written(extension), format=RdfFormat.from_extension(extension)))
        assert found == set(QUADS), extension


def test_nothing_is_written_as_an_empty_document() -> None:
    for form in GRAPHS:
        assert not list(parse(write_rdf([], form, PREFIXES), format=form.engine))  # type: ignore[arg-type]

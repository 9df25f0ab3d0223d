"""A dataset in an engine across HTTP, read in few round trips."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions

from ontology import NAMESPACE
from ontology.curies import term
from ontology.endpoint import Endpoint, EndpointError, Published
from ontology.endpoint.client import read_results
from ontology.fulltext import JOINING

from ..cache import Cache
from .asking import Layout, values
from .hiding import fit_dataset
from .reads import Answer, GraphName, Subject, Term
from .waves import Seen, named_in

TYPE = term("rdf:type")
JOINS = frozenset(NamedNode(NAMESPACE + name) for name in JOINING)
MEMORY = 32 << 20
"""Bytes of quads that are remembered for one snapshot, as estimated by ``_QUAD``."""
_QUAD = 400
_CLAIM = "#claim-"
PAGE = 5_000
"""Rows asked for at a time of an engine that leaves out those beyond a limit of its own."""
Quads = tuple[Quad, ...]


class RemoteStore:
    """Reads of one published dataset; what was read stays true, so it is remembered."""

    def __init__(self, endpoint: Endpoint, published: Published) -> None:
        self.endpoint, self.published = endpoint, published
        decimals = frozenset(map(NamedNode, published.decimals))
        self.layout = Layout(published.manifest.base, published.merge, decimals)
        self._memory: Cache[Quads | bytes | bool] = Cache(MEMORY)

    @property
    def address(self) -> str:
        """Where the engine takes queries."""
        return self.endpoint.query_address

    def session(self) -> RemoteReads:
        """Begin the reads of one request."""
        return RemoteReads(self, self._memory)

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        object: Term | None,
        graph_name: GraphName | None = None,
        /,
    ) -> Iterator[Quad]:
        """Give the quads that match."""
        return self.session().quads_for_pattern(subject, predicate, object, graph_name)

    def query(self, query: str, /) -> Answer:
        """Answer a query."""
        return self.session().query(query)

    def contains_named_graph(self, graph_name: NamedNode, /) -> bool:
        """Tell whether there is a graph of that name."""
        return self.session().contains_named_graph(graph_name)


class RemoteReads:
    """The reads of one request: what one answer named, the next round trip fetches together."""

    def __init__(self, store: RemoteStore, memory: Cache[Quads | bytes | bool]) -> None:
        self.endpoint, self.published, self.address = store.endpoint, store.published, store.address
        self._memory, self._layout = memory, store.layout
        self._own: dict[Hashable, Quads] = {}
        self._seen = Seen()
        self._followed: frozenset[object] = frozenset()

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        object: Term | None,
        graph_name: GraphName | None = None,
        /,
    ) -> Iterator[Quad]:
        """Give the quads that match.

        Raises:
            EndpointError: Where the engine gives no answer that can be used.
        """
        block = self._block(subject, predicate, object, graph_name)
        return (
            quad
            for quad in block
            if (subject is None or quad.subject == subject)
            and (predicate is None or quad.predicate == predicate)
            and (object is None or quad.object == object)
            and (graph_name is None or quad.graph_name == graph_name)
        )

    def _block(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        value: Term | None,
        graph: GraphName | None,
    ) -> Quads:
        if isinstance(subject, NamedNode):
            return self._about(subject)
        if isinstance(graph, NamedNode) and self._is_small(graph):
            return self._inside(graph)
        if isinstance(value, NamedNode) and not isinstance(subject, NamedNode):
            return self._leading_to(value, predicate)
        return self._exactly(subject, predicate, value, graph)

    def _about(self, node: NamedNode) -> Quads:
        """Give what any graph says of a thing."""

        def ask(nodes: list[NamedNode]) -> Iterator[Quad]:
            return self._ask(self._layout.everywhere(values("s", nodes)))

        return self._fetched("s", node, ask, lambda quad: quad.subject, lambda _: True)

    def _inside(self, graph: NamedNode) -> Quads:
        """Give what an article's or claim's graph holds."""
        is_claim = _CLAIM in graph.value

        def ask(nodes: list[NamedNode]) -> Iterator[Quad]:
            text = f"SELECT * {{ {values('g', nodes)} GRAPH ?g {{ ?s ?p ?o }} }}"
            return self._ask(text)

        def fits(node: NamedNode) -> bool:
            return is_claim and _CLAIM in node.value

        return self._fetched("g", graph, ask, lambda quad: quad.graph_name, fits)

    def _leading_to(self, node: NamedNode, predicate: NamedNode | None) -> Quads:
        """Give what leads to a thing; to a node that only joins others, whatever the property."""
        if self._joins(node):
            predicate = None
        if (known := self._held(("o", node))) is not None:
            return known
        pattern = f"?s {predicate or '?p'} ?o"

        def ask(nodes: list[NamedNode]) -> Iterator[Quad]:
            text = self._layout.everywhere(values("o", nodes), pattern)
            return self._ask(text, predicate=predicate)

        kind = ("o", predicate) if predicate else "o"
        types = self._types(node)
        # All that leads to a thing may be much: others come along once it is asked of a second.
        alone = predicate is None and not types & (JOINS | self._followed)

        def fits(other: NamedNode) -> bool:
            return not alone and bool(types & self._types(other))

        found = self._fetched(kind, node, ask, lambda quad: quad.object, fits)
        self._followed |= types if predicate is None else frozenset()
        return found

    def _exactly(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        value: Term | None,
        graph: GraphName | None,
    ) -> Quads:
        key = ("x", subject, predicate, value, graph)
        if (known := self._held(key)) is None:
            pattern = f"{subject or '?s'} {predicate or '?p'} {value or '?o'}"
            layout = self._layout
            text = (
                layout.everywhere("", pattern) if graph is None else layout.inside(graph, pattern)
            )
            known = tuple(self._ask(text, subject, predicate, value, graph))
            self._keep(key, known)
        return known

    def _fetched(
        self,
        kind: Hashable,
        node: NamedNode,
        ask: Callable[[list[NamedNode]], Iterator[Quad]],
        end: Callable[[Quad], object],
        fits: Callable[[NamedNode], bool],
    ) -> Quads:
        """Give the block of a thing, and remember those that come with it."""
        if (known := self._held((kind, node))) is not None:
            return known
        wave = self._seen.wave(
            node, lambda one: fits(one) and self._held((kind, one), touch=False) is None
        )
        found: dict[object, list[Quad]] = defaultdict(list)
        quads = tuple(ask(wave))
        self._seen.add(named_in(quads))
        for quad in quads:
            found[end(quad)].append(quad)
        for one in wave:
            self._keep((kind, one), tuple(found[one]))
        return self._own[kind, node]

    def _held(self, key: Hashable, *, touch: bool = True) -> Quads | None:
        if (own := self._own.get(key)) is not None:
            return own
        known = self._memory.get(key)
        if isinstance(known, tuple) and touch:
            self._take(key, known)
        return known if isinstance(known, tuple) else None

    def _keep(self, key: Hashable, quads: Quads) -> None:
        self._memory.put(key, quads, _QUAD * (len(quads) + 1))
        self._take(key, quads)

    def _take(self, key: Hashable, quads: Quads) -> None:
        self._own[key] = quads
        self._seen.add(named_in(quads))

    def _types(self, node: NamedNode) -> frozenset[object]:
        """Give the classes of a thing as far as they are known already."""
        about = self._held(("s", node), touch=False) or ()
        return frozenset(quad.object for quad in about if quad.predicate == TYPE)

    def _joins(self, node: NamedNode) -> bool:
        return bool(self._types(node) & JOINS)

    def _is_small(self, graph: NamedNode) -> bool:
        return graph.value.startswith(f"{self._layout.base}article/")

    def _ask(
        self,
        text: str,
        subject: Subject | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        for rows in self._pages(text):
            yield from self._layout.quads(rows, (subject, predicate, value), graph)

    def _pages(self, text: str) -> Iterator[QuerySolutions]:
        """Ask at once; where the engine leaves rows out, ask for so many at a time."""
        try:
            yield _table(self.endpoint.select(text))
            return
        except EndpointError as error:
            if error.kind != "cut":
                raise
        size, start = PAGE, 0
        while size == PAGE:
            data = self.endpoint.select_bytes(f"{text} LIMIT {PAGE} OFFSET {start}")
            size = sum(1 for _ in _table(read_results(data)))
            start += size
            yield _table(read_results(data))

    def query(self, query: str, /) -> Answer:
        """Answer a SELECT or ASK of this house's own.

        Raises:
            EndpointError: Where the engine gives no answer that can be used.
        """
        key = ("q", query)
        data = self._memory.get(key)
        if not isinstance(data, bytes):
            text, graphs = fit_dataset(query, self._layout.base, self._layout.merge)
            data = self.endpoint.select_bytes(text, graphs)
            self._memory.put(key, data, len(data) + len(query))
        return read_results(data)

    def contains_named_graph(self, graph_name: NamedNode, /) -> bool:
        """Tell whether there is a graph of that name in the dataset.

        Raises:
            EndpointError: Where the engine gives no answer that can be used.
        """
        if not graph_name.value.startswith(self._layout.base):
            return False
        if graph_name.value == self._layout.merge:
            return False
        if self._is_small(graph_name):
            return bool(self._inside(graph_name))
        answer = self.query(f"ASK {{ GRAPH {graph_name} {{ ?s ?p ?o }} }}")
        return isinstance(answer, QueryBoolean) and bool(answer)


def _table(answer: QuerySolutions | QueryBoolean) -> QuerySolutions:
    if not isinstance(answer, QuerySolutions):
        raise EndpointError("rubbish", "a SELECT was answered as an ASK")
    return answer

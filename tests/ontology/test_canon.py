"""Canonical N-Quads: one text for one dataset, whatever the order, and back again."""

from __future__ import annotations

import hashlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from ontology.canon import digest, to_lines
from tests.ontology.datasets import all_examples

A, B = NamedNode("http://localhost:8000/id/a"), NamedNode("http://localhost:8000/id/b")
nodes = st.text(string.ascii_lowercase, min_size=1, max_size=4).map(
    lambda slug: NamedNode(f"http://localhost:8000/id/{slug}")
)
texts = st.text(st.characters(codec="utf-8"))
literals = st.one_of(
    texts.map(Literal),
    texts.map(lambda text: Literal(text, language="en")),
    st.integers().map(Literal),
)
graphs = st.one_of(nodes, st.just(DefaultGraph()))
quads = st.builds(Quad, nodes, nodes, st.one_of(nodes, literals), graphs)


@given(st.lists(quads))
def test_lines_parse_back_to_the_same_quads(dataset: list[Quad]) -> None:
    lines = to_lines(dataset)
    assert len(lines) == len(set(dataset))
    assert set(parse("\n".join(lines), format=RdfFormat.N_QUADS)) == set(dataset)


@given(st.lists(quads).flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_order_and_repetition_change_nothing(pair: tuple[list[Quad], list[Quad]]) -> None:
    first, second = pair
    assert to_lines(first) == to_lines([*second, *second])


@given(st.lists(quads, max_size=5), quads)
def test_another_quad_gives_another_digest(dataset: list[Quad], more: Quad) -> None:
    same = more in dataset
    assert (digest(to_lines(dataset)) == digest(to_lines([*dataset, more]))) is same


def test_lines_are_sorted_by_text_and_hold_no_line_ends() -> None:
    lines = to_lines([Quad(B, A, Literal("two\nlines")), Quad(A, A, B)])
    assert lines == sorted(lines)
    assert lines[1].endswith(r'"two\nlines" .')


@pytest.mark.parametrize(
    "quad",
    [Quad(BlankNode(), A, B), Quad(A, A, BlankNode()), Quad(A, A, B, BlankNode())],
    ids=["subject", "object", "graph"],
)
def test_a_blank_node_is_refused_by_name(quad: Quad) -> None:
    with pytest.raises(ValueError, match=r"a blank node cannot be published: .*_:"):
        to_lines([quad])


def test_digest_is_the_head_of_a_sha256_over_lines() -> None:
    assert digest(["a", "b"]) == hashlib.sha256(b"a\nb\n").hexdigest()[:16]
    assert digest([]) == hashlib.sha256(b"").hexdigest()[:16]


@pytest.mark.parametrize("separator", ["\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_a_line_feed_ends_a_line(separator: str) -> None:
    quad = Quad(A, B, Literal(f"one{separator}two"))
    (line,) = to_lines([quad])
    assert list(parse(line, format=RdfFormat.N_QUADS)) == [quad]


def test_nothing_has_no_lines() -> None:
    assert to_lines([]) == []


def test_examples_are_canonical_from_either_end() -> None:
    examples = all_examples()
    assert len(examples) > 500
    assert digest(to_lines(examples)) == digest(to_lines(reversed(examples)))

"""terms.py is what the vocabulary says, and the check tells when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from rdflib import OWL, URIRef

from ontology import NAMESPACE, terms
from ontology.generate import main, read_graph, render
from tests.ontology.graphs import vocabulary, with_more


def test_terms_are_up_to_date() -> None:
    assert main(["--check"]) == 0


def test_every_term_of_the_vocabulary_is_a_constant() -> None:
    names = {str(s).removeprefix(NAMESPACE) for s in vocabulary().subjects()}
    own = {n for n in names if URIRef(NAMESPACE + n) in set(vocabulary().subjects())}
    constants = {n: v for n, v in vars(terms).items() if isinstance(v, NamedNode)}
    assert len(constants) >= 140
    assert set(constants) == own
    assert all(value.value == NAMESPACE + n for n, value in constants.items())


def test_check_tells_that_a_file_is_out_of_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "terms.py"
    assert main(["--check"], target) == 1
    assert "run: python -m ontology.generate" in capsys.readouterr().err
    assert not target.exists()
    assert main([], target) == 0
    assert main(["--check"], target) == 0
    target.write_text(target.read_text().replace("Visit", "Trip"))
    assert main(["--check"], target) == 1


def test_a_new_term_becomes_a_constant_under_its_definition() -> None:
    more = with_more(
        vocabulary(), "ent:Summit a owl:Class ; skos:definition 'A high meeting.'@en ."
    )
    assert '# A high meeting.\nSummit = _term("Summit")\n' in render(more)
    assert "Summit" not in render(read_graph())
    assert (URIRef(NAMESPACE + "Summit"), None, OWL.Class) not in read_graph()

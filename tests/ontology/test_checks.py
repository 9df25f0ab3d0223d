"""Every check comes back empty on the examples and finds the breach that is planted for it."""

from __future__ import annotations

import pytest

from ontology.checking import Breach, find_breaches, run_check
from ontology.files import checks
from tests.ontology.datasets import HEADER, all_examples, lay_out

CLAIM = "<http://localhost:8000/article/coast-pact#claim-planted>"
ARTICLE = "<http://localhost:8000/article/coast-pact>"
INFERRED = "<http://localhost:8000/graph/inferred>"
REFERENCE = "<http://localhost:8000/graph/reference>"
PASSAGE = f"?p a ent:Passage ; ent:inArticle {ARTICLE} ; ent:start 0"


def stated(triples: str) -> str:
    return f"INSERT DATA {{ {triples} GRAPH {REFERENCE} {{ {triples} }} }}"


def everywhere(pattern: str, condition: str) -> str:
    """Delete a pattern from the default graph and from whatever graph holds it."""
    return (
        f"DELETE {{ {pattern} }} WHERE {{ {condition} {pattern} }} ; "
        f"DELETE {{ GRAPH ?g {{ {pattern} }} }} WHERE {{ {condition} GRAPH ?g {{ {pattern} }} }}"
    )


PLANTED = {
    "articles-count-once": stated(f"{ARTICLE} ent:countsAs <http://localhost:8000/article/x> ."),
    "articles-are-whole": f"DELETE WHERE {{ {ARTICLE} dcterms:publisher ?x }}",
    "blank-nodes": "INSERT DATA { _:x rdfs:label 'x' }",
    "claims-described": f"INSERT DATA {{ {CLAIM} a ent:Claim }}",
    "claims-have-graphs": f"INSERT DATA {{ {CLAIM} a ent:Claim }}",
    "codes-from-lists": stated("id:x ent:role ent:Planned ."),
    "confidence-in-range": stated(f"{CLAIM} ent:confidence 1.5 ."),
    "dates-are-dates": stated("id:x ent:startDate '2031-13'^^xsd:gYearMonth ."),
    "default-has-origin": "INSERT DATA { id:a ent:alliedWith id:b }",
    "default-is-whole": "DELETE WHERE { id:norlund ent:leads ?x }",
    "figures-whole": stated("id:figure a ent:Figure ; ent:value 1.0 ."),
    "graphs-known": "INSERT DATA { GRAPH <http://localhost:8000/graph/other> { id:a a id:b } }",
    "inferred-is-new": f"INSERT DATA {{ GRAPH {INFERRED} {{ id:norlund a ent:State }} }}",
    "mentions-inside-passages": (
        "DELETE { GRAPH ?g { ?m ent:end ?e } } INSERT { GRAPH ?g { ?m ent:end 999999 } } "
        "WHERE { GRAPH ?g { ?m a ent:Mention ; ent:end ?e } }"
    ),
    "mentions-stay-out": "INSERT DATA { id:m a ent:Mention }",
    "never-both": stated("id:norlund a ent:Activity ."),
    "no-cycles": stated("id:a ent:partOf id:b . id:b ent:partOf id:a ."),
    "numbers-are-numbers": stated("id:f ent:value 'many' ."),
    "objects-typed": stated("id:norlund ent:memberOf id:strait-of-holm ."),
    "offsets-in-order": stated("id:span ent:start 9 ; ent:end 9 ."),
    "one-label": stated("id:norlund rdfs:label 'Norlund again'@en ."),
    "one-of-several-types": stated("id:strait-of-holm ent:status ent:Planned ."),
    "participations-whole": stated("id:part a ent:Participation ; ent:participant id:norlund ."),
    "passage-is-slice": (
        "DELETE { ?p ent:text ?t } INSERT { ?p ent:text 'x' } "
        f"WHERE {{ {PASSAGE} ; ent:text ?t }}"
    ),
    "passages-whole": everywhere("?p ent:end ?e .", f"{PASSAGE} ."),
    "quoted-has-speaker": everywhere("?c ent:attributedTo ?a .", ""),
    "quoted-stays-out": (
        "INSERT { ?s ?p ?o } WHERE { ?c ent:modality ent:Quoted . GRAPH ?c { ?s ?p ?o } }"
    ),
    "sameness-is-merged": stated("id:norlund owl:sameAs id:sudmark ."),
    "status-from-list": stated("id:exercise-clear-strait ent:status ent:Real ."),
    "subjects-typed": stated("id:strait-of-holm ent:holdsPost id:foreign-minister-of-norlund ."),
    "terms-known": stated("id:norlund ent:participatesInn id:exercise-clear-strait ."),
}


def test_every_check_has_a_planted_breach() -> None:
    assert len(checks()) >= 25
    assert set(PLANTED) == {check.name for check in checks()}


def test_the_examples_are_fit_to_publish() -> None:
    assert find_breaches(lay_out(all_examples())) == ()


@pytest.mark.parametrize("name", PLANTED)
def test_check_finds_the_planted_breach(name: str) -> None:
    (check,) = (check for check in checks() if check.name == name)
    store = lay_out(all_examples())
    assert run_check(check, store) == ()
    store.update(HEADER + PLANTED[name])
    assert run_check(check, store)


def test_breach_names_the_offender_and_the_rule_it_breaks() -> None:
    store = lay_out(all_examples())
    store.update(HEADER + stated("id:norlund a ent:Activity ."))
    breaches = find_breaches(store, most_rows=1)
    assert "never-both" in [breach.check for breach in breaches]
    assert all(len(breach.rows) == 1 for breach in breaches)
    text = str(next(breach for breach in breaches if breach.check == "never-both"))
    assert "exclude each other" in text
    assert "id/norlund" in text


def test_breach_shows_rows_below_its_title() -> None:
    text = str(Breach("x", "All is well", ("a=1", "a=2")))
    assert text == "x: All is well; not so for\n  a=1\n  a=2"

from pathlib import Path

import pytest

from ontology.dataset import current_snapshot
from server import pages
from server.pages.entity import entity_view
from server.pages.graph import Graph
from server.pages.margin import margin_of, passages_of
from server.pages.model import EntityView, FactRow
from server.pages.rows import rows_about
from server.snapshots import open_snapshot
from tests.support.tiny import publish


def view_of(graph: Graph, slug: str) -> EntityView:
    view = entity_view(graph, slug)
    assert view is not None
    return view


def row_of(view: EntityView, key: str, name: str) -> FactRow:
    group = next(group for group in view.groups if group.key == key)
    return next(row for row in group.rows if row.object.text.startswith(name))


def test_a_participation_folds_into_one_row_with_its_own_stage(graph: Graph) -> None:
    row = row_of(view_of(graph, "norway"), "operations", "UK Carrier Strike Group deployment")
    assert (row.relation, row.stage and row.stage.name) == ("takes part in", "Committed")
    assert row.node is not None
    assert "full duration" in [link.text for note in row.notes for link in note.links]


def test_what_is_real_stands_before_what_is_intended(graph: Graph) -> None:
    rows = next(g for g in view_of(graph, "united-kingdom").groups if g.key == "agreements").rows
    real = [row.stage.real for row in rows if row.stage]
    assert real == sorted(real, reverse=True)
    assert set(real) == {True, False}


def test_every_fact_has_a_sentence_with_the_names_marked(graph: Graph) -> None:
    view = view_of(graph, "norway")
    rows = [row for group in view.groups for row in group.rows if not row.origin]
    assert len(rows) >= 12
    assert all(row.evidence for row in rows)
    marked = [p.text for row in rows for one in row.evidence for p in one.pieces if p.marked]
    assert any("Norw" in words for words in marked)


def test_words_of_a_speaker_are_kept_apart_from_what_articles_assert(graph: Graph) -> None:
    said = view_of(graph, "united-kingdom").said
    assert said is not None
    assert {link.text for row in said.rows for link in row.speakers} >= {"Tore Sandvik"}
    assert all(row.speakers for row in said.rows)


def test_mended_characters_are_told(graph: Graph) -> None:
    row = row_of(view_of(graph, "norway"), "operations", "UK Carrier Strike Group deployment")
    (evidence,) = row.evidence
    assert ("UKās", "UK’s") in evidence.repairs
    assert "ā" not in "".join(piece.text for piece in evidence.pieces)


def test_figures_are_read_out_with_their_bound(graph: Graph) -> None:
    row = row_of(view_of(graph, "operation-interflex"), "figures", "more than")
    assert (row.relation, row.object.text) == ("personnel trained", "more than 54,000")


def test_a_long_group_shows_its_first_rows_and_all_on_demand(graph: Graph) -> None:
    short = view_of(graph, "united-kingdom")
    assert all(len(group.rows) <= 12 for group in short.groups)
    key = max(short.groups, key=lambda group: group.left_out + len(group.rows)).key
    whole = entity_view(graph, key and "united-kingdom", whole=key)
    assert whole is not None
    assert next(group for group in whole.groups if group.key == key).left_out == 0


def test_a_thing_that_no_article_speaks_of_says_so(graph: Graph) -> None:
    view = view_of(graph, "iceland")
    assert (view.facts, view.groups) == (0, ())
    assert {name for name, _ in view.elsewhere} >= {"Wikidata", "DBpedia"}


def test_a_quoted_claim_is_nobody_elses(tmp_path: Path) -> None:
    publish(tmp_path)
    snapshot = open_snapshot(current_snapshot(tmp_path))
    view = view_of(Graph(snapshot.store, snapshot.base), "sylvania")
    assert view.said is not None
    (row,) = view.said.rows
    assert (row.relation, row.object.text) == ("is supported by", "Freedonia")
    assert [link.text for link in row.speakers] == ["Rufus Firefly"]


def test_the_first_sentence_says_what_it_is_and_its_strongest_facts(graph: Graph) -> None:
    def told(slug: str) -> str:
        return "".join(
            text + (link.text if link else "") for text, link in view_of(graph, slug).lede
        )

    assert told("norway").startswith("Norway is a state that is party to the UK–Norway ")
    assert told("csg-deployment").startswith("The UK Carrier Strike Group deployment to the ")
    assert " is a planned deployment with " in told("csg-deployment")
    assert told("norway").endswith(".")


def test_incoming_links_are_counted_and_shown_on_demand(graph: Graph) -> None:
    (closed,) = [one for one in view_of(graph, "indo-pacific").named if one.key == "about"]
    assert (closed.rows, closed.left_out > 0) == ((), True)
    opened = entity_view(graph, "indo-pacific", incoming="about")
    assert opened is not None
    (group,) = [one for one in opened.named if one.key == "about"]
    assert (len(group.rows), group.left_out) == (closed.left_out, 0)


def test_neighbours_are_drawn_with_their_table(graph: Graph) -> None:
    (near,) = [one for one in view_of(graph, "norway").pictures if one.key == "near"]
    assert "<svg" in near.drawn
    names = [cell.text for row in near.rows for cell in row if not isinstance(cell, str)]
    assert {"United Kingdom", "NATO"} <= set(names)


def test_a_page_of_part_of_the_claims_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, extra="".join(map(busy, range(30))))
    snapshot = open_snapshot(current_snapshot(tmp_path))
    assert "claims say;" not in (pages.entity_page(snapshot, "sylvania") or "")
    monkeypatch.setattr("server.pages.entity.MOST_CLAIMS", 10)
    html = pages.entity_page(snapshot, "sylvania") or ""
    assert "This page shows what 10 of 31 claims say;" in html


DENIED = """
<article/duck#claim-00000000000000c3> a ent:Claim ; ent:inPassage <article/duck#char=42,88> ;
  ent:modality ent:Denied ; ent:attributedTo id:rufus-firefly .
GRAPH <article/duck#claim-00000000000000c3> { id:freedonia ent:deters id:sylvania . }
"""


def test_denied_words_begin_with_the_denial(tmp_path: Path) -> None:
    publish(tmp_path, extra=DENIED)
    html = pages.entity_page(open_snapshot(current_snapshot(tmp_path)), "freedonia")
    assert html is not None
    assert "<b>Not so, says <a " in html
    assert ">Rufus Firefly</a>:</b> is meant to deter" in html


ABSENT = """
<article/duck#claim-00000000000000c4> a ent:Claim ; ent:inPassage <article/duck#char=42,88> ;
  ent:modality ent:Denied .
id:freedonia-in-duck a ent:Participation .
GRAPH <article/duck#claim-00000000000000c4> { id:freedonia-in-duck ent:participant id:freedonia ;
  ent:activity id:exercise-duck ; ent:status ent:Completed . }
"""


def test_what_is_denied_has_no_stage(tmp_path: Path) -> None:
    publish(tmp_path, extra=ABSENT)
    snapshot = open_snapshot(current_snapshot(tmp_path))
    graph = Graph(snapshot.store, snapshot.base)
    said = view_of(graph, "freedonia").said
    assert said is not None
    (row,) = [row for row in said.rows if row.denied]
    assert (row.relation, row.stage, row.evidence[0].claims[0].stage) == (
        "takes part in",
        None,
        None,
    )
    margins = [margin_of(graph, one) for one in passages_of(graph, graph.base.article("duck"))]
    entries = [entry for margin in margins for entry in margin.first + margin.more]
    denied = [line for entry in entries for line in entry.lines if line.voice == "Denied"]
    assert [line.stage for line in denied] == [None]


AGAIN = """
<article/duck#claim-00000000000000d4> a ent:Claim ; ent:inPassage <article/duck#char=0,41> ;
  ent:modality ent:Asserted ; prov:wasGeneratedBy <curator/anna> ; ent:cue "is taking part" .
GRAPH <article/duck#claim-00000000000000d4> { id:freedonia ent:participatesIn id:exercise-duck . }
"""


def test_claims_of_one_sentence_stand_under_one_quotation_of_it(tmp_path: Path) -> None:
    publish(tmp_path, extra=AGAIN)
    snapshot = open_snapshot(current_snapshot(tmp_path))
    view = view_of(Graph(snapshot.store, snapshot.base), "freedonia")
    row = row_of(view, "operations", "Exercise Duck")
    (evidence,) = row.evidence
    assert row.sentences == 1
    assert [claim.maker for claim in evidence.claims] == ["Read by rule", "Set by curator"]
    assert [claim.hedge for claim in evidence.claims] == [None, "is taking part"]


def busy(number: int) -> str:
    """Write a state's part in an exercise, told twice: as a plain edge, and whole."""
    claim, part = f"<article/duck#claim-{number:016x}>", f"id:part-{number}"
    return f"""
{claim} a ent:Claim ; ent:inPassage <article/duck#char=0,41> ; ent:modality ent:Asserted ;
  prov:wasGeneratedBy <curator/anna> .
id:exercise-{number} a ent:Exercise ; rdfs:label "Exercise {number}"@en .
{part} a ent:Participation ; ent:participant id:sylvania ; ent:activity id:exercise-{number} .
GRAPH {claim} {{ id:sylvania ent:participatesIn id:exercise-{number} .
  {part} ent:participant id:sylvania ; ent:activity id:exercise-{number} . }}
"""


def test_a_thing_with_a_thousand_parts_has_one_row_for_each(tmp_path: Path) -> None:
    publish(tmp_path, extra="".join(map(busy, range(1100))))
    snapshot = open_snapshot(current_snapshot(tmp_path))
    rows = rows_about(Graph(snapshot.store, snapshot.base), snapshot.base.thing("sylvania"))
    names = [row.object.text for _, row in rows if row.object.text.startswith("Exercise ")]
    assert sorted(names) == sorted(f"Exercise {number}" for number in range(1100))


HOSTILE = """
id:trap a ent:State ; rdfs:label "<script>alert(1)</script>"@en ;
  skos:altLabel "\\"><img src=x onerror=alert(1)>"@en ; skos:closeMatch <javascript:alert(1)> .
"""


@pytest.fixture
def trap(tmp_path: Path) -> str:
    publish(tmp_path, extra=HOSTILE)
    html = pages.entity_page(open_snapshot(current_snapshot(tmp_path)), "trap")
    assert html is not None
    return html


def test_text_from_the_data_is_never_markup(trap: str) -> None:
    modules = trap.count('<script type="module" src=')
    assert trap.count('<script type="application/ld+json">') == 1
    assert trap.count("<script") == trap.count("</script") == modules + 1
    assert "<img" not in trap
    assert "&lt;script&gt;" in trap


def test_only_web_addresses_become_links(trap: str) -> None:
    assert 'href="javascript:' not in trap

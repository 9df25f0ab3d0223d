"""What a reader looks for first, and how it reads."""

from server.pages.entity import entity_view
from server.pages.graph import Graph
from server.pages.lede import states_first
from server.pages.model import Group
from server.pages.words import either


def test_the_sides_of_an_operation_are_named_without_a_stage(graph: Graph) -> None:
    view = entity_view(graph, "operation-baltic-sentry")
    assert view is not None
    keys = {key.name: key for key in view.keys}
    assert [link.text for link in keys["Participants"].values] == ["United Kingdom", "Norway"]
    assert (keys["Participants"].stage, keys["Participants"].more) == (None, 0)


def test_a_type_is_told_without_an_article(graph: Graph) -> None:
    view = entity_view(graph, "hms-prince-of-wales")
    assert view is not None
    told = "".join(text + (link.text if link else "") for text, link in view.lede)
    assert "is of the type Aircraft carrier" in told


def test_a_number_is_written_with_commas(graph: Graph) -> None:
    view = entity_view(graph, "fig-trained-51000")
    assert view is not None
    amounts = [row.object.text for group in view.groups for row in group.rows]
    assert "51,000" in amounts


def test_one_fact_needs_no_sum() -> None:
    assert Group("a", "A", (), 0, real=1).summary == ""
    assert Group("a", "A", (), 0, real=1, intended=1).summary == "1 real, 1 intended"


def test_states_come_before_what_else_takes_part(graph: Graph) -> None:
    others = [graph.link(graph.base.thing(slug)) for slug in ("nato", "hms-prince-of-wales")]
    state = graph.link(graph.base.thing("norway"))
    assert states_first(graph, [*others, state, state]) == [state, *others]


def test_reports_that_differ_read_as_a_choice() -> None:
    assert either(["Completed", "Under way"]) == "Completed or under way"

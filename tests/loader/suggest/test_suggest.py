"""What the lexicon and the frames lack is ranked, and can be pasted into the table of names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from loader.cli import main
from loader.names.lexicon import ALIASES, load_lexicon
from loader.suggest import Suggestion, Suggestions, alias_lines, as_json, render, suggest
from tests.support.stories import articles_of

FIRST = (
    "Denmark will hold talks with Estonia near the Vordingsund next week. "
    "Halmquist will receive the ships of the Danish Navy. "
    "Denmark outfoxed Sweden at a table near the Vordingsund."
)
SECOND = (
    "The mayor met sailors of the Danish Navy near the Vordingsund. "
    "They had come from Estonia on board two minehunters, and stayed for a week. "
    "Finland outfoxed Norway in the final of the regatta."
)
THIRD = "Ships of the Danish Navy anchored off the Vordingsund. Halmquist sent its engineers."
COPY = SECOND.replace(", and", " and")


@pytest.fixture(scope="module")
def found() -> Suggestions:
    return suggest(articles_of(first=FIRST, second=SECOND, third=THIRD, copy=COPY))


def named(found: Suggestions) -> dict[str, Suggestion]:
    return {one.key: one for one in found.names}


def test_unknown_names_are_ranked_by_stories_with_a_sentence(found: Suggestions) -> None:
    first, second = found.names[:2]
    assert (first.key, first.stories, first.articles) == ("Vordingsund", 3, 4)
    assert (second.key, second.stories) == ("Halmquist", 2)
    assert first.key in first.example


def test_what_an_unknown_name_stands_beside_tells_its_class(found: Suggestions) -> None:
    assert named(found)["Vordingsund"].guess == "Place"
    assert named(found)["Halmquist"].guess == "Organisation"
    assert "subject of receive" in dict(named(found)["Halmquist"].contexts)


def test_known_names_and_capitals_at_a_beginning_are_no_suggestions(found: Suggestions) -> None:
    assert set(named(found)) == {"Vordingsund", "Halmquist"}


def test_a_common_noun_that_refers_back_and_a_hull_number_are_no_suggestions() -> None:
    text = (
        "The treaty was signed by Denmark. The Protocol will follow, the Minister said. "
        "Denmark will send HDMS Niels Juel (Q9 363) to Estonia, and Estonia will host the ship."
    )
    assert set(named(suggest(articles_of(one=text)))) <= {"HDMS Niels Juel"}


def test_a_verb_between_known_things_without_a_frame_is_told_with_their_classes(
    found: Suggestions,
) -> None:
    (verb,) = [one for one in found.verbs if one.key == "outfox"]
    assert (verb.stories, verb.articles) == (2, 3)
    assert dict(verb.contexts) == {"State, State": 3}
    assert "outfoxed" in verb.example


def test_a_trigger_without_a_claim_is_told_with_what_blocked_it() -> None:
    texts = {name: f"{line} It rained." for name, line in UNREAD.items()}
    (one,) = [one for one in suggest(articles_of(**texts)).unread if one.key == "sign"]
    assert one.articles == len(UNREAD)
    assert all(": " in context for context, _ in one.contexts)


UNREAD = {"one": "They signed with a pen.", "two": "Nobody signed before the evening."}


def test_suggestions_do_not_hang_on_the_order_or_the_workers(found: Suggestions) -> None:
    articles = articles_of(copy=COPY, third=THIRD, second=SECOND, first=FIRST)
    assert suggest(articles, workers=2) == found


def test_the_list_is_cut_where_it_was_asked_to_be() -> None:
    assert len(suggest(articles_of(first=FIRST, third=THIRD), top=1).names) == 1


def test_lines_to_paste_are_read_by_the_lexicon(found: Suggestions, tmp_path: Path) -> None:
    table = tmp_path / "aliases.tsv"
    lines = alias_lines(found.names)
    assert lines[0] == "vordingsund\tPlace\tVordingsund\tname\t"
    table.write_text(ALIASES.read_text("utf-8") + "\n".join(lines) + "\n", encoding="utf-8")
    thing = load_lexicon(table).things["vordingsund"]
    assert (thing.label, thing.types) == ("Vordingsund", ("Place",))


def test_a_slug_that_is_taken_gets_the_class_behind_it() -> None:
    name = Suggestion("Denmark", 1, 1, 1, "Vessel", (), "HDMS Denmark sailed.")
    assert alias_lines([name]) == ["denmark-vessel\tVessel\tDenmark\tname\t"]
    nameless = Suggestion("…", 1, 1, 1, "", (), "…")
    assert alias_lines([nameless]) == []


def test_the_table_and_the_json_say_the_same(found: Suggestions) -> None:
    data, text = json.loads(as_json(found)), render(found)
    assert [row["key"] for row in data["names"]] == ["Vordingsund", "Halmquist"]
    assert data["aliases"] == alias_lines(found.names)
    for part in (*data["aliases"], "Vordingsund  (Place?)", "State, State ×3", "4 articles read"):
        assert part in text


def test_the_command_prints_tables_or_json_and_tells_what_it_left_out(tmp_path: Path) -> None:
    for name, text in {"first": FIRST, "third": THIRD}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    command = ["suggest", str(tmp_path), "--workers", "1", "--top", "3"]
    plain = CliRunner().invoke(main, command)
    assert plain.exit_code == 0, plain.output
    assert "Names that nothing knows" in plain.output
    (tmp_path / "empty.txt").write_text("")
    told = CliRunner().invoke(main, [*command, "--json"])
    assert told.exit_code == 1
    assert "empty.txt" in told.stderr
    assert json.loads(told.stdout)["articles"] == 2


def test_a_folder_without_an_article_is_an_error(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["suggest", str(tmp_path)]).exit_code == 2

"""The two seed articles: each thing that has a name is mentioned."""

import json
from pathlib import Path

from loader.names import Mention, find_mentions, load_lexicon
from loader.text import take_apart
from tests.support.mentions import words

ROOT = Path(__file__).parents[3]
ARTICLES = {"A": "000_156a7cccb437b179.txt", "B": "003_ca451b5ac038edf2.txt"}
# What the gold calls otherwise than the reference data, or without any name of its own.
OTHERWISE = {"defence-minister-norway": "minister-of-defence-norway"}
DESCRIBED = {
    "defence-minister-nz": "only as one of two defence ministers",
    "ukrainian-armed-forces": "only by its soldiers",
    "norway-russia-border": "a description",
    "nato-northern-flank": "a description",
    "frigate": "a kind of ship",
    "aircraft-carrier": "a kind of ship",
    "syos-drones": "a description",
    "drones-and-rovs": "a description",
    "underwater-drones": "a description",
}
NAMED = (
    "State Person Post Alliance GovernmentBody ArmedForce MilitaryFormation Company Facility Place "
    "TradeAgreement Policy Operation Exercise Vessel AssetType"
)


def mentions() -> list[tuple[str, str, Mention]]:
    """Give ``(article, words, mention)`` of both articles."""
    found = []
    for key, name in ARTICLES.items():
        document = take_apart((ROOT / "seeds" / name).read_text(encoding="utf-8"))
        for index, line in enumerate(find_mentions(document, load_lexicon(), name[:3])):
            found += [(key, words(document, index, mention), mention) for mention in line]
    return found


def named_things() -> list[str]:
    gold = json.loads((ROOT / "tests" / "gold" / "facts.json").read_text(encoding="utf-8"))
    return [
        OTHERWISE.get(entity["id"], entity["id"])
        for entity in gold["entities"]
        if entity["type"][0] in NAMED.split()
        and "(unnamed)" not in entity["label"]
        and entity["id"] not in DESCRIBED
    ]


def test_each_named_thing_is_mentioned_under_its_slug() -> None:
    found = {mention.thing.slug for _, _, mention in mentions()}
    things = named_things()
    assert len(things) >= 45
    assert [slug for slug in things if slug not in found] == []


def test_nothing_is_mentioned_that_the_articles_do_not_name() -> None:
    background = {"asia-pacific", "black-sea", "eastern-europe", "europe"}
    expected = {*named_things(), "trinity-house-agreement", *background}
    assert {mention.thing.slug for _, _, mention in mentions()} == expected


def test_the_seat_of_a_government_is_read_as_its_state() -> None:
    [found] = [mention for _, said, mention in mentions() if said == "Wellington"]
    assert (found.thing.slug, found.kind) == ("new-zealand", "metonym")


def test_each_prime_minister_has_the_right_state() -> None:
    states = [mention.state for _, said, mention in mentions() if said == "Prime Minister"]
    assert states == ["united-kingdom", "new-zealand", "new-zealand", "new-zealand"]


def test_credits_name_nothing() -> None:
    slugs = {mention.thing.slug for _, _, mention in mentions()}
    assert slugs.isdisjoint({"nick-tryon", "ministry-of-defence-united-kingdom"})


def test_damaged_letters_do_not_hide_a_name() -> None:
    assert [text for _, text, m in mentions() if m.thing.slug == "bodo"] == ["Bodø", "Bodø"]

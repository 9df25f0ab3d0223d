"""What holds for any gold: it scores full against itself, in any order, and repeats cost."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from loader.score import Annotated, Entity, Fact, Mention, Tally, score
from loader.score.mapping import OBJECTS, PREDICATES
from loader.score.model import Value
from loader.score.tally import interval, total

NAMES = ("Fiji", "Tonga", "Samoa", "Nauru", "Palau", "Tuvalu")
TEXT = " and ".join(NAMES)
STATUSES = ("done", "planned", "expected", "negotiating", "denied")


def mention(name: str) -> Mention:
    start = TEXT.index(name)
    return Mention(start, start + len(name), name)


ENTITIES = {name: Entity(name, name, "State", (mention(name),), f"Q{len(name)}") for name in NAMES}
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "date": st.sampled_from(["2031", "2031-05", "2031-05-04", "--05-04"]),
    "number": st.integers(1, 9),
    "money": st.builds(lambda n: {"amount": n, "currency": "FJD"}, st.integers(1, 9)),
    "words": st.sampled_from(["Defence Minister", "harbour master", "reef patrols", "fuel"]),
    "quotation": st.sampled_from(["We sail at dawn", "The reef is ours", ""]),
}


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    predicate = draw(st.sampled_from(PREDICATES))
    kind = OBJECTS.get(predicate)
    value: Value = draw(VALUES[kind] if kind else st.sampled_from(NAMES))
    return Fact(
        subject=draw(st.sampled_from(NAMES)),
        predicate=predicate,
        object=value,
        qualifiers=draw(st.dictionaries(st.sampled_from(["n", "role"]), st.integers(1, 3))),
        status=draw(st.sampled_from(STATUSES)),
    )


articles = st.lists(facts(), max_size=8).map(lambda told: Annotated("1", ENTITIES, tuple(told)))


def full(tally: Tally) -> bool:
    return tally.false == tally.missed == 0


@given(articles)
def test_gold_against_itself_scores_one(gold: Annotated) -> None:
    scored = score(gold, gold, TEXT)
    everything = scored.of(PREDICATES)
    assert full(everything)
    assert everything.right == len(gold.facts)
    assert full(scored.strict)
    assert full(scored.relaxed)
    assert full(scored.entities)
    assert full(scored.links)
    assert full(scored.status)
    assert full(scored.joint)
    assert full(scored.qualifiers)
    assert everything.f1 == (1.0 if gold.facts else None)


def shuffled(article: Annotated, seed: int) -> Annotated:
    draw = Random(seed)  # noqa: S311
    told = list(article.facts)
    draw.shuffle(told)
    names = list(article.entities)
    draw.shuffle(names)
    return replace(article, facts=tuple(told), entities={n: article.entities[n] for n in names})


@given(articles, articles, st.integers())
def test_order_does_not_matter(gold: Annotated, found: Annotated, seed: int) -> None:
    one = score(gold, found, TEXT)
    other = score(shuffled(gold, seed), shuffled(found, seed + 1), TEXT)
    parts = ("predicates", "joint", "strict", "relaxed", "entities", "links", "status")
    assert [getattr(one, part) for part in parts] == [getattr(other, part) for part in parts]
    assert one.qualifiers == other.qualifiers


@given(articles, articles)
def test_nothing_counts_twice(gold: Annotated, found: Annotated) -> None:
    counts = score(gold, found, TEXT).of(PREDICATES)
    assert counts.right + counts.missed == len(gold.facts)
    assert counts.right + counts.false == len(found.facts)


@given(articles)
def test_each_repeat_is_a_false_positive(gold: Annotated) -> None:
    twice = replace(gold, facts=gold.facts * 2)
    assert score(gold, twice, TEXT).of(PREDICATES) == Tally(len(gold.facts), len(gold.facts), 0)


counts = st.builds(Tally, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


@given(st.lists(counts, min_size=1, max_size=5), st.integers())
def test_an_interval_lies_between_the_best_and_the_worst_article(
    tallies: list[Tally], seed: int
) -> None:
    found = interval(tallies, rounds=50, seed=seed)
    rates = [one.f1 for one in tallies if one.f1 is not None]
    if found is None:
        assert total(tallies).f1 is None
    else:
        assert min(rates) - 1e-9 <= found[0] <= found[1] <= max(rates) + 1e-9

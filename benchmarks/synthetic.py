"""Made-up articles and names, as many as wanted; the same number gives the same article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

from loader.articles import Article
from loader.reference import load_reference
from loader.reference.model import Row

WORDS = 690
"""Words of an article: the mean of the two that the project is seeded with."""

SENTENCES = (
    "{A} and {B} signed an agreement on {subject} in {capital} on {day} {month} {year}.",
    "The {a} Defence Minister, {person}, said the pact would last for {count} years.",
    "“We stand together with our {b} partners,” {surname} told reporters after the talks.",
    "The {a} Navy sent the frigate {ship} and about {count} sailors to the {sea}.",
    "Exercise {exercise} brought together {many:,} personnel from {A}, {B} and {C}.",
    "{C} did not take part in the exercise, which began in {month} {year}.",
    "Under a contract worth ${count} million, {company} will deliver {count} patrol boats to {B}.",
    "The first vessel is expected to arrive by the end of {year}.",
    "{A} has trained more than {many:,} {c} soldiers since {year}, according to the ministry.",
    "On Tuesday, {person} visited the naval base at {town}, where {c} officers are stationed.",
    "The two countries have been negotiating a treaty on {subject} for {count} months.",
    "A spokesperson declined to say whether {B} would join Operation {exercise}.",
    "The deployment is part of a wider effort to protect shipping in the {sea}.",
    "{B}'s armed forces will host {count} instructors from {C} next year.",
    "Rear Admiral {person} took command of the task group last month.",
    "The ministers discussed {subject}, the protection of cables and the supply of spare parts.",
    "The {ship} has sailed {many:,} nautical miles and called at {count} ports.",
    "Officials in {capital} welcomed the decision, which replaces an arrangement of {year}.",
    "Both sides agreed to meet again in {town} before the end of the year.",
    "{company} and the {b} Ministry of Defence opened a joint workshop for helicopters.",
)
WORDS_OF = {
    "subject": ("mine clearance", "air defence", "cyber security", "logistic support", "training"),
    "sea": ("Baltic Sea", "Gulf of Aden", "Pacific Ocean", "North Atlantic", "Coral Sea"),
    "month": ("January", "March", "May", "July", "September", "November"),
}
HEADS = ("Treaty", "Air Base", "Shipyards", "Institute", "Alliance", "Aerospace", "Task Force")
FIRST = [
    "Bel",
    "Cor",
    "Dav",
    "El",
    "Fen",
    "Gal",
    "Hal",
    "Il",
    "Jor",
    "Kel",
    "Lor",
    "Mar",
    "Nor",
    "Or",
    "Pel",
    "Ros",
    "Sel",
    "Tor",
    "Ul",
    "Ver",
]
MIDDLE = ["ad", "an", "ar", "em", "en", "er", "id", "in", "ir", "on", "or", "un"]
LAST = [
    "a",
    "berg",
    "by",
    "den",
    "dorf",
    "esk",
    "field",
    "holm",
    "ia",
    "mont",
    "more",
    "ov",
    "quist",
    "sen",
    "stad",
    "to",
    "vik",
    "wick",
]


def article(number: int, seed: int = 0, words: int = WORDS) -> Article:
    """Make up an article of about a number of words."""
    random = Random(f"{seed}/{number}")
    paragraphs = [_headline(random)]
    while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
        cast = _cast(random)
        chosen = random.sample(SENTENCES, 4)
        paragraphs.append(" ".join(_filled(sentence, cast, random) for sentence in chosen))
    text = "\n\n".join(paragraphs) + "\n"
    slug = f"synthetic-{number:06}"
    return Article(slug, text, "", slug, published="2031-04-09", published_basis="made up")


def names(count: int, seed: int = 0) -> Iterator[str]:
    """Make up names of two to four words, each another."""
    random = Random(f"{seed}/names")
    made = (f"{_word(random)} {_word(random)} {random.choice(HEADS)}" for _ in iter(int, 1))
    return islice(dict.fromkeys(islice(made, 2 * count)), count)


def _headline(random: Random) -> str:
    return f"{_state(random).label} and {_state(random).label} deepen defence ties"


def _cast(random: Random) -> dict[str, str]:
    """Choose the states, people and things of a paragraph."""
    first, second, third = (_state(random) for _ in range(3))
    person = f"{_word(random)} {_word(random)}"
    return {
        "A": first.label,
        "B": second.label,
        "C": third.label,
        "a": first.demonyms[0],
        "b": second.demonyms[0],
        "c": third.demonyms[0],
        "capital": first.capital or first.label,
        "person": person,
        "surname": person.split()[1],
        "ship": _word(random),
        "exercise": f"{_word(random)} {_word(random)}",
        "company": f"{_word(random)} {random.choice(HEADS)}",
        "town": _word(random),
    }


def _filled(sentence: str, cast: dict[str, str], random: Random) -> str:
    drawn = {name: random.choice(words) for name, words in WORDS_OF.items()}
    numbers = {
        "day": random.randint(1, 28),
        "year": random.randint(2015, 2033),
        "count": random.randint(3, 90),
        "many": random.randint(1000, 60000),
    }
    return sentence.format(**cast, **drawn, **numbers)


def _state(random: Random) -> Row:
    rows = [row for row in load_reference().states.values() if row.demonyms]
    return random.choice(rows)


def _word(random: Random) -> str:
    return random.choice(FIRST) + random.choice(MIDDLE) + random.choice(LAST)

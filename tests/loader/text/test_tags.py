"""Part-of-speech tags and lemmas against sentences tagged by hand."""

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from loader.text import take_apart
from loader.text.lemmas import lemma_of

TAGGED = Path(__file__).with_name("tagged.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [
    [tuple(token.rsplit("/", 1)) for token in line.split()]
    for line in TAGGED
    if line and not line.startswith("#")
]


def tagged(words: list[str]) -> list[tuple[str, str]]:
    text = " ".join(words).replace(" 's", "'s").replace(" ,", ",").replace(" .", ".")
    (sentence,) = take_apart(text.replace("$ ", "$")).sentences
    return [(token.text, token.tag) for token in sentence.tokens]


def test_at_least_ninety_seven_in_a_hundred_tags_are_those_given_by_hand() -> None:
    assert len(SENTENCES) >= 30
    pairs = [
        (found, given)
        for sentence in SENTENCES
        for found, given in zip(tagged([word for word, _ in sentence]), sentence, strict=True)
    ]
    wrong = [f"{found} for {given}" for found, given in pairs if found != given]
    assert len(wrong) <= 0.03 * len(pairs), "\n".join(wrong)


@pytest.mark.parametrize(
    "word, tag, lemma",
    [
        ("Ratified", "VBD", "ratify"),
        ("was", "VBD", "be"),
        ("has", "VBZ", "have"),
        ("met", "VBD", "meet"),
        ("led", "VBN", "lead"),
        ("frigates", "NNS", "frigate"),
        ("navies", "NNS", "navy"),
        ("aircraft", "NNS", "aircraft"),
        ("strongest", "JJS", "strong"),
        ("n’t", "RB", "not"),
        ("'ll", "MD", "will"),
        ("'s", "VBZ", "be"),
        ("'s", "POS", "'s"),
        ("Lisbon", "NNP", "lisbon"),
        ("upgunned", "VBD", "upgun"),
        ("minelayed", "VBD", "minelay"),
        ("re-baselines", "VBZ", "re-baseline"),
    ],
)
def test_the_lemma_is_the_dictionary_form_in_the_class_of_the_tag(
    word: str, tag: str, lemma: str
) -> None:
    assert lemma_of(word, tag) == lemma


@pytest.mark.parametrize(
    "folder, name",
    [
        ("brill", "en-lexicon.txt"),
        ("brill", "en-context.txt"),
        ("brill", "en-morphology.txt"),
        ("lemmas", "lemma_lu.csv.gz"),
    ],
)
def test_the_tables_are_those_whose_origin_is_told(folder: str, name: str) -> None:
    data = files("loader").joinpath("data", folder)
    digest = hashlib.sha256(data.joinpath(name).read_bytes()).hexdigest()
    assert f"| `{name}` | `{digest}` |" in data.joinpath("README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Lithuania plans to buy ships.", "plans", "VBZ"),
        ("The United States plans to buy ships.", "plans", "VBZ"),
        ("Tonga backs the pact.", "Tonga", "NNP"),
        ("Italy gifted Malta a boat.", "gifted", "VBD"),
        ("Peru received 20 armoured vehicles.", "armoured", "JJ"),
        ("The 38 armored ambulances arrived.", "armored", "JJ"),
        ("The accord has lapsed.", "lapsed", "VBN"),
        ("The ministers of Chile and Peru signed it.", "ministers", "NNS"),
        ("The treaty of 2011 remains in force.", "remains", "VBZ"),
        ("Chile expanded an air policing mission.", "policing", "NN"),
        ("Ships escorting a mission sailed.", "escorting", "VBG"),
    ],
)
def test_a_rare_form_is_told_by_what_stands_round_it(text: str, word: str, tag: str) -> None:
    (sentence,) = take_apart(text).sentences
    assert [token.tag for token in sentence.tokens if token.text == word] == [tag]

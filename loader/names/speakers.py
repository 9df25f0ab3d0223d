"""Who must be a person: "Krall said", "Ms Krall" and "KRALL:" tell who "Eva Krall" is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..text.model import Document, Sentence
from .patterns import Patterns, load_patterns

_MARKS = ("”", '"', "’", "'", "“", ",", "»", "«")
_POLITE = ("Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr.")
_TENSES = ("VBD", "VBZ", "VBP", "VBN")


@dataclass(frozen=True, slots=True)
class Heard:
    """Who speaks in an article or is addressed.

    Attributes:
        surnames: Single capitalised words that say something or stand behind a title.
        labels: Clean offset at which a turn of a transcript begins → where its label ends.
    """

    surnames: frozenset[str] = frozenset()
    labels: Mapping[int, int] = field(default_factory=dict)


def heard_in(document: Document) -> Heard:
    """Look an article over for those who must be persons.

    Words after "the" and words of classes that are no person's ("Army", "Department") are left out.
    """
    patterns = load_patterns()
    words = {
        word
        for sentence in document.sentences
        for find in (_said, _titled)
        for word in find(sentence, patterns)
    }
    words |= {
        word
        for quotation in document.quotations
        if quotation.label is not None
        for word in _labelled(quotation.label.of(document.clean), patterns)
    }
    labels = {q.label.start: q.label.end for q in document.quotations if q.label is not None}
    return Heard(frozenset(words), labels)


def _labelled(label: str, patterns: Patterns) -> Iterator[str]:
    """Give the last word of a label as a surname, brackets and those who only ask left out."""
    words = label.partition("(")[0].partition(",")[0].split()
    word = words[-1].capitalize() if words and words[-1].isupper() else "".join(words[-1:])
    if word and word.lower() not in patterns.askers and _is_shaped(word, patterns):
        yield word


def _titled(sentence: Sentence, patterns: Patterns) -> Iterator[str]:
    """Give the one word after "Mr" or "Ms"."""
    texts = [token.text for token in sentence.tokens]
    for index, text in enumerate(texts[:-1]):
        alone = not "".join(texts[index + 2 : index + 3])[:1].isupper()
        if text in _POLITE and alone and _is_shaped(texts[index + 1], patterns):
            yield texts[index + 1]


def _said(sentence: Sentence, patterns: Patterns) -> Iterator[str]:
    texts = [token.text for token in sentence.tokens]
    for index, token in enumerate(sentence.tokens):
        if token.lemma not in patterns.speech or token.tag not in _TENSES:
            continue
        before = texts[index - 1] if index else ""
        if _is_surname(texts, index - 1, patterns) and index > 0:
            yield before
        elif before in _MARKS and _is_surname(texts, index + 1, patterns):
            yield texts[index + 1]


def _is_surname(texts: list[str], index: int, patterns: Patterns) -> bool:
    """Tell whether a token has the shape of a surname."""
    if not 0 <= index < len(texts):
        return False
    earlier = texts[index - 1] if index else ""
    alone = earlier.lower() != "the" and not earlier[:1].isupper() and earlier not in ("-", "&")
    return alone and _is_shaped(texts[index], patterns)


def _is_shaped(word: str, patterns: Patterns) -> bool:
    letters = word.replace("’", "").replace("'", "").replace("-", "")
    shaped = letters.isalpha() and word[0].isupper() and not word.isupper() and len(word) > 1
    plain = word in patterns.generic or word in patterns.never or word in patterns.titles
    return shaped and not plain

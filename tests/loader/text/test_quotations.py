"""Who is quoted from where to where."""

import pytest

from loader.text import take_apart

LONG = "We will sail together for many years"
CASES = [
    ("one pair", f"Ruiz said: “{LONG}.”", [[f"{LONG}."]]),
    ("straight marks", f'"{LONG}," Ruiz said.', [[f"{LONG},"]]),
    ("single marks", f"‘{LONG},’ Ruiz said of the navy’s plan.", [[f"{LONG},"]]),
    (
        "a plural possessive within single marks",
        "‘We will defend our allies’ ports for many years,’ Ruiz said.",
        [["We will defend our allies’ ports for many years,"]],
    ),
    (
        "an attribution that ends its sentence ends the quotation",
        f"“{LONG},” Ruiz said. “Peru remains one of our best friends.”",
        [[f"{LONG},"], ["Peru remains one of our best friends."]],
    ),
    (
        "an attribution within a sentence interrupts the quotation",
        "“We will,” she said, “sail together for many years.”",
        [["We will,", "sail together for many years."]],
    ),
    (
        "a paragraph that reopens continues the quotation",
        f"Ruiz said: “{LONG}.\n“And we will come back every year.”",
        [[f"{LONG}.", "And we will come back every year."]],
    ),
    (
        "a paragraph without mark continues to the closing mark",
        f"“{LONG}.\nWe will come back every year.”\nThe ship left.",
        [[f"{LONG}.", "We will come back every year."]],
    ),
    (
        "a quotation over three paragraphs",
        f"“{LONG}.\n“We like it here.\n“We will come back.”\nThe ship left.",
        [[f"{LONG}.", "We like it here.", "We will come back."]],
    ),
    (
        "a quotation that nobody closes ends with its paragraph",
        f"“{LONG}, Ruiz said.\nThe ship left the port.\nNobody saw it.",
        [[f"{LONG}, Ruiz said."]],
    ),
    (
        "the next quotation does not close an open one",
        f"“{LONG}, Ruiz said.\nThe ship left. “It is a very good ship indeed,” he said.",
        [[f"{LONG}, Ruiz said."], ["It is a very good ship indeed,"]],
    ),
    ("a lone closing mark", "We will sail together for years,” Ruiz said.", []),
    ("scare quotes", "Ruiz praised the “special relationship” of the two.", []),
    ("a title without verb", "He wrote “A Very Short History of the Old Navy” there.", []),
    (
        "a lead-in without marks",
        f"Minister Ana Ruiz said:\n{LONG}.\nI am proud of our sailors.\nThe ship left.",
        [[f"{LONG}.", "I am proud of our sailors."]],
    ),
    ("a lead-in to a third person", "Minister Ana Ruiz said:\nThe ship left the port today.", []),
    (
        "a lead-in to marks",
        f"Minister Ana Ruiz added:\n“{LONG}.\n“I am glad.”",
        [[f"{LONG}.", "I am glad."]],
    ),
    ("guillemets", f"«{LONG}», Ruiz said.", [[LONG]]),
    (
        "a quotation within a quotation",
        "“We heard them say ‘sail home now’ and we did,” Ruiz said.",
        [["We heard them say ‘sail home now’ and we did,"]],
    ),
    (
        "single marks over paragraphs, closed in the last",
        "‘We like it here.\n‘We will come back.’\nThe ship left.",
        [["We like it here.", "We will come back."]],
    ),
    ("a heading", f"“{LONG}” in Peru\n\nThe ship left the port today.", []),
]


@pytest.mark.parametrize("name, text, expected", CASES, ids=[case[0] for case in CASES])
def test_quotations(name: str, text: str, expected: list[list[str]]) -> None:
    document = take_apart(text)
    whole = [each for each in document.quotations if not each.partial]
    assert [[span.of(document.clean) for span in each.spans] for each in whole] == expected


def test_quotations_of_one_document_are_in_order() -> None:
    text = f"Ana Ruiz said:\n{LONG}.\nThe ship left. “It is a very good ship indeed,” he said."
    starts = [each.spans[0].start for each in take_apart(text).quotations]
    assert len(starts) == 2
    assert starts == sorted(starts)


PARTIAL = [
    ("He called it “a bridge too far”.", ["a bridge too far"]),
    ("Ruiz praised the “special relationship” of the two.", ["special relationship"]),
    ("They fund the scheme “Blue Coast Guard” together.", []),
    ("The “Eternity” drill ended.", []),
]


@pytest.mark.parametrize("text, expected", PARTIAL)
def test_a_few_words_in_marks_are_partly_quoted_unless_they_are_a_name(
    text: str, expected: list[str]
) -> None:
    document = take_apart(text)
    assert all(each.partial for each in document.quotations)
    assert [each.spans[0].of(document.clean) for each in document.quotations] == expected

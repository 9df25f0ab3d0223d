"""Transcripts: who speaks stands before a colon."""

import pytest

from loader.text import take_apart

LEE = "MINISTER LEE: Good morning. We signed it."
CASES = [
    (
        "labels in capitals",
        f"{LEE}\n\nQUESTION (Radio Sur): Who pays?\n\nMINISTER LEE: We do.",
        [
            ("MINISTER LEE", ["Good morning. We signed it."]),
            ("QUESTION (Radio Sur)", ["Who pays?"]),
            ("MINISTER LEE", ["We do."]),
        ],
    ),
    (
        "a turn of several paragraphs",
        f"{LEE}\n\nIt took a year.\n\nJOURNALIST: Who pays?",
        [
            ("MINISTER LEE", ["Good morning. We signed it.", "It took a year."]),
            ("JOURNALIST", ["Who pays?"]),
        ],
    ),
    (
        "labels in small letters, one of them twice",
        "Ana Lee: We signed.\n\nJournalist: Who pays?\n\nAna Lee: We do.",
        [("Ana Lee", ["We signed."]), ("Journalist", ["Who pays?"]), ("Ana Lee", ["We do."])],
    ),
    (
        "letters for question and answer",
        "Q: Who pays?\n\nA: We do.\n\nQ. When?\n\nA. In May.",
        [("Q", ["Who pays?"]), ("A", ["We do."]), ("Q", ["When?"]), ("A", ["In May."])],
    ),
    (
        "what follows the last turn is none of it",
        f"{LEE}\n\nJOURNALIST: Who pays?\n\nThe press office took this down.",
        [("MINISTER LEE", ["Good morning. We signed it."]), ("JOURNALIST", ["Who pays?"])],
    ),
    (
        "marks within a turn",
        f"{LEE}\n\nJOURNALIST: You said “we will never sign that one” in May?",
        [
            ("MINISTER LEE", ["Good morning. We signed it."]),
            ("JOURNALIST", ["You said “we will never sign that one” in May?"]),
        ],
    ),
    ("a form", "Buyer: Ministry of Works.\n\nPlace: The old port.\n\nDate: 4 May.", []),
    ("a lead-in", "Minister Ana Ruiz said: it rains.\n\nThe mayor said: it pours.", []),
]


@pytest.mark.parametrize("name, text, expected", CASES, ids=[case[0] for case in CASES])
def test_turns(name: str, text: str, expected: list[tuple[str, list[str]]]) -> None:
    document = take_apart(text)
    found = [
        (each.label.of(document.clean), [span.of(document.clean) for span in each.spans])
        for each in document.quotations
        if each.label is not None
    ]
    assert found == expected

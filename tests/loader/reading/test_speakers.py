"""Whose words a quotation is found to be, in every layout that the genre has."""

import pytest

from loader.articles import Article
from loader.reading import read_article

WE = "We will sail together for many years"
LEE = "Defence Minister Ana Lee of Peru opened the port."
CASES = [
    (f"“{WE},” said Defence Minister Ana Lee.", ["Ana Lee"]),
    (f"Defence Minister Ana Lee told reporters: “{WE}.”", ["Ana Lee"]),
    (f"“{WE},” Captain Ana Lee, who commands the ship, said.", ["Ana Lee"]),
    (f"“{WE}”, Ms Ana Lee added.", ["Ana Lee"]),
    (f"“{WE},” said Commanding Officer Capt. Ana Lee.", ["Ana Lee"]),
    (f"{LEE} “{WE},” she said.", ["Ana Lee"]),
    (f"{LEE}\n\n“{WE},” said the minister.", ["Ana Lee"]),
    (f"{LEE} “{WE},” Lee said. “And then we will row.”", ["Ana Lee", "Ana Lee"]),
    (f"“{WE},” Captain Ana Lee said.\n\n“And then we will row.”", ["Ana Lee", "Ana Lee"]),
    (f"“{WE},” Captain Ana Lee said.\n\nThe crew sang “and then we will row home”.",
     ["Ana Lee", None]),
    (f"{LEE} Admiral Bo Poe met her. “{WE},” the admiral said.", ["Bo Poe"]),
    (f"Mr Bo Poe met Ms Ana Lee. “{WE},” she said.", [None]),
    (f"Mr Bo Poe arrived. “{WE},” she said.", [None]),
    (f"“{WE},” an official said.", [None]),
    (f"Ana Krall, a baker from Lima, came.\n\n“{WE},” Krall said.", ["Ana Krall"]),
    ("Captain Ana Lee said that the plan was “a bridge too far”.", ["Ana Lee"]),
    ("Captain Ana Lee called it “very useful”.", ["Ana Lee"]),
    ("For Captain Ana Lee, the day was “a little like coming home”.", ["Ana Lee"]),
    ("Captain Ana Lee said that the “shadow fleet” had left.", []),
    ("Captain Ana Lee joined the “coalition of the willing”.", []),
    ("It was, says Captain Ana Lee, “the longest night of the year”.", ["Ana Lee"]),
    (f"According to Captain Ana Lee, “{WE}”.", ["Ana Lee"]),
    (f"„{WE}“, said Captain Ana Lee.", ["Ana Lee"]),
    ("MINISTER LEE: We signed.\n\nQUESTION: Who pays?\n\nMINISTER LEE: We do.\n\n"
     "Ana Lee has been Peru’s Minister of Defence since May.", ["Ana Lee", None, "Ana Lee"]),
    (f"Peru’s Deputy Prime Minister Ana Lee met Defence Minister Bo Poe. “{WE},” "
     "the Deputy Prime Minister said.", ["Ana Lee"]),
    ("Captain Ana Lee, speaking beside him, called it “a shield for our towns”.", ["Ana Lee"]),
    ("BO POE, HOST: Good morning.\n\nANA LEE, MINISTER FOR TRADE: Good morning, Bo.",
     ["Bo Poe", "Ana Lee"]),
    (f"Captain Ana Lee was doubtful: “{WE}.”", ["Ana Lee"]),
    (f"Captain Ana Lee met Admiral Bo Poe. The mood was good: “{WE}.”", [None]),
    ("ANA LEE: We signed it.\n\nJOURNALIST: Who pays?", ["Ana Lee", None]),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES)
def test_speaker_of_a_quotation(text: str, expected: list[str | None]) -> None:
    reading = read_article(Article("gazette", text, "", ""))
    labels = [
        reading.things[quoted.speaker].label if quoted.speaker else None
        for quoted in reading.quotations
    ]
    assert labels == expected


def test_what_an_unknown_voice_of_a_transcript_says_is_claimed_by_nobody() -> None:
    text = "ANA LEE: We signed it.\n\nQUESTION: Japan joined NATO in May?\n\nANA LEE: No."
    assert read_article(Article("gazette", text, "", "")).quotations[1].speaker is None
    assert not [
        claim
        for claim in read_article(Article("gazette", text, "", "")).claims
        if any(s.predicate == "memberOf" for s in claim.statements)
    ]

"""Who visits what, and who meets whom, told in many ways."""

import pytest

from loader.articles import Article
from loader.reading import read_article
from loader.score.predict import predict

LEE = "Peru’s Defence Minister Ana Lee"
POE = "Chile’s Foreign Minister Bo Poe"
CASES = [
    (f"{LEE} received {POE} in Lima on Monday.",
     ["Ana Lee meets Bo Poe done", "Bo Poe visits Lima done"]),
    (f"{POE} was received by {LEE} in Lima.",
     ["Ana Lee meets Bo Poe done", "Bo Poe visits Lima done"]),
    (f"{LEE} met her Chilean counterpart, Bo Poe, in Valparaíso.", ["Ana Lee meets Bo Poe done"]),
    (f"{LEE} spoke of {POE}, whom she met in Valparaíso last week.",
     ["Ana Lee meets Bo Poe done"]),
    (f"{LEE} spoke by telephone with {POE}.", ["Ana Lee meets Bo Poe done"]),
    (f"{LEE} will hold talks with {POE}.", ["Ana Lee meets Bo Poe planned"]),
    (f"A meeting was held between {LEE} and {POE}.", ["Ana Lee meets Bo Poe done"]),
    (f"{LEE} held a phone call with {POE}.", ["Ana Lee meets Bo Poe done"]),
    (f"{LEE} called on the Commander of the Chilean Navy, Admiral Bo Poe.",
     ["Ana Lee meets Bo Poe done"]),
    (f"{LEE} called on {POE} to resign.", []),
    (f"{LEE} and {POE} attended the parade.", []),
    (f"{LEE} praised {POE}.", []),
    (f"{LEE} spoke after meeting {POE}.", ["Ana Lee meets Bo Poe done"]),
    (f"{LEE} spoke by phone with {POE} to discuss fishing.", ["Ana Lee meets Bo Poe done"]),
    ("A delegation led by Admiral Bo Poe arrived in Lisbon.", ["Bo Poe visits Lisbon done"]),
    ("A delegation headed by the Minister of Defence of Peru, General Ana Lee, arrived in Lisbon.",
     ["Ana Lee visits Lisbon done"]),
    (f"{LEE} will pay a visit to Lisbon in May.", ["Ana Lee visits Lisbon planned"]),
    (f"{LEE} spoke during a visit to Lisbon.", ["Ana Lee visits Lisbon done"]),
    (f"{LEE} had been due to travel to Lisbon but stayed at home.", []),
    ("Brigadier Bo Poe flew the tanker to Lisbon.", []),
    ("Captain Bo Poe found the seal. He flew her to Lisbon.", []),
    (f"{LEE} flies on to Lisbon tonight to see her Portuguese counterpart, Bo Poe.",
     ["Ana Lee meets Bo Poe planned", "Ana Lee visits Lisbon planned"]),
    (f"{LEE} came. The minister then visited Lisbon.", ["Ana Lee visits Lisbon done"]),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES)
def test_visits_and_meetings(text: str, expected: list[str]) -> None:
    article = Article("gazette", text, "", "", published="2031-05-05")
    found = predict(read_article(article), article)
    rows = [
        f"{found.entities[f.subject].name} {f.predicate} "
        f"{found.entities[str(f.object)].name} {f.status}"
        for f in found.facts
        if f.predicate in ("visits", "meets")
    ]
    assert sorted(rows) == sorted(expected)

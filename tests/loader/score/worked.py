"""Three tiny pairs of gold and prediction; the tests hold the table as worked out by hand."""

from __future__ import annotations

from typing import Any

from loader.score import Annotated
from tests.loader.score.house import article, entity, fact

FIRST = "Fiji will lead Exercise Deep Lagoon. Tonga takes part. Fijian boats wait in Suva."
SECOND = "“We sail,” said Ana Vuli, Defence Minister of Fiji, after talks with Sione Taufa."
THIRD = "Fiji bought 12 Sea Drones from Coral Works for $45m in a deal signed on 4 May 2031."


def at(text: str, words: str) -> dict[str, Any]:
    """Place a mention at the first place where the text has its words."""
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def first() -> tuple[Annotated, Annotated, str]:
    """A lead and a part: one right, one of another status, one that gold does not hold."""
    gold = article(
        FIRST,
        [
            entity("f", "State", "Fiji", "Fijian", wikidata="Q712"),
            entity("t", "State", "Tonga", wikidata="Q678"),
            entity("d", "Exercise", "Exercise Deep Lagoon"),
            entity("s", "Place", "Suva"),
        ],
        fact("f", "leads", "d", "planned"),
        fact("t", "participatesIn", "d", "planned"),
    )
    found = article(
        FIRST,
        [
            entity("fiji", "State", wikidata="Q712") | {"mentions": [at(FIRST, "Fiji")]},
            entity("tonga", "State", wikidata="Q30") | {"mentions": [at(FIRST, "Tonga")]},
            entity("deep", "Exercise") | {"mentions": [at(FIRST, "Deep Lagoon")]},
            entity("boats", "Vessel") | {"mentions": [at(FIRST, "Fijian boats")]},
        ],
        fact("fiji", "leads", "deep", "expected"),
        fact("tonga", "participatesIn", "deep"),
        fact("fiji", "participatesIn", "deep"),
    )
    return gold, found, FIRST


def second() -> tuple[Annotated, Annotated, str]:
    """An office in other words, a meeting told twice, a quotation missed."""
    people = [entity("a", "Person", "Ana Vuli"), entity("s", "Person", "Sione Taufa")]
    gold = article(
        SECOND,
        [*people, entity("f", "State", "Fiji")],
        fact("a", "holdsOffice", "Defence Minister", of="f"),
        fact("a", "says", "We sail,"),
        fact("a", "meets", "s"),
    )
    found = article(
        SECOND,
        [*people, entity("fiji", "State", "Fiji")],
        fact("a", "holdsOffice", "Minister of Defence", of="fiji"),
        fact("s", "holdsOffice", "Defence Minister", of="fiji"),
        fact("s", "meets", "a"),
        fact("a", "meets", "s"),
    )
    return gold, found, SECOND


def third() -> tuple[Annotated, Annotated, str]:
    """A purchase: money and quantity by value, a date that is less precise."""
    things = [
        entity("f", "State", "Fiji"),
        entity("w", "Company", "Coral Works"),
        entity("d", "UncrewedSystem", "Sea Drones"),
        entity("c", "Agreement", "deal"),
    ]
    worth = {"amount": 45000000, "currency": "USD"}
    gold = article(
        THIRD,
        things,
        fact("f", "buys", "d") | {"q": {"from": "w", "quantity": 12, "value": worth}},
        fact("c", "agreementValue", worth),
        fact("c", "signedOn", "2031-05-04"),
    )
    found = article(
        THIRD,
        things,
        fact("f", "buys", "d") | {"q": {"from": "w", "quantity": "12.0", "date": "2031-05-04"}},
        fact("c", "agreementValue", {"amount": "45,000,000", "currency": "usd"}),
        fact("c", "signedOn", "2031-05"),
    )
    return gold, found, THIRD

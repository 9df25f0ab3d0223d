"""What is said not to be: never asserted, in whatever words it is denied."""

import pytest

from loader.articles import Article
from loader.reading import read_article

NONE = [
    "Chile is not negotiating a basing agreement with Peru.",
    "Chile denied negotiating a basing agreement with Peru.",
    "Chile did not sign any accord with Peru.",
    "Chile signed no accord with Peru.",
    "Denmark did not announce a deployment of HDMS Absalon to Iceland.",
]
ABOUT = {"partyTo", "participatesIn", "signedDate", "destination", "location"}


@pytest.mark.parametrize("text", NONE)
def test_what_is_negated_is_never_asserted(text: str) -> None:
    reading = read_article(Article("test", text, "0" * 64, "a test", published="2031-05-14"))
    asserted = {
        statement.predicate
        for claim in reading.claims
        for statement in claim.statements
        if claim.modality != "Denied"
    }
    assert not asserted & ABOUT


def test_an_old_agreement_is_not_denied_by_silence_about_it() -> None:
    text = "Kenya did not mention the defence agreement with Uganda."
    reading = read_article(Article("test", text, "0" * 64, "a test"))
    assert "Asserted" in {claim.modality for claim in reading.claims}

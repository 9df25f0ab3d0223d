from __future__ import annotations

import pytest

from loader.articles.english import is_english
from tests.loader.articles.house import SAILED, SAYS

NAMES = (
    "The Florizel Carrier Strike Group returned to Naval Station Strelsau. Ships of the group are "
    "RRS Flavia (CG 81), RRS Rudolf Elphberg (DDG 12), RRS Michael Tarlenheim (DDG 14), Carrier "
    "Air Wing Seven, Helicopter Maritime Strike Squadron Eleven, Electronic Attack Squadron Four, "
    "Fleet Logistics Support Squadron Forty, Strike Fighter Squadrons Eight, Nine and Ten, "
    "Destroyer "
    "Squadron Two, Explosive Ordnance Disposal Mobile Unit Six, Fleet Survey Team Ruritania, and "
    "Tactical Air Control Squadron Twelve. They sailed from the port in spring and trained with "
    "Graustark Naval Aviation Command and Dawsbergen Coastal Artillery Regiment for a month."
)
OTHERS = {
    "Dutch": "De minister van Defensie zei dat de twee marines in het najaar samen zullen oefenen. "
    "Het is de eerste oefening van dit soort, en de schepen van beide landen voeren op dezelfde "
    "dag uit de haven, als was het zo afgesproken.",
    "French": "Le ministre a déclaré que les deux marines vont s'entraîner ensemble à l'automne. "
    "C'est le premier exercice de ce genre, et on a vu les navires des deux pays quitter le port.",
    "Danish": "Ministeren sagde, at de to flåder skal øve sammen til efteråret. Det er den første "
    "øvelse af sin art, og skibene fra begge lande sejlede ud fra havnen for at være der samme "
    "dag.",
    "Afrikaans": "Die minister het gesê dat die twee vloote in die herfs saam sal oefen. Dit is "
    "die "
    "eerste oefening van sy soort, en die skepe van albei lande was in die see op dieselfde dag.",
    "Italian": "Il ministro ha detto che le due marine si addestreranno insieme in autunno. A "
    "bordo, "
    "a poppa e a prua, i marinai hanno in mano le bandiere e a terra la banda suona a lungo.",
    "Hungarian": "A miniszter azt mondta, hogy a két haditengerészet ősszel együtt "
    "gyakorlatozik. Ez "
    "az első ilyen gyakorlat, és a hajók a kikötőből a megállapodás napján indultak el a tengerre.",
    "Polish": "Minister powiedział, że obie marynarki będą ćwiczyć razem jesienią. To pierwsze "
    "takie "
    "ćwiczenia, a okręty obu państw wyszły z portu tego samego dnia, co było do przewidzenia.",
}


def test_a_text_full_of_names_of_units_is_english() -> None:
    assert is_english(NAMES)


def test_a_text_in_capitals_is_english() -> None:
    assert is_english((SAYS + SAILED).upper())


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_in_capitals_is_not_english(language: str) -> None:
    assert not is_english(OTHERS[language].upper())


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_not_english(language: str) -> None:
    assert not is_english(OTHERS[language])


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_with_names_from_english_is_not_english(language: str) -> None:
    assert not is_english(OTHERS[language] + " Carrier Air Wing Seven, Destroyer Squadron Two")


@pytest.mark.parametrize("text", ["", "Pact signed", "HMS\n" * 19])
def test_few_words_get_the_benefit_of_doubt(text: str) -> None:
    assert is_english(text)

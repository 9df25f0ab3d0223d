"""Who is said to hold which office, and of what."""

import pytest

from loader.articles import Article
from loader.claims import Ref
from loader.reading import read_article

CASES = [
    ("Foreign Minister Ana Sousa of Portugal spoke.",
     ["Ana Sousa | Foreign Minister | Portugal"]),
    ("The new ambassador of Peru, Ana Lee, came.", ["Ana Lee | ambassador | Peru"]),
    ("Kenya’s Defence Minister Joseph Mwangi spoke.",
     ["Joseph Mwangi | Defence Minister | Kenya"]),
    ("Canada’s Defence Minister, Anne Tremblay, spoke.",
     ["Anne Tremblay | Minister of National Defence | Canada"]),
    ("Joseph Mwangi, the Kenyan defence minister, spoke.",
     ["Joseph Mwangi | Defence Minister | Kenya"]),
    ("Peru’s Deputy Prime Minister and Defence Minister Ana Lee spoke.",
     ["Ana Lee | Defence Minister | Peru", "Ana Lee | Deputy Prime Minister | Peru"]),
    ("State Secretary Ana Lee spoke.", ["Ana Lee | State Secretary"]),
    ("Minister for Defence Industry the Hon Ana Lee MP spoke.",
     ["Ana Lee | Defence Industry Minister"]),
    ("The ambassador of Peru to Chile, Ana Lee, was there.", ["Ana Lee | ambassador | Peru"]),
    ("Peru’s ambassador to Chile, Ana Lee, was there.", ["Ana Lee | ambassador | Peru"]),
    ("H.E. Mr. Bo Poe, Ambassador Extraordinary and Plenipotentiary of Peru to Fiji, came.",
     ["Bo Poe | Ambassador Extraordinary and Plenipotentiary | Peru"]),
    ("Chile’s Military Attaché, Colonel Ana Lee, came.", ["Ana Lee | Military Attaché | Chile"]),
    ("Rear Admiral Ana Lee, Flag Officer Commanding Eastern Flotilla, came.",
     ["Ana Lee | Flag Officer Commanding Eastern Flotilla"]),
    ("The Commander of the Peruvian Navy, Vice Admiral Ana Lee, came.",
     ["Ana Lee | Commander | Peruvian Navy"]),
    ("Peruvian Navy Commander Admiral Ana Lee came.",
     ["Ana Lee | Commander | Peruvian Navy"]),
    ("The Chief of Defence Force of Fiji, Major General Bo Poe, came.",
     ["Bo Poe | Chief of Defence Force | Fiji"]),
    ("Rear Adm. Ana Lee, commander, Carrier Strike Group 40, spoke.",
     ["Ana Lee | Commander | Carrier Strike Group 40"]),
    ("“We sail,” said Captain Bo Poe, commanding officer of HMS Larkspur.",
     ["Bo Poe | Commanding officer | HMS Larkspur"]),
    ("Brigadier Bo Poe, commander of the 4th Air Brigade, the first to land, came.",
     ["Bo Poe | Commander | 4th Air Brigade"]),
    ("General Bo Poe, Chief of the General Staff of the Peruvian Armed Forces, came.",
     ["Bo Poe | Chief of General Staff | Peru"]),
    ("CORVO, 3 May 2031 (KNA) - Chilean Defence Minister Bo Poe came.",
     ["Bo Poe | Defence Minister | Chile"]),
    ("Chile’s Chairman of the Joint Chiefs of Staff, Gen. Ana Lee, came.",
     ["Ana Lee | Chairman of Joint Chiefs of Staff | Chile"]),
    ("Ana Lee, Chief Executive Officer of Larkspur Systems Ltd, spoke.",
     ["Ana Lee | Chief Executive Officer | Larkspur Systems Ltd"]),
    ("Peruvian coast guard commandant Admiral Bo Poe said so.",
     ["Bo Poe | Commandant | Peruvian Coast Guard"]),
    ("Ana Lee has been Peru’s Minister of Defence since May.",
     ["Ana Lee | Defence Minister | Peru"]),
    ("General Ana Lee was appointed Commander of the Peruvian Army.",
     ["Ana Lee | Commander | Peruvian Army"]),
    ("Peru’s Defence Minister Ana Lee met her Chilean counterpart, Bo Poe.",
     ["Ana Lee | Defence Minister | Peru", "Bo Poe | Defence Minister | Chile"]),
    ("Ana Lee, Minister of Defence of Peru, came. “Minister Lee is here,” said Captain Bo Poe.",
     ["Ana Lee | Defence Minister | Peru"]),
    ("Peru’s Defence Minister Ana Lee spoke with her Polish colleague Bo Poe.",
     ["Ana Lee | Defence Minister | Peru", "Bo Poe | Minister of National Defence | Poland"]),
    ("Ana Lee, chief executive of Orca Oy, met her Danish counterpart, Bo Poe.",
     ["Ana Lee | Chief executive | Orca Oy", "Bo Poe | Chief executive"]),
    ("A spokesman for the port, Bo Poe, said so.", ["Bo Poe | Spokesman for the port"]),
    ("Adm. Ana Lee, commander of U.S. Fleet Forces Command, and Lt. Gen. Bo Poe met.",
     ["Ana Lee | Commander | US Fleet Forces Command"]),
    ("Chief of the Naval Staff Admiral R. Ana Lee came.", ["R. Ana Lee | Chief of Naval Staff"]),
    ("The defence ministers of Peru, Chile and Kenya, Ana Lee, Bo Poe and Joseph Mwangi, came.",
     ["Ana Lee | Defence Minister | Peru", "Bo Poe | Defence Minister | Chile",
      "Joseph Mwangi | Defence Minister | Kenya"]),
    ("The mission’s commander, Brigadier Bo Poe, came.", ["Bo Poe | Commander"]),
    ("Peru’s First Deputy Minister of Defence, Ana Lee, came.",
     ["Ana Lee | First Deputy Defence Minister | Peru"]),
    ("Commanding Officer Lieutenant Commander Ana Lee came.", ["Ana Lee | Commanding Officer"]),
    ("Nordwerke CEO Ana Lee came.", ["Ana Lee | CEO"]),
]  # fmt: skip
NONE = [
    "Former air force chief Bo Poe came.",
    "Bo Poe, then commander of the Peruvian Navy, came.",
    "Ana Lee will become Peru’s Minister of Defence.",
    "Ana Lee was Peru’s Minister of Defence in 2019.",
    "Ana Lee, Peru’s Minister of Defence-designate, came.",
    "Commander Bo Poe came.",
    "Lieutenant Commander Bo Poe came.",
    "The ministers of Peru and Chile, Ana Lee, Bo Poe and Joseph Mwangi came.",
    "Master Chief Petty Officer Bo Poe came.",
    "Major General Bo Poe came.",
    "Bo Poe and the minister of trade spoke.",
]


def offices(text: str) -> list[str]:
    reading = read_article(Article("gazette", text, "", ""))
    stated = [s for claim in reading.claims for s in claim.statements]
    places = {s.subject: s.object for s in stated if s.predicate == "postIn"}

    def row(person: Ref, post: Ref) -> str:
        body = places.get(post)
        thing = reading.things[post.slug]
        title = thing.names[0] if thing.names and thing.label.startswith(thing.names[0]) else ""
        title = title or thing.label.partition(" (")[0].partition(" of the ")[0]
        label = reading.things[body.slug].label if isinstance(body, Ref) else ""
        title = title.removesuffix(f" of {label}")
        return " | ".join(filter(None, (reading.things[person.slug].label, title, label)))

    return sorted(
        {
            row(s.subject, s.object)
            for s in stated
            if s.predicate == "holdsPost" and isinstance(s.object, Ref)
        }
    )


@pytest.mark.parametrize("text, expected", CASES)
def test_office_and_body_by_the_words_beside_a_name(text: str, expected: list[str]) -> None:
    assert [row.lower() for row in offices(text)] == [row.lower() for row in sorted(expected)]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_office_held_now_is_none(text: str) -> None:
    assert offices(text) == []

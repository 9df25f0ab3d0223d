"""Names of things that no list holds: told by their shape, and not where the shape deceives."""

import pytest

from tests.support.mentions import of_class

SHIPS = [
    ("The frigate HMS Larkspur left the harbour.", [("HMS Larkspur", "HMS Larkspur")]),
    ("Sailors aboard HDMS Vaedderen met HNLMS Karel Doorman.",
     [("HDMS Vaedderen", "HDMS Vaedderen"), ("HNLMS Karel Doorman", "HNLMS Karel Doorman")]),
    ("The destroyer USS Ada M. Reed (DDG 190) was there.", [("USS Ada M. Reed",) * 2]),
    ("HMAS Duke of Corinna sailed with TCG Kaplan.",
     [("HMAS Duke of Corinna", "HMAS Duke of Corinna"), ("TCG Kaplan", "TCG Kaplan")]),
    ("The frigate HMCS WINTERTON returned home.", [("HMCS WINTERTON", "HMCS Winterton")]),
    ("The Chilean frigate Almirante Quist met the submarine Zubiri.",
     [("Almirante Quist",) * 2, ("Zubiri",) * 2]),
    ("The warship Admiral Quist sailed.", [("Admiral Quist",) * 2]),
    ("A frigate Tuesday met the frigate of Chile, the destroyer Commander Quist led.", []),
    ("ITS was a hard winter, and INS officials said so.", []),
]  # fmt: skip

ACTIVITIES = [
    ("Troops took part in Exercise Silver Condor.", [("Exercise Silver Condor",) * 2]),
    ("The navy leads Op ALBATROSS in the bay.", [("Op ALBATROSS", "Operation Albatross")]),
    ("Under Operation Winter Lantern, ships left.", [("Operation Winter Lantern",) * 2]),
    ("They trained in the Iron Marten exercise.", [("Iron Marten exercise",) * 2]),
    ("Exercise Blue Heron 31 opened on Monday.", [("Exercise Blue Heron 31",) * 2]),
    ("Sailors completed Iron Marten 2031 on Monday.", [("Iron Marten 2031",) * 2]),
    ("The next edition, Iron Marten 33, comes later.", [("Iron Marten 33",) * 2]),
    ("Sailors completed Naval Expo 2031 on Monday.", []),
    ("The operation began in May. An exercise followed.", []),
    ("A Military Exercise was held by Special Operations Command.", []),
]  # fmt: skip

AGREEMENTS = [
    ("They signed the Valparaiso Treaty.", [("Valparaiso Treaty",) * 2]),
    ("The Chile–Peru Defence Cooperation Agreement was signed.",
     [("Chile–Peru Defence Cooperation Agreement",) * 2]),
    ("Both are parties to the Treaty of Cusco.", [("Treaty of Cusco",) * 2]),
    ("Poland’s recent Malbork Pact with Latvia holds.", [("Malbork Pact",) * 2]),
    ("The Danish Halden Memorandum of Understanding counts.",
     [("Halden Memorandum of Understanding",) * 2]),
    ("The Agreement on defence is new. This Defence Agreement is not.", []),
    ("A defence cooperation agreement was signed by Chile.", []),
]  # fmt: skip

FORMATIONS = [
    ("The Halifax Carrier Strike Group left.", [("Halifax Carrier Strike Group",) * 2]),
    ("Soldiers of the 7th Mountain Brigade came.", [("7th Mountain Brigade",) * 2]),
    ("Jets of VFA-190 came with CSG 9.", [("VFA-190",) * 2, ("CSG 9", "Carrier Strike Group 9")]),
    ("It joined Combined Task Force 190.", [("Combined Task Force 190",) * 2]),
    ("Destroyer Squadron (DESRON) 90 is at sea.",
     [("Destroyer Squadron (DESRON) 90", "Destroyer Squadron 90")]),
    ("A Brigade is a Command. The Joint Task Force is ready.", []),
]  # fmt: skip

FORCES = [
    ("The Chilean Navy sent a ship.", [("Chilean Navy", "Chilean Navy")]),
    ("Uruguay's armed forces trained.", [("armed forces", "Uruguayan Armed Forces")]),
    ("The Royal Norwegian Navy and the Danish navy met.",
     [("Royal Norwegian Navy", "Royal Norwegian Navy"), ("Danish navy", "Royal Danish Navy")]),
    ("The Chilean Army and the Armed Forces of the Philippines met.",
     [("Chilean Army", "Chilean Army"),
      ("Armed Forces of the Philippines", "Philippine Armed Forces")]),
    ("The Peruvian marines landed near three marines.", []),
    ("The Royal Netherlands Navy met the Royal Navy of Oman.",
     [("Royal Netherlands Navy",) * 2,
      ("Royal Navy of Oman", "Royal Omani Navy")]),
    ("The Vietnam People's Navy and the Maldives National Defence Force met.",
     [("Vietnam People's Navy", "Vietnamese People's Navy"),
      ("Maldives National Defence Force", "Maldivian National Defence Force")]),
    ("The Chilean Army and the Border Guard met the Fiji Coast Guard (FCG). The FCG left.",
     [("Chilean Army", "Chilean Army"), ("Border Guard", "Chilean Border Guard"),
      ("Fiji Coast Guard", "Fijian Coast Guard"), ("FCG", "Fijian Coast Guard"),
      ("FCG", "Fijian Coast Guard")]),
    ("His Majesty's Armed Forces came.", [("His Majesty's Armed Forces",) * 2]),
    ("HMAS Quist of the Republic of Singapore Navy sailed.",
     [("Republic of Singapore Navy", "Singapore Navy")]),
    ("Their armed forces and the navy trained.", []),
]  # fmt: skip

BODIES = [
    ("The Chilean government agreed.", [("Chilean government", "Government of Chile")]),
    ("The Ministry of Defence of Peru said so.",
     [("Ministry of Defence of Peru", "Ministry of Defence of Peru")]),
    ("Norway’s Ministry of Defence said so.",
     [("Ministry of Defence", "Ministry of Defence of Norway")]),
    ("The Chilean defence ministry and the Peruvian embassy said so.",
     [("Chilean defence ministry", "Ministry of Defence of Chile"),
      ("Peruvian embassy", "Embassy of Peru")]),
    ("The government and the ministry agreed.", []),
]  # fmt: skip

COMPANIES = [
    ("A contract went to Torvik Shipyards AS.", [("Torvik Shipyards AS",) * 2]),
    ("Zelmar Aerospace builds it with Quorda Dynamics.",
     [("Zelmar Aerospace",) * 2, ("Quorda Dynamics",) * 2]),
    ("Israel Aerospace Industries and Chile's Quorda Systems won.",
     [("Israel Aerospace Industries",) * 2, ("Quorda Systems",) * 2]),
    ("Uncrewed Aircraft Systems and Chile's New Systems won.", []),
    ("Norway's Defence is strong, and Chile's Space too.", []),
    ("The Contact Group and the Working Group met the Air Systems team.", []),
]  # fmt: skip

MODELS = [
    ("Two P-8A Poseidon aircraft flew.", [("P-8A Poseidon", "Boeing P-8 Poseidon")]),
    ("Chile has F-16s and CV90 infantry vehicles.",
     [("F-16s", "General Dynamics F-16 Fighting Falcon"), ("CV90", "CV90")]),
    ("A Type 26 frigate and a Karvela-class corvette sailed.",
     [("Type 26 frigate", "Type 26 frigate"), ("Karvela-class corvette",) * 2]),
    ("Chile has Leopard 2A4 tanks and M1A2 Abrams.",
     [("Leopard 2A4", "Leopard 2"), ("M1A2 Abrams", "M1 Abrams")]),
    ("Chile chose the Type 26.", [("Type 26", "Type 26 frigate")]),
    ("Two MQ-9B SkyGuardian drones arrived.", [("MQ-9B SkyGuardian", "MQ-9B SkyGuardian")]),
    ("Peru ordered 54 K7s of its own.", [("K7s", "K7")]),
    ("COVID-19 hit the G7 in Q3, on the M25, at E-5 rank.", []),
]  # fmt: skip

PLACES = [
    ("Ships crossed the Gulf of Penas and the Tamarin Strait.",
     [("Gulf of Penas",) * 2, ("Tamarin Strait",) * 2]),
    ("They met off Cape Corvo in the Lofar Islands.",
     [("Cape Corvo",) * 2, ("Lofar Islands",) * 2]),
    ("They met in Torvikstad. She left Quistby for Zelmar, Chile.",
     [("Torvikstad",) * 2, ("Quistby",) * 2, ("Zelmar",) * 2]),
    ("The ship sailed from Torvikstad to Quistby.", [("Torvikstad",) * 2, ("Quistby",) * 2]),
    ("A letter from Torvik to Quist was read.", []),
    ("They met in English, in Parliament and in Exercise Zelmar.", []),
    ("Chile's Quorda Ocean met in Zelmar's hall.", []),
    ("The Sea was rough. An Island was near.", []),
]  # fmt: skip

FACILITIES = [
    ("It flew from Corvo Air Base to RAF Wendleby.",
     [("Corvo Air Base",) * 2, ("RAF Wendleby",) * 2]),
    ("Troops left Camp Bertil for the Torvik Naval Base.",
     [("Camp Bertil",) * 2, ("Torvik Naval Base",) * 2]),
    ("An air base and a camp were built.", []),
]  # fmt: skip

POLICIES = [
    ("Chile adopted the Southern Sea Strategy.", [("Southern Sea Strategy",) * 2]),
    ("It rests on the Plan for Harbours.", [("Plan for Harbours",) * 2]),
    ("The plan for harbours and a strategy followed.", []),
]  # fmt: skip


def cases() -> list[tuple[str, str, list[tuple[str, str]]]]:
    tables = {
        "Vessel": SHIPS,
        "Operation Exercise": ACTIVITIES,
        "Agreement DefenceAgreement TradeAgreement": AGREEMENTS,
        "MilitaryFormation": FORMATIONS,
        "ArmedForce": FORCES,
        "GovernmentBody": BODIES,
        "Company": COMPANIES,
        "AssetType VesselType AircraftType WeaponType UncrewedSystemType": MODELS,
        "Place": PLACES,
        "Facility": FACILITIES,
        "Policy": POLICIES,
    }
    return [(name, text, names) for name, table in tables.items() for text, names in table]


@pytest.mark.parametrize(("classes", "text", "names"), cases())
def test_a_name_is_told_by_its_shape(classes: str, text: str, names: list[tuple[str, str]]) -> None:
    assert of_class(text, *classes.split()) == [tuple(name) for name in names]


def test_there_are_cases_for_and_against_each_shape() -> None:
    assert len([names for *_, names in cases() if not names]) >= 11
    assert len(cases()) >= 45

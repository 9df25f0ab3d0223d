"""Names that no list holds and no shape tells: what stands beside them tells their class."""

import pytest

from tests.support.mentions import of_class

VESSELS = [
    ("The corvettes Alba and Zora sailed.", ["Alba", "Zora"]),
    ("It has five fast craft, among them the Tisza and the Drava.", ["Tisza", "Drava"]),
    ("The first hull, to be named Ørnulf, was laid down.", ["Ørnulf"]),
    ("The boat, named Vaka Lahi, was built last year.", ["Vaka Lahi"]),
    ("Sailors aboard the Tisza met the Drava (P 190).", ["Tisza", "Drava"]),
    ("The Torvik, a Danish patrol vessel, sailed at dawn.", ["Torvik"]),
    ("The ship sailed on Tuesday. Torvik, whose frigate left, waved.", []),
]  # fmt: skip
COMPANIES = [
    ("Chile awarded Astur Naves a contract for two tugs.", ["Astur Naves"]),
    ("The contract was awarded to Torvikwerk after a tender.", ["Torvikwerk"]),
    ("The tugs will be built in Corvo by Astur Naves and Torvikwerk.",
     ["Astur Naves", "Torvikwerk"]),
    ("Peru ordered 20 radars from Senzorika last year.", ["Senzorika"]),
    ("Senzorika, a Croatian company, makes radars.", ["Senzorika"]),
    ("The Italian firm Lumacchi tendered too. So did Lumacchi’s rivals.", ["Lumacchi", "Lumacchi"]),
    ("A joint venture of Senzorika and Lumacchi was founded.", ["Senzorika", "Lumacchi"]),
    ("Senzorika employs 400 people. It went to Torvikwerk’s new yard.",
     ["Senzorika", "Torvikwerk"]),
    ("Torvikwerk (OSL: TVW) rose.", ["Torvikwerk"]),
    ("Torvikwerk Marine Ltd tendered. Torvikwerk has a plant.",
     ["Torvikwerk Marine Ltd", "Torvikwerk"]),
    ("It went to Astur Naves Oy, Zelmar, for a song.", ["Astur Naves Oy"]),
    ("Quorda Marine (Pty) Ltd and Zelmar Vehicles, Inc. won it. Hald Optik A/S lost.",
     ["Quorda Marine (Pty) Ltd", "Zelmar Vehicles, Inc.", "Hald Optik A/S"]),
    ("The arsenal awarded the Quorda multi-year contract. It is a Long Range System.", []),
    ("Medals were awarded to Sergeant Lumacchi. The letter was written by Senzorika.", []),
    ("Tuesday’s tender was built by hand. Under Article 4 it makes sense.", []),
]  # fmt: skip
EQUIPMENT = [
    ("They fired two Maestral anti-ship missiles.", ["Maestral"]),
    ("Poland sent 54 older Ryś howitzers and a Kolibri S-90 rotary drone.",
     ["Ryś", "Kolibri S-90"]),
    ("It bought the Falcão family of loitering munitions.", ["Falcão"]),
    ("Six Bora-type drones and a jet arrived.", ["Bora-type"]),
    ("The firm makes the Lince armoured car and six Bora-type UAVs.", ["Lince", "Bora-type"]),
    ("It bought 38 Lince 6x6 armoured ambulances.", ["Lince 6x6"]),
    ("It ordered 20 ZGPU 1.1 systems. The ZGPU 1.1 is new.", ["ZGPU 1.1", "ZGPU 1.1"]),
    ("A Tuesday missile attack and an Odra River bridge deal were in the news.", []),
]  # fmt: skip
ACTIVITIES = [
    ("A bilateral mission called Southern Willow ended.", ["Southern Willow"]),
    ("In the joint exercises “Steppe Wind-2031” tanks rolled.", ["Steppe Wind-2031"]),
    ("A platoon joined the “Infinity” staff exercise. Soon Infinity ends.",
     ["Infinity", "Infinity"]),
    ("Reed Gate, a mine countermeasures exercise hosted by Oman, followed.", ["Reed Gate"]),
    ("The mission, EUTM Benin, began.", ["EUTM Benin"]),
    ("The exercise “was hard”, said the captain of the ship.", []),
]  # fmt: skip
PLACES = [
    ("Both ships are based at Torvik and at Quistby.", ["Torvik", "Quistby"]),
    ("It was signed in Sparta and Quistby, where they met.", ["Sparta", "Quistby"]),
    ("They met in Torvik, Quistby and Zelmar.", ["Torvik", "Quistby", "Zelmar"]),
    ("It went to Astur Naves Oy, Zelmar, for a song.", ["Zelmar"]),
    ("They sailed along the coast up to Torvik and met at Vila das Rosas.",
     ["Torvik", "Vila das Rosas"]),
    ("It will join her off Torvik tomorrow, on the deployment to Zelmar.", ["Torvik", "Zelmar"]),
    ("They visited the Alley of Heroes and the Green Line.", ["Alley of Heroes", "Green Line"]),
    ("The town of Torvik lies off the coast of Zelmar.", ["Torvik", "Zelmar"]),
    ("TORVIK, Chile, May 4 (Shore Wire) - Ships left on Monday.", ["TORVIK"]),
    ("SAN PEDRO DE LOBOS -- Ships left on Monday.", ["SAN PEDRO DE LOBOS"]),
    ("A farmer from Torvik saw it. The yard of Kongsberg, Norway, is new.",
     ["Torvik", "Kongsberg"]),
    ("They met in Torvik. Later Torvik was quiet.", ["Torvik", "Torvik"]),
    ("It is valued at US$2.6 billion and stood at EUR 3.1 billion in R$ 4.", []),
    ("It was agreed in English, in Parliament and in Phase II at Christmas.", []),
]  # fmt: skip
FACILITIES = [
    ("A course was held at the De Kiel air base and at Torvik airfield.",
     ["De Kiel air base", "Torvik airfield"]),
    ("The Organic Industrial Base and the Torvik Base.", ["Torvik Base"]),
    ("The base is near Torvik. The Air base is closed.", []),
]  # fmt: skip

UNITS = [
    ("She was Flag Officer Commanding Eastern Flotilla.", ["Eastern Flotilla"]),
    ("It is the Joint Sea-based Strike Command.", ["Joint Sea-based Strike Command"]),
    ("The 3rd Battalion, Torvik Regiment left.", ["3rd Battalion, Torvik Regiment"]),
    ("Crews of the “Screaming Gulls” of Helicopter Squadron (HX) 90 and “Larks” of VFA-190 flew.",
     ["Screaming Gulls", "Helicopter Squadron (HX) 90", "Larks", "VFA-190"]),
    ("The Officer Commanding is here. He said “Gulls” of all kinds left.", []),
]  # fmt: skip
AGREEMENTS = [
    ("The Protocol on Fishing Rights was signed. The Protocol holds.",
     ["Protocol on Fishing Rights", "Protocol"]),
    ("It signed the Zelmar Partnership and the Plan of Common Action.",
     ["Zelmar Partnership", "Plan of Common Action"]),
    ("It has the Protocol on amendments to the Agreement on Mines and a Plan of Work for 2031.",
     ["Protocol on amendments to the Agreement on Mines", "Plan of Work for 2031"]),
    ("The Protocol was signed. This Declaration too.", []),
]  # fmt: skip

TABLES = {
    "MilitaryFormation": UNITS,
    "Agreement": AGREEMENTS,
    "Vessel": VESSELS,
    "Company": COMPANIES,
    "WeaponType AircraftType UncrewedSystemType AssetType": EQUIPMENT,
    "Operation Exercise": ACTIVITIES,
    "Place": PLACES,
    "Facility": FACILITIES,
}
CASES = [(classes, text, names) for classes, rows in TABLES.items() for text, names in rows]


@pytest.mark.parametrize(("classes", "text", "names"), CASES)
def test_what_stands_beside_a_name_tells_its_class(
    classes: str, text: str, names: list[str]
) -> None:
    assert [said for said, _ in of_class(text, *classes.split())] == names


def test_there_are_cases_for_and_against_each_class() -> None:
    assert all(any(not names for _, names in rows) for rows in TABLES.values())
    assert len(CASES) > 35


def test_a_heading_tells_nothing() -> None:
    text = "Navy Ship Corvo Sails To Torvik With Firm Lumacchi\n\nA ship sailed to its base."
    assert of_class(text, "Vessel", "Company", "Place") == []


def test_a_ship_and_the_town_of_its_name_have_addresses_of_their_own() -> None:
    text = "The frigate Torvik left. They met in Torvik."
    said = of_class(text, "Vessel") + of_class(text, "Place")
    assert said == [("Torvik", "Torvik"), ("Torvik", "Torvik")]

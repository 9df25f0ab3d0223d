"""Names of unlisted units, forces, drills and bases: read whole, and of the right class."""

import pytest

from tests.support.mentions import of_class, rows

CASES = [
    ("ArmedForce", "The Oregon National Guard met the Latvian Defence League.",
     ["Oregon National Guard", "Latvian Defence League"]),
    ("ArmedForce", "Nevada Air National Guardsmen left.", ["Nevada Air National Guardsmen"]),
    ("ArmedForce", "The Belize Defence Force Coast Guard has boats.",
     ["Belize Defence Force Coast Guard"]),
    ("ArmedForce", "The national guard of the mind is asleep.", []),
    ("MilitaryFormation", "Men of 7 Commando Brigade met No. 12 Squadron.",
     ["7 Commando Brigade", "No. 12 Squadron"]),
    ("MilitaryFormation", "On May 7 Corvo Brigade left.", ["Corvo Brigade"]),
    ("MilitaryFormation", "The Multinational Division South met Battle Group Latvia.",
     ["Multinational Division South", "Battle Group Latvia"]),
    ("Exercise", "They hold their yearly drill, Baltic Marten, at sea.", ["Baltic Marten"]),
    ("Exercise", "The navies opened a drill, Corvo Dawn.", ["Corvo Dawn"]),
    ("Exercise", "They went on with Exercise Winter Lance in Chile.", ["Exercise Winter Lance"]),
    ("Exercise", "During Exercise Corvo Major Ann Lee fell ill.", ["Exercise Corvo"]),
    ("Place", "The Arctic Marten sailed across the Baltic.", ["Baltic"]),
    ("Place WeaponType", "CORVO, 3 May 2031 (KNA) - Troops trained at the Archers Hill range.",
     ["CORVO"]),
    ("WeaponType", "Sweden sold Archers to Chile.", ["Archers"]),
    ("Facility", "Canadian Forces Base Torvik and Lumac Camp closed.",
     ["Canadian Forces Base Torvik", "Lumac Camp"]),
    ("VesselType", "Two Corvo A-300 frigates and a U-214 submarine sailed.",
     ["Corvo A-300 frigates", "U-214"]),
    ("AircraftType", "Four KC-135 tankers flew.", ["KC-135"]),
    ("Vessel", "The frigate Prinsesa Lima sailed from Lima.", ["Prinsesa Lima"]),
    ("Exercise", "They took part in Lumac Dawn 31. Corvo Marten 2031 began.",
     ["Lumac Dawn 31", "Corvo Marten 2031"]),
    ("Exercise", "They read Vision Corvo 2030 and saw Eurosatory 2030 during Lumac 2030.", []),
    ("MilitaryFormation", "The Joint Task Force-Corvo met 42 Commando.",
     ["Joint Task Force-Corvo", "42 Commando"]),
    ("MilitaryFormation", "The MC-130J Commando landed.", []),
    ("Agreement", "They met under the State Partnership Program.", []),
    ("Person", "Japan’s Defence Minister Gen Quisto met Chile’s Minister Gen Lumaco.",
     ["Gen Quisto", "Gen Lumaco"]),
    ("Place Person", "LSI Europe met men in Eastern Europe and Africa.",
     ["Eastern Europe", "Africa"]),
    ("Facility", "They left the Lumac firing range.", ["Lumac firing range"]),
    ("AircraftType WeaponType", "Chile has 12 Lumac B-52 howitzers.", ["Lumac B-52"]),
    ("Organisation",
     "The Peruvian Centre for Defence Investments saw the Lumac Institute of Peru.",
     ["Peruvian Centre for Defence Investments", "Lumac Institute"]),
    ("Post", "State Secretary for Defence Ann Lee met Defence Industries Secretary Bo Poe.",
     ["State Secretary for Defence", "Defence Industries Secretary"]),
    ("GovernmentBody", "The Directorate General of Armaments chose.",
     ["Directorate General of Armaments"]),
]  # fmt: skip


@pytest.mark.parametrize(("classes", "text", "names"), CASES)
def test_unlisted_names_are_read_whole(classes: str, text: str, names: list[str]) -> None:
    assert [said for said, _ in of_class(text, *classes.split())] == names


def test_a_national_security_minister_is_none_of_security_alone() -> None:
    said = rows("Jamaica’s National Security Minister, Ann Lee, left.")
    assert any("national-security-minister-of-jamaica" in str(row) for row in said)

"""The redirect file sends every address that the ontology uses to the publisher's server."""

from __future__ import annotations

import re

import pytest

from ontology import ONTOLOGY, VERSION
from ontology.files import FOLDER
from ontology.vocabulary import GENID

HOME = "https://w3id.org/entente/"
SERVER = "https://entente.example.org"
FILE = FOLDER / "w3id" / ".htaccess"
RULE = re.compile(r"^RewriteRule (\S+) (\S+) \[R=303,L\]$", re.MULTILINE)


def redirect(address: str) -> str | None:
    """Give where the file sends an address, as Apache reads its rules: the first that matches."""
    path = address.removeprefix(HOME)
    for pattern, target in RULE.findall(FILE.read_text()):
        if match := re.search(pattern, path):
            return str(target.replace("$1", match[1])) if "$1" in target else str(target)
    return None


@pytest.mark.parametrize(
    "address, target",
    [
        (ONTOLOGY, f"{SERVER}/ontology"),
        (f"{ONTOLOGY}/", f"{SERVER}/ontology"),
        (f"{ONTOLOGY}/{VERSION}", f"{SERVER}/ontology/{VERSION}"),
        (f"{ONTOLOGY}/align", f"{SERVER}/ontology/align.ttl"),
        (f"{GENID}0123456789abcdef", f"{SERVER}/ontology"),
        (f"{HOME}shapes", f"{SERVER}/ontology/shapes.ttl"),
        (HOME, f"{SERVER}/"),
        (f"{HOME}logo.svg", f"{SERVER}/static/icon.svg"),
        (f"{HOME}elsewhere", None),
        (f"{ONTOLOGY}/1.2", None),
    ],
)
def test_address_leads_to_the_server(address: str, target: str | None) -> None:
    assert redirect(address) == target


def test_every_rule_is_read_and_the_readme_names_the_placeholder() -> None:
    lines = [line for line in FILE.read_text().splitlines() if line.startswith("RewriteRule")]
    assert len(lines) == len(RULE.findall(FILE.read_text())) >= 6
    assert SERVER in (FOLDER / "w3id" / "README.md").read_text()

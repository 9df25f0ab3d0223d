"""The papers tell the truth: what they name is there, and what is there is named."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("ontology", "loader", "server")
LINK = re.compile(r"\]\(<?([^)>\s#]+)(?:#[^)]*)?>?\)")
FOLDER = re.compile(r"`((?:ontology|loader|server)/(?:[a-z0-9_]+/)*)`")
FILE = re.compile(r"`((?:ontology|loader|server|seeds|tests)/[\w/.-]+\.\w+)`")
WORD = re.compile(r"^([a-z]+):.*## ", re.MULTILINE)


def papers() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def words_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def local_links(paper: Path) -> Iterator[Path]:
    for target in LINK.findall(paper.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            yield paper.parent / target


def test_links_in_papers_lead_to_files() -> None:
    links = [(paper, target) for paper in papers() for target in local_links(paper)]
    assert len(links) >= 5
    assert [f"{paper}: {target}" for paper, target in links if not target.exists()] == []


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_files_and_folders_that_a_paper_names_exist(name: str) -> None:
    named = {*FOLDER.findall(words_of(name)), *FILE.findall(words_of(name))}
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_every_room_is_named_in_the_architecture() -> None:
    rooms = {
        f"{package}/{folder.name}/"
        for package in PACKAGES
        for folder in (ROOT / package).iterdir()
        if folder.is_dir() and folder.name != "__pycache__"
    }
    assert len(rooms) >= 15
    assert rooms - set(FOLDER.findall(words_of("ARCHITECTURE.md"))) == set()


def test_the_architecture_tells_the_layers_in_their_order() -> None:
    settings = tomllib.loads(words_of("pyproject.toml"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = [row["layers"] for row in contracts if row.get("containers") == ["loader"]]
    rows = re.findall(r"^\| (`loader/[^|]+) \|", words_of("ARCHITECTURE.md"), re.MULTILINE)
    told = [sorted(re.findall(r"`loader/(\w+)", row)) for row in rows[: len(layers)]]
    assert told == [sorted(room.strip() for room in layer.split("|")) for layer in layers]


def test_the_readme_tells_every_word_of_the_makefile() -> None:
    words = WORD.findall(words_of("Makefile"))
    assert len(words) >= 6
    assert [word for word in words if f"make {word}" not in words_of("README.md")] == []


def test_the_changelog_names_a_component_in_each_entry() -> None:
    entries = re.findall(r"^- (.*)", words_of("CHANGELOG.md"), re.MULTILINE)
    assert len(entries) >= 5
    assert [entry for entry in entries if not re.match(r"[a-z]+(?:, [a-z]+)*: ", entry)] == []


def test_decisions_are_numbered_and_dated() -> None:
    decisions = words_of("ARCHITECTURE.md").partition("## Decisions")[2].partition("\n## ")[0]
    numbers = re.findall(r"^(\d+)\. \*\*.*?\*\* \(\d{4}-\d\d-\d\d\)", decisions, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= 10
    assert len(re.findall(r"^\d+\. ", decisions, re.MULTILINE)) == len(numbers)

"""The lexicon: no name leads to two things unless it is marked, and bad lines are refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loader.errors import DataError
from loader.names import load_lexicon
from loader.names.lexicon import ALIASES, Name
from loader.names.trie import Trie
from tests.support.mentions import document_and_mentions

HEADER = "slug\ttype\talias\tkind\tcontext\n"
SHARED_ADJECTIVES = {"Congolese", "Dominican", "Dominicans", "Korean", "Koreans"}


def entries(trie: Trie[Name]) -> Iterator[list[Name]]:
    if trie.entries:
        yield trie.entries
    for child in trie.children.values():
        yield from entries(child)


def test_no_two_things_share_a_name_unless_it_is_marked_as_ambiguous() -> None:
    groups = list(entries(load_lexicon().names))
    assert len(groups) > 2000
    shared = {
        " ".join(names[0].texts)
        for names in groups
        if len({name.thing.slug for name in names if name.kind != "seat"}) > 1
        and not any(name.kind == "ambiguous" for name in names)
    }
    assert shared == SHARED_ADJECTIVES


def test_a_slug_of_no_row_is_a_thing_with_the_type_that_its_line_gives(tmp_path: Path) -> None:
    table = tmp_path / "aliases.tsv"
    table.write_text(f"{HEADER}quorda-bight\tPlace\tQuorda Bight\tname\t\n")
    thing = load_lexicon(table).things["quorda-bight"]
    assert (thing.types, thing.label, thing.origin) == (("Place",), "Quorda Bight", "article")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("quorda\t\tQuorda\tname\t", "aliases.tsv:2: 'quorda' is no reference row"),
        ("peru\t\tPerú\tnickname\t", "aliases.tsv:2: kind 'nickname' is none of"),
        ("peru\t\tPerú\tname\tsometimes", "aliases.tsv:2: kind 'name' is none of"),
        ("peru\tPerú", "aliases.tsv:2: 2 cells"),
    ],
)
def test_a_line_that_is_not_well_formed_is_refused(tmp_path: Path, line: str, message: str) -> None:
    table = tmp_path / "aliases.tsv"
    table.write_text(f"{HEADER}{line}\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_lexicon(table)
    assert message in str(caught.value)


def test_forces_are_found_by_what_they_are() -> None:
    lexicon = load_lexicon()
    assert lexicon.force("norway", "navy").slug == "royal-norwegian-navy"
    assert lexicon.force("chile", "Navy").label == "Chilean Navy"
    assert lexicon.force("ukraine", "armed forces").origin == "reference"


def test_a_model_goes_by_its_plural_and_a_firm_without_suffix_by_its_name() -> None:
    found = [(said, m.thing.label) for said, m in document_and_mentions("Bofors and 12 Gripens.")]
    assert found == [("Bofors", "BAE Systems Bofors"), ("Gripens", "Saab JAS 39 Gripen")]


def test_a_thing_of_the_further_names_has_one_class() -> None:
    rows = [line.split("\t") for line in ALIASES.read_text(encoding="utf-8").splitlines()[1:]]
    assert len(rows) > 800
    classes: dict[str, set[str]] = {}
    for slug, type_, *_ in rows:
        classes.setdefault(slug, set()).add(type_)
    assert [slug for slug, types in classes.items() if len(types) > 1] == []

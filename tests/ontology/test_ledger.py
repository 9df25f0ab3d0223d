from pathlib import Path

import pytest

from ontology.ledger import Gone, add_to_ledger, fate, last_words, read_ledger

FIRST = Gone("id/duck", "id/drake", "It was renamed.", "0" * 16)
NEXT = Gone("id/drake", None, "It was a misreading.", "1" * 16)


def test_entries_are_added_once_and_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "addresses.jsonl"
    assert read_ledger(path) == ()
    add_to_ledger(path, [FIRST, NEXT, FIRST])
    add_to_ledger(path, [FIRST])
    assert read_ledger(path) == (FIRST, NEXT)


def test_an_address_is_followed_to_its_end() -> None:
    ledger = last_words([FIRST, NEXT])
    assert fate("id/duck", ledger) == Gone("id/duck", None, NEXT.reason, FIRST.snapshot)
    assert fate("id/goose", ledger) is None
    assert fate("id/duck", last_words([FIRST])) == FIRST


def test_of_two_entries_about_an_address_the_later_holds() -> None:
    again = Gone("id/drake", "id/mallard", "It was found after all.")
    found = fate("id/duck", last_words([FIRST, NEXT, again]))
    assert found is not None
    assert found.became == "id/mallard"


def test_a_ring_leads_nowhere() -> None:
    found = fate("id/a", last_words([Gone("id/a", "id/b", "x"), Gone("id/b", "id/a", "y")]))
    assert found is not None
    assert found.became is None


NO_ADDRESS = '{"address": %s, "became": null, "reason": "x"}'


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"address": "id/a"}', NO_ADDRESS % "3", NO_ADDRESS % '""']
)
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "addresses.jsonl"
    path.write_text(FIRST.line() + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"addresses\.jsonl:2"):
        read_ledger(path)

"""Readings that lie on disk are those that were put there."""

from __future__ import annotations

from pathlib import Path

import pytest

from loader.build.shelf import empty_shelf
from tests.support.readings import read_small, small_article

READINGS = [read_small(small_article(number)) for number in (1, 2, 3)]


def test_a_shelf_gives_back_what_was_put_on_it_as_often_as_asked(tmp_path: Path) -> None:
    with empty_shelf(tmp_path) as shelf:
        kept = shelf.beside(iter(READINGS))
        again = shelf.beside(reversed(kept))
        assert len(kept) == 3
        assert list(kept) == list(kept) == READINGS
        assert list(again) == READINGS[::-1]
        assert (kept[-1], kept[1:]) == (READINGS[2], READINGS[1:])
        with pytest.raises(IndexError):
            kept[3]


def test_a_shelf_leaves_no_file(tmp_path: Path) -> None:
    with empty_shelf(tmp_path) as shelf:
        shelf.beside(READINGS)
        assert list(tmp_path.iterdir()) == []

from hypothesis import given
from hypothesis import strategies as st

from server.pages.segments import Mended, cut, lines_of, shown

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))),
    max_size=6,
)


@given(spans=SPANS, end=st.integers(1, 60))
def test_segments_tile_the_line_and_know_what_covers_them(
    spans: list[tuple[int, int]], end: int
) -> None:
    segments = cut((0, end), spans)
    assert [one.start for one in segments] == [0, *(one.end for one in segments[:-1])]
    assert segments[-1].end == end
    for one in segments:
        for place in range(one.start, one.end):
            over = tuple(i for i, (a, b) in enumerate(spans) if a <= place < b)
            assert over == one.over


@given(text=st.text(alphabet="ab \n\t", max_size=60))
def test_lines_hold_every_character_that_is_not_space(text: str) -> None:
    held = "".join(text[start:end] for start, end in lines_of(text))
    assert "".join(held.split()) == "".join(text.split())


def test_what_was_mended_is_shown_mended_and_marked() -> None:
    runs = shown("the Å?land ferry", (4, 10), [Mended(5, 6, "")])
    assert "".join(text for text, _ in runs) == "Åland"


def test_a_repair_across_a_border_is_left_as_it_stands() -> None:
    assert shown("abcdef", (0, 3), [Mended(2, 4, "X")]) == [("abc", False)]

"""Paragraphs, headings and credits."""

import pytest

from loader.text import take_apart

BODY = "The ship left the port of Callao on Monday. Nobody saw it."


def blocks(text: str) -> list[tuple[str, str]]:
    document = take_apart(text)
    return [(block.kind, block.span.of(document.clean)) for block in document.blocks]


def test_each_line_is_a_block_where_lines_are_not_wrapped() -> None:
    assert blocks(f"{BODY}\n{BODY}\n") == [("paragraph", BODY)] * 2


def test_blank_lines_set_paragraphs_apart() -> None:
    assert blocks(f"\n\n  {BODY}\r\n\r\n{BODY}  \n\n\n{BODY}") == [("paragraph", BODY)] * 3


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The frigate left the port of Callao on Monday with a crew of two\n"
        "hundred. It will take part in an exercise that Chile has planned\n"
        "for many years.\n\n"
        "Nobody saw it leave, for there was fog over the whole of the bay\n"
        "and the lights were out.\n"
    )
    assert [kind for kind, _ in blocks(text)] == ["paragraph", "paragraph"]
    assert [s.span.of(text).split()[0] for s in take_apart(text).sentences] == [
        "The",
        "It",
        "Nobody",
    ]


def test_a_wrapped_text_without_blank_lines_breaks_after_short_lines() -> None:
    text = (
        "The frigate left the port of Callao on Monday with a crew of two\n"
        "hundred sailors.\n"
        "Nobody saw it leave, for there was fog over the whole of the bay\n"
        "and the lights were out."
    )
    assert [block[:6] for _, block in blocks(text)] == ["The fr", "Nobody"]


@pytest.mark.parametrize(
    "line",
    [
        "Strengthening Ties With Peru",
        "Peru and Chile sign ports deal",
        "A New Era",
        "What the Deal Means for Peru",
        "‘We will sail’: Ruiz on the deal",
    ],
)
def test_a_short_line_without_stop_above_a_paragraph_is_a_heading(line: str) -> None:
    assert blocks(f"{line}\n{BODY}") == [("heading", line), ("paragraph", BODY)]
    assert {each.block for each in take_apart(f"{line}\n{BODY}").sentences} == {1}


@pytest.mark.parametrize(
    "line",
    [
        "The ship left.",
        "Minister Ana Ruiz said:",
        "“We sail.”",
        "• four ships from Peru",
        "the frigate Lynch and her crew of two hundred left the port of Callao last Monday at dawn",
    ],
)
def test_other_lines_are_paragraphs(line: str) -> None:
    assert blocks(f"{line}\n{BODY}")[0] == ("paragraph", line)


def test_a_line_that_heads_nothing_is_a_paragraph() -> None:
    assert blocks("Peru and Chile signed an agreement") == [
        ("paragraph", "Peru and Chile signed an agreement")
    ]
    assert blocks(f"{BODY}\nPeru And Chile")[-1] == ("paragraph", "Peru And Chile")


@pytest.mark.parametrize(
    "line",
    [
        "Main Image: By Photo: PO(Phot) Jo Bloggs/Navy, CC BY 2.0, https://example.org/x",
        "Photo by Jo Bloggs / Getty Images",
        "Image credit: Ministry of Defence",
        "Picture: Crown Copyright",
        "© 2023 The Daily Ship. All rights reserved.",
        "Share this article",
        "Follow us on Mastodon",
        "For media inquiries, please contact press@example.org or +51 1 234.",
        "For more information, visit www.example.org.",
        "Media contact: Jo Bloggs",
        "Notes to editors:",
        "-ENDS-",
        "###",
        "By Jo Bloggs",
        "By Jo Bloggs, Defence Correspondent",
        "Read more: Chile buys ships",
        "https://example.org/press/1",
        "press@example.org",
        "This article was originally published by The Daily Ship.",
        "Licensed under Creative Commons Attribution 4.0.",
        "Source: Ministry of Defence",
        "Tags: navy, Peru",
    ],
)
def test_lines_about_the_article_are_credits(line: str) -> None:
    assert blocks(f"{BODY}\n{line}") == [("paragraph", BODY), ("credit", line)]
    assert all(each.block == 0 for each in take_apart(f"{BODY}\n{line}").sentences)


@pytest.mark.parametrize(
    "line",
    [
        "Images of the ship were shown to the minister on Monday.",
        "Contact with the ship was lost on Monday.",
        "By Monday the ship had left.",
        "By 2031 Peru will have four frigates.",
        "Share prices of the shipyard rose on Monday.",
        "Follow-on ships will be built in Chile.",
        "Publication of the strategy is expected in June.",
        "Ends of the pier were repaired.",
        "Source code for the radar was handed over.",
        "Print journalists saw the ship.",
    ],
)
def test_lines_about_the_world_are_no_credits(line: str) -> None:
    assert blocks(f"{BODY}\n{line}")[1] == ("paragraph", line)

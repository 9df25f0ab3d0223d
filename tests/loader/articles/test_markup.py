from __future__ import annotations

import pytest

from loader.articles.formats.markup import fragment_text
from loader.articles.formats.text import markdown_article
from loader.articles.known import NOTHING

AROUND = "<p>The two ministers met at sea, and they spoke for an hour of ships and of men.</p>"


def shown(*blocks: str) -> str:
    return "\n\n".join(
        ("The two ministers met at sea, and they spoke for an hour of ships and of men.", *blocks)
    )


@pytest.mark.parametrize(
    "fragment, blocks",
    [
        ("<h2>New  ships</h2><p>They <b>sail</b>ed\n on.</p>", ["New ships", "They sailed on."]),
        ("<p>One<br>two<br/><br>three</p>", ["One\ntwo\n\nthree"]),
        ("<p>It cost £3&nbsp;million &amp; more.</p>", ["It cost £3\u00a0million & more."]),
        ("<ul><li>One</li><li><p>Two</p></li><li>• Three</li></ul>", ["• One", "• Two", "• Three"]),
        ("<ol><li>One<ul><li>Two</li></ul></li></ol>", ["• One", "• Two"]),
        ("<table><tr><th>Ship</th><td>1</td></tr></table>", ["Ship | 1"]),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", ["One.", "Two."]),
        ("<p>He said <q>we go</q>, or <q>‘no’</q>.</p>", ["He said “we go”, or ‘no’."]),
        ("<script>x()</script><style>p{}</style><!-- no --><p>Yes.</p>", ["Yes."]),
        ("<div>Loose<p>text</p>here</div>", ["Loose", "text", "here"]),
        ("<p> </p><div></div><ul><li></li></ul>", []),
        ("<p>never closed <b>at all", ["never closed at all"]),
    ],
)
def test_marked_up_text_is_written_by_one_rule(fragment: str, blocks: list[str]) -> None:
    assert fragment_text(AROUND + fragment) == shown(*blocks)


@pytest.mark.parametrize(
    "inside, blocks",
    [
        ("We go.", ["“We go.”"]),
        ("<p>We go.</p><p>We stay.</p>", ["“We go.", "“We stay.”"]),
        ("<p>“We go.</p><p>“We stay.”</p>", ["“We go.", "“We stay.”"]),
        ("<p>We go ‘far’.</p>", ["“We go ‘far’.”"]),
        ('<p>We go "far" away.</p>', ['‘We go "far" away.’']),
        (
            "<p>We go.</p><footer>— Ann Archer, minister</footer>",
            ["“We go.”", "— Ann Archer, minister"],
        ),
        ("<ul><li>We go.</li></ul>", ["• We go."]),
    ],
)
def test_a_quotation_set_apart_has_marks(inside: str, blocks: list[str]) -> None:
    assert fragment_text(f"{AROUND}<blockquote>{inside}</blockquote>") == shown(*blocks)


def test_two_quotations_in_a_row_stay_two() -> None:
    twice = "<blockquote>We go.</blockquote><blockquote>We stay.</blockquote>"
    assert fragment_text(AROUND + twice) == shown("“We go.”", "“We stay.”")


def test_a_quotation_that_only_repeats_the_text_is_left_out() -> None:
    pulled = "<blockquote>They spoke for an HOUR of ships</blockquote>"
    assert fragment_text(pulled + AROUND) == shown()


def test_a_frame_around_the_whole_text_is_no_quotation() -> None:
    framed = f"<p>News</p><blockquote>{AROUND}</blockquote>"
    assert fragment_text(framed) == f"News\n\n{shown()}"


def test_markdown_gives_the_text_that_it_shows() -> None:
    text = (
        "# A pact\n\nThe **two** ministers met [at sea](https://x.example), and they\nspoke `for` "
        "an hour.\n\n> We go.\n>\n> We stay.\n\n* One\n* Two\n\n<!-- no -->\n\n| A | B "
        "|\n|---|---|\n| 1 | 2 |\n"
    )
    found = markdown_article(text.encode(), "a.md", NOTHING)
    assert found.text.split("\n\n") == [
        "A pact",
        "The two ministers met at sea, and they spoke for an hour.",
        "“We go.",
        "“We stay.”",
        "• One",
        "• Two",
        "A | B",
        "1 | 2",
    ]

"""Where sentences end, and where they only seem to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loader.text import Span, take_apart

ENDS = [
    "The navy sailed. | The army waited.",
    "Did it sail? | Yes! | It did.",
    "Lt. Col. A. B. Marsh met Gen. Ruiz on Jan. 4 at 5 p.m. in Oslo. | They talked.",
    "The U.S. Navy and the U.K. agreed. | The U.S. | The ship left.",
    "It left the U.S. | The crew stayed.",
    "It starts at 9 a.m. | The crew knows.",
    "No. 3 Squadron and Maj. Gen. Ito flew. | They landed at No. 10 Base.",
    "Was it No. | The answer came late.",
    "It cost $2.5 million, approx. 3.1 times more. | Nobody paid.",
    "Acme Corp. | The firm built it.",
    "Acme Inc. and Bolt Ltd. agreed.",
    "The 1st Bn. Royal Rifles left for St. Helier. | It rained.",
    "“We agree,” Ruiz said. | “Peru is an ally. | We will sail.”",
    "“We agree.” | The minister left.",
    "The minister said: “We agree. | We sail.” | He left.",
    "“Will it sail?” Ruiz asked. | Nobody knew.",
    "“Will it sail?” asked the minister. | Nobody knew.",
    "“Sail now!” the captain said.",
    "Ruiz said, “Peru is an ally… It is natural to sail.”",
    "Ruiz said, “Peru is an ally... It is natural to sail.”",
    "They sailed… | The army waited.",
    "They sailed.... | The army waited.",
    "He said it sailed (in the U.S. and Peru). | Good.",
    "(It sailed.) | It came back.",
    "He named the J. F. Kent and Y. Sato. | They sailed.",
    "See https://example.org/a.b?c=D.E now. | It is there.",
    "They agreed.[1] | It sailed.",
    "‘We agree.’ | He left.",
    '"We agree." | "We sail."',
    "The fleet left port.The army waited.".replace("t.T", "t. | T"),
    "Dr. Ada Holm and Mrs. Li signed. | Prof. Eco did not.",
    "In Dec. 2019 it closed. | In Jan. it opened.",
    "Sen. Roe (D-Ohio) voted vs. Sen. Poe. | It passed.",
    "Capt. Dunn leads. | Cmdr. Fox follows.",
    "It is 5 ft. 3 in. long. | It floats.",
    "Peru will “step up.” | It said so.",
    "The plan has 3 parts. | 12 ships sail. | 4 wait.",
    "iPads were sold. | eBay was not.".replace(" | eBay", " eBay"),
]


def split(text: str) -> list[str]:
    document = take_apart(text)
    return [sentence.span.of(document.clean) for sentence in document.sentences]


@pytest.mark.parametrize("marked", ENDS)
def test_sentences_end_where_the_bars_stand(marked: str) -> None:
    assert split(marked.replace(" | ", " ")) == marked.split(" | ")


def test_sentences_know_their_block_and_their_place() -> None:
    document = take_apart("It sailed. It came back.\n\nNobody saw it.")
    assert [(each.index, each.block) for each in document.sentences] == [(0, 0), (1, 0), (2, 1)]


PIECES = st.sampled_from(
    [*"“”‘’\".…? \n:,-()", "...", "\n\n", "Peru", "sailed", "U.S.", "No.", "said", "we", "UK-led",
     "£30m", "’s", "n’t", "3.5", "https://a.b/c?d"]
)  # fmt: skip


@settings(derandomize=True, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_blocks_sentences_and_tokens_tile_any_text_in_order(raw: str) -> None:
    document = take_apart(raw)
    clean = document.clean
    assert_tiled(clean, [block.span for block in document.blocks], Span(0, len(clean)))
    for number, block in enumerate(document.blocks):
        inside = [each for each in document.sentences if each.block == number]
        if block.kind == "paragraph":
            assert_tiled(clean, [each.span for each in inside], block.span)
        else:
            assert not inside
    for sentence in document.sentences:
        assert_tiled(clean, [token.span for token in sentence.tokens], sentence.span)
        assert all(token.text == token.span.of(clean) for token in sentence.tokens)
        assert all(token.tag and token.lemma for token in sentence.tokens)


@settings(derandomize=True, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_the_same_text_gives_the_same_document(raw: str) -> None:
    assert take_apart(raw) == take_apart(raw)


def assert_tiled(clean: str, spans: list[Span], whole: Span) -> None:
    """Check that spans are in order, within the whole, and leave nothing out but space."""
    done = whole.start
    for span in spans:
        assert done <= span.start < span.end <= whole.end
        assert not clean[done : span.start].strip()
        done = span.end
    assert not clean[done : whole.end].strip()

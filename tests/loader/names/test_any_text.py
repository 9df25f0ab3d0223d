"""Whatever the text, mentions stand in order and apart, within their sentence."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loader.names import find_mentions, load_lexicon
from loader.text import take_apart

PIECES = (
    "Chile Chile’s Peru the The of and , . : ; - – ( ) “ ” HMS USS Operation Exercise Treaty of "
    "Agreement Minister Prime Defence Secretary State for Sir Dame Adm. President said Lima Quito "
    "agreed in near Carrier Strike Group 9 VFA-190 P-8A Type 26 frigate Larkspur-class Inés "
    "Carrera Corvo Air Base Gulf NATO U.S. UKs Royal Navy Force Ministry counterpart "
    "al-Quist J. Ltd 3rd"
)
TEXTS = st.lists(st.sampled_from(PIECES.split()), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS | st.text(max_size=60))
def test_mentions_of_any_text_are_ordered_apart_and_inside(text: str) -> None:
    document = take_apart(text)
    found = find_mentions(document, load_lexicon(), "gazette")
    assert len(found) == len(document.sentences)
    for sentence, mentions in zip(document.sentences, found, strict=True):
        edges = [edge for mention in mentions for edge in (mention.first, mention.last)]
        assert edges == sorted(edges)
        assert all(mention.first < mention.last for mention in mentions)
        assert not edges or edges[-1] <= len(sentence.tokens)

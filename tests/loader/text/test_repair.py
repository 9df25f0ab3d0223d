"""Damaged characters: what is put right, what is left alone, and where it stood."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loader.text import Span, take_apart
from loader.text.repair import repair


@pytest.mark.parametrize(
    "damaged, clean",
    [
        ("TromsĆø", "Tromsø"),
        ("a Ā£40 million deal", "a £40 million deal"),
        ("“ĆlesundĆø”", "“ĆlesundĆø”".replace("Ćø", "ø")),
        ("ChileĀ´s navy", "Chile´s navy"),
        ("Perāā€™s", "Perā’s"),
        ("Chileā€™s navy", "Chile’s navy"),
        ("Chileâ€™s navy", "Chile’s navy"),
        ("â€œWe agreeâ€\x9d", "“We agree”"),
        ("CÃ´te dâ€™Ivoire", "Côte d’Ivoire"),
        ("A\u200bden", "Aden"),
        ("\ufeffThe navy", "The navy"),
        ("Chileās navy sailed.", "Chile’s navy sailed."),
        ("Chileâs navy sailed.", "Chile’s navy sailed."),
        ("the alliesā navies", "the allies’ navies"),
        ("They donāt agree and weāll wait.", "They don’t agree and we’ll wait."),
        ("the navy ā and the army ā sailed", "the navy – and the army – sailed"),
        ("āWe agree,ā he said.", "“We agree,” he said."),
        ("NATOās fleet", "NATO’s fleet"),
        ("Tarvonia is small. Tarvoniaās fleet too.", "Tarvonia is small. Tarvonia’s fleet too."),
    ],
)
def test_damage_is_repaired(damaged: str, clean: str) -> None:
    assert repair(damaged)[0] == clean


@pytest.mark.parametrize(
    "text",
    [
        "Māori and Pākehā sailed to Ngāti Toa.",
        "Pākehās sailed.",
        "Liepāja and Rīgā are ports; Jānis Kalniņš met Valdis.",
        "The château’s rôle, naïve and façade.",
        "“Straße”, „Größe“, «Été»",
        "MIEĆ» and CHOĆ”",
        "30 °C, £5 m, 10 µm, ½ mile, © 2020",
        "Łódź, Ćuprija, Åland, Ærø and Øresund",
        "Київ и Москва, 東京, Αθήνα, תל אביב",
        "Trân and Lâm met in Tây Ninh.",
        "",
    ],
)
def test_text_without_damage_is_untouched(text: str) -> None:
    assert repair(text)[:2] == (text, ())


def test_each_repair_tells_where_what_and_why() -> None:
    clean, repairs, offsets = repair("In BorkumĆø, Chileās navy")
    assert [(found.before, found.after) for found in repairs] == [("Ćø", "ø"), ("ā", "’")]
    assert [found.span for found in repairs] == [Span(9, 11), Span(18, 19)]
    assert all(found.reason for found in repairs)
    assert offsets(Span(3, 10)) == Span(3, 11)
    assert offsets.clean(Span(3, 11)) == Span(3, 10)
    assert clean[17] == "’"


def test_a_span_that_cuts_into_a_damaged_character_takes_all_of_it() -> None:
    _, _, offsets = repair("Ćø")
    assert offsets(Span(0, 1)) == Span(0, 2)
    assert offsets.clean(Span(1, 2)) == Span(0, 1)


WORDS = st.sampled_from(
    ["Chile", "agreed", "Tromsø", "Côte", "“we", "ally’s", "–", "£40", "done…”"]
)
PLAIN = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@settings(derandomize=True, deadline=None)
@given(PLAIN, st.sampled_from(["cp1252", "latin-1", "iso8859_13", "cp1257"]))
def test_what_one_encoding_damaged_whole_comes_back(text: str, codec: str) -> None:
    table = {bytes([byte]).decode(codec, "ignore") or chr(byte): byte for byte in range(256)}
    shown = {byte: character for character, byte in table.items()}
    damaged = "".join(shown[byte] for byte in text.encode("utf-8"))
    assert repair(damaged)[0] == text


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet=st.sampled_from("aās Ćøe’“â€™\x99\x80.\n\ufeff\u00adÃA"), max_size=60))
def test_offsets_hold_after_any_damage(raw: str) -> None:
    clean, repairs, offsets = repair(raw)
    touched = {at for found in repairs for at in range(found.span.start, found.span.end)}
    for found in repairs:
        assert found.span.of(raw) == found.before
        assert offsets.clean(found.span).of(clean) == found.after
    for at, character in enumerate(clean):
        source = offsets(Span(at, at + 1))
        assert source.of(raw) == character or touched & set(range(source.start, source.end))
    kept = [character for at, character in enumerate(raw) if at not in touched]
    written = sum(len(found.after) for found in repairs)
    assert len(clean) == len(kept) + written


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=80), st.data())
def test_any_string_at_all_is_repaired_without_complaint(raw: str, data: st.DataObject) -> None:
    clean, _, offsets = repair(raw)
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, len(clean)))
    source = offsets(Span(start, end))
    assert 0 <= source.start <= source.end <= len(raw)
    assert offsets(Span(0, len(clean))).end <= len(raw)


def test_a_document_can_be_handed_to_another_process() -> None:
    document = take_apart("Chileās navy sailed.")
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301

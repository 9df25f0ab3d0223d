"""What commas frame: a made-by participle, the holder of an office; "-ing" inside a kind's name."""

from loader.names import find_mentions, load_lexicon
from loader.quantities import find_quantities, find_times
from loader.syntax import Parse, parse
from loader.text import take_apart


def parsed(text: str) -> tuple[Parse, list[str]]:
    document = take_apart(text)
    (sentence,) = document.sentences
    (mentions,) = find_mentions(document, load_lexicon(), "test")
    found = parse(sentence, mentions, find_quantities(sentence), find_times(sentence, None, None))
    return found, [token.text for token in sentence.tokens]


def phrases(text: str, lemma: str) -> list[str]:
    found, tokens = parsed(text)
    (chosen,) = [c for c in found.clauses if c.verb.lemma == lemma]
    return [
        f"{p.preposition} {'; '.join(' '.join(tokens[g.first : g.last]) for g in p.groups)}"
        for p in chosen.phrases
    ]


def test_what_follows_a_framed_participle_is_the_main_verbs() -> None:
    text = "Norway donated ten tanks, made by Nordic Systems, to Kenya."
    assert phrases(text, "donate") == ["to Kenya"]
    assert phrases(text, "make") == ["by Nordic Systems"]


def test_what_follows_without_a_comma_stays_with_the_participle() -> None:
    text = "Norway showed ten tanks, delivered by Nordic Systems to Kenya."
    assert phrases(text, "show") == []
    assert phrases(text, "deliver") == ["by Nordic Systems", "to Kenya"]


def test_holders_between_commas_do_not_end_a_list_of_offices() -> None:
    text = "It was signed by the Danish ambassador, Anne Holm, and Kenya’s envoy, John Otieno."
    assert phrases(text, "sign") == ["by the Danish ambassador; Kenya ’s envoy"]


def test_a_verb_form_inside_the_name_of_a_kind_is_no_verb() -> None:
    found, _ = parsed("Nordic Systems makes the infantry fighting vehicle.")
    assert [clause.verb.lemma for clause in found.clauses] == ["make"]


def test_based_behind_its_noun_is_a_participle() -> None:
    found, _ = parsed("HDMS Absalon, a frigate based in Lima, is on her way.")
    assert [(c.verb.lemma, c.verb.form) for c in found.clauses] == [
        ("base", "participle"),
        ("be", "finite"),
    ]

"""LIX, as its author counted it."""

from backend.designing.readability import read, sentences_of


def test_lix_is_words_a_sentence_and_long_words_in_percent() -> None:
    reading = read(["Jag betalar nu. Du kan vänta med resten."], {})
    assert reading is not None
    assert (reading.words, reading.sentences, reading.long_words) == (8, 2, 1)
    assert reading.lix == 8 / 2 + 100 * 1 / 8


def test_a_word_of_six_letters_is_short_and_one_of_seven_is_long() -> None:
    reading = read(["sexsex sjusjus"], {})
    assert reading is not None
    assert reading.long_words == 1


def test_an_amount_is_one_short_word_and_no_end_of_a_sentence() -> None:
    assert sentences_of("Du betalar {total:money}. Passar det?", {}) == [
        "Du betalar 000",
        "Passar det",
    ]


def test_a_counted_noun_is_read_as_it_is_written() -> None:
    nouns = {"instalment": {"one": "{n} delbetalning", "other": "{n} delbetalningar"}}
    assert sentences_of("I {count:instalment}.", nouns) == ["I 000 delbetalningar"]


def test_the_longest_sentence_is_told() -> None:
    reading = read(["Ja. Det gör vi nu.", "Nej."], {})
    assert reading is not None
    assert reading.longest_sentence == 4


def test_nothing_has_no_readability() -> None:
    assert read(["…"], {}) is None

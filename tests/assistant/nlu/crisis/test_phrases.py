"""Phrases are found as people write them."""

import pytest

from assistant.nlu.crisis.phrases import Phrases, words_of


def found(phrase: str, text: str) -> list:
    words = words_of(text)
    return [
        " ".join(text[word.start : word.end] for word in words[one.first : one.after])
        for one in Phrases.read({"meaning": [phrase]}).found(words)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "stretch"),
    [
        ("vill dö", "Jag VILL dö.", "VILL dö"),
        ("vill dö", "vill do", "vill do"),
        ("vill dö", "villl dööö", "villl dööö"),
        ("vill/orkar inte leva", "jag orkar inte leva", "orkar inte leva"),
        ("vill (bara) dö", "vill bara dö", "vill bara dö"),
        ("vill (bara) dö", "vill dö", "vill dö"),
        ("vill ... dö", "vill så gärna få dö", "vill så gärna få dö"),
        ("suicid*", "suicidtankar", "suicidtankar"),
        ("självmord* nu", "självmordet nu", "självmordet nu"),
        ("dont want", "I don’t want it", "don’t want"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, stretch: str) -> None:
    assert found(phrase, text) == [stretch]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("vill dö", "vill döda tid"),
        ("vill dö", "dö vill jag"),
        ("vill (bara) dö", "vill nog dö"),
        ("vill ... dö", "vill att ni alla snart ska dö"),
        ("suicid*", "icke"),
        ("vill dö", ""),
        ("vill dö", "🙂 !"),
    ],
)
def test_a_phrase_is_not_found(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


@pytest.mark.parametrize("phrase", ["", "(bara) dö nu", "... dö nu", "vill (bara)", "vill ..."])
def test_a_phrase_that_one_word_would_meet_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError):
        Phrases.read({"meaning": [phrase]})

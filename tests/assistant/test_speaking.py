"""A whole sentence changes the language of a conversation; a word or two do not."""

from typing import Any, Dict, Optional

import pytest

from assistant.speaking import spoken_on, with_its_wish

NOTHING_BEFORE: Dict[str, Any] = {}


def _read(text: str, language: str, intent: str = "affirm", named: Optional[str] = None) -> Any:
    entities = [{"entity": "language", "value": named}] if named else []
    meant = {"name": intent, "confidence": 0.9}
    return {"text": text, "language": language, "intent": meant, "entities": entities}


@pytest.mark.parametrize("text", ["ok", "yes", "thank you", "500", "yes, 500"])
def test_a_word_or_two_in_another_language_change_nothing(text: str) -> None:
    assert spoken_on(_read(text, "en"), NOTHING_BEFORE, "sv") is None


def test_a_whole_sentence_in_another_language_changes_it() -> None:
    assert spoken_on(_read("I can pay 500 a month", "en"), NOTHING_BEFORE, "sv") == "en"


def test_so_does_a_second_short_message_in_a_row() -> None:
    before = _read("thank you", "en")
    assert spoken_on(_read("how much", "en"), before, "sv") == "en"
    assert spoken_on(_read("how much", "en"), _read("tack", "sv"), "sv") is None


def test_what_was_not_understood_changes_nothing() -> None:
    unknown = _read("blah di blah di blah", "en", intent="nlu_fallback")
    assert spoken_on(unknown, NOTHING_BEFORE, "sv") is None


def test_the_same_language_is_no_change() -> None:
    assert spoken_on(_read("jag kan betala 500", "sv"), NOTHING_BEFORE, "sv") is None


@pytest.mark.parametrize("intent", ["affirm", "deny", "nlu_fallback", "repeat"])
def test_a_yes_with_another_language_in_it_is_a_wish_for_that_language(intent: str) -> None:
    read = with_its_wish(_read("yes, but in English please", "en", intent, named="en"), "sv")
    assert read["intent"]["name"] == "change_language"
    assert read["intent_ranking"][0]["name"] == "change_language"


def test_a_yes_that_names_the_language_that_is_spoken_stays_a_yes() -> None:
    read = _read("ja, på svenska", "sv", named="sv")
    assert with_its_wish(read, "sv") == read


def test_what_is_wished_for_beside_a_language_is_not_lost() -> None:
    read = _read("I speak English, can I pay 500 a month", "en", "propose_terms", named="en")
    assert with_its_wish(read, "sv") == read

"""What is only a value answers the question that was asked."""

from typing import Any, Dict, List

import pytest

from assistant.nlu.bare_value import is_only_a_value


def found(text: str, *values: str, entity: str = "instalments") -> List[Dict[str, Any]]:
    return [
        {"entity": entity, "start": text.index(value), "end": text.index(value) + len(value)}
        for value in values
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [("fjórum sinnum", ["fjórum sinnum"]), (" 500 kr. ", ["500 kr"]), ("4, 15.1.", ["4", "15.1."])],
)
def test_signs_and_spaces_beside_a_value_say_nothing(text: str, values: List[str]) -> None:
    assert is_only_a_value(text, found(text, *values))


@pytest.mark.parametrize("text", ["inte 500", "500 är för mycket", "är 500 ok"])
def test_a_word_beside_the_value_means_something(text: str) -> None:
    assert not is_only_a_value(text, found(text, "500"))


def test_a_language_that_is_named_is_a_wish_and_no_value() -> None:
    assert not is_only_a_value("svenska", found("svenska", "svenska", entity="language"))


@pytest.mark.parametrize("entities", [None, []])
def test_a_message_without_values_is_none(entities: Any) -> None:
    assert not is_only_a_value("...", entities)

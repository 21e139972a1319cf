"""A language is as ready as the least of what its level needs."""

import pytest

from tests.nlu.readiness import IMPORTANCE, NONE, level

ALL = dict.fromkeys(IMPORTANCE, 1.0)


@pytest.mark.parametrize(
    ("weak", "reached"),
    [
        ([], "complete"),
        (["ask_einvoice"], "usable"),
        (["ask_interest"], "required"),
        (["ask_interest", "ask_einvoice"], "required"),
        (["greet"], NONE),
    ],
)
def test_the_weakest_intent_decides(weak: list[str], reached: str) -> None:
    assert level({**ALL, **dict.fromkeys(weak, 0.3)}) == reached


def test_an_intent_without_messages_is_not_there() -> None:
    assert level({intent: 1.0 for intent in IMPORTANCE if intent != "ask_privacy"}) == "usable"

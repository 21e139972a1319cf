"""The reasons and their names."""

import pytest

from backend.handoff.reasons import reasons
from backend.texts import read_texts


@pytest.mark.parametrize("language", read_texts())
def test_every_reason_has_a_name_in_every_language(language: str) -> None:
    texts = read_texts()[language].texts
    named = {text.removeprefix("reason_") for text in texts if text.startswith("reason_")}
    assert named == set(reasons())


def test_only_a_crisis_goes_before_all_else() -> None:
    assert [name for name, reason in reasons().items() if reason.priority] == ["crisis"]


def test_a_crisis_stops_the_assistant() -> None:
    assert not reasons()["crisis"].keeps_assistant

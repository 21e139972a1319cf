"""The trained model understands messages that it has never seen, in each language."""

import asyncio

import pytest

from tests.nlu.score import messages, score

LEAST_RIGHT = 0.78
MOST_CONFIDENTLY_WRONG = 0.04
LANGUAGES = sorted({language for language, _, _ in messages()})


@pytest.fixture(scope="module")
def scores() -> dict[str, tuple[float, float]]:
    return asyncio.run(score(show_wrong=False))


@pytest.mark.parametrize("language", LANGUAGES)
def test_unseen_messages_are_understood(
    scores: dict[str, tuple[float, float]], language: str
) -> None:
    right, _ = scores[language]
    assert right >= LEAST_RIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_assistant_is_seldom_sure_and_wrong(
    scores: dict[str, tuple[float, float]], language: str
) -> None:
    _, confidently_wrong = scores[language]
    assert confidently_wrong <= MOST_CONFIDENTLY_WRONG

"""The trained model understands messages that it has never seen, in each language."""

import asyncio

import pytest

from tests.nlu.score import Tally, messages, score
from tests.nlu.served import load

LEAST_RIGHT = 0.78
MOST_CONFIDENTLY_WRONG = 0.04
LANGUAGES = sorted({language for language, _, _ in messages()})


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return asyncio.run(score(load()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_unseen_messages_are_understood(tallies: dict[str, Tally], language: str) -> None:
    assert tallies[language].accuracy >= LEAST_RIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_assistant_is_seldom_sure_and_wrong(tallies: dict[str, Tally], language: str) -> None:
    assert tallies[language].confidently_wrong <= MOST_CONFIDENTLY_WRONG

"""The scripts can be played in every language, and there are enough of them."""

from collections import Counter

import pytest

from backend.clients.triggers import known_intents
from backend.handoff.reasons import reasons
from tests.handoffs.__main__ import chosen_plays
from tests.handoffs.report import CHECKS
from tests.handoffs.situations import CLIENTS, facts, meanings, says, situations


def test_twenty_facts_are_written_down_and_each_has_a_check() -> None:
    assert list(facts()) == list(CHECKS)
    assert len(facts()) == 20


def test_sixty_hand_overs_are_played_for_twelve_reasons_in_six_languages() -> None:
    plays = chosen_plays()
    assert len(plays) >= 60
    assert len({one.situation.reason for one in plays}) >= 12
    assert min(Counter(one.language for one in plays).values()) >= 10
    assert set(CLIENTS) == {one.language for one in plays}


def test_the_reasons_are_those_that_there_are() -> None:
    assert {one.reason for one in situations()} <= set(reasons())


@pytest.mark.parametrize("language", CLIENTS)
def test_every_move_can_be_said_and_understood(language: str) -> None:
    assert set(says(language)) == set(meanings())
    said = {
        move.partition(" ")[0]
        for one in situations()
        for move in one.moves
        if not move.startswith(("press:", "send:"))
    }
    assert said <= set(meanings())


def test_what_a_move_may_be_understood_as_is_known() -> None:
    assert {intent for intents in meanings().values() for intent in intents} <= known_intents()

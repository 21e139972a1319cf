"""Each check finds the fault that is planted for it, and no fault where there is none."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.handoffs.planted import sound
from tests.handoffs.report import CHECKS, held, missing, percent

Json = dict[str, Any]
Plant = Callable[[Json], object]

PLANTED: list[tuple[str, Plant]] = [
    ("identified", lambda card: card["who"].update(identified_by=None)),
    ("person", lambda card: card["who"].update(name="Alva Sparv")),
    ("reach", lambda card: card["who"].update(phone="0701234567")),
    ("language", lambda card: card["spoken"].update(language="fi")),
    ("plain", lambda card: card["spoken"].update(plain=True)),
    ("cases", lambda card: card["cases"][0].update(status="plan")),
    ("balances", lambda card: card["cases"][0].update(balance=486001)),
    ("reason", lambda card: card["why"].update(reason="other")),
    ("reason", lambda card: card["why"].update(rule={"text": "Över 1 kr", "intents": []})),
    ("words", lambda card: card["why"].update(wish="ja")),
    ("asked", lambda card: card["asked"].pop(1)),
    ("asked", lambda card: card["asked"].reverse()),
    ("proposal", lambda card: card["proposals"][0].update(terms={"amount": 90})),
    ("shown", lambda card: card["proposals"][0].update(shown=None)),
    ("refused", lambda card: card["proposals"][0].update(refused_by=[])),
    ("refused", lambda card: card["proposals"][0]["refused_by"][0].update(text=" ")),
    ("agreed", lambda card: card["agreed"].update(deferred_until="2026-12-24")),
    ("rests", lambda card: card["agreed"].update(rests=[])),
    ("care", lambda card: card["care"].append({"kind": "illness"})),
    ("mood", lambda card: card.update(mood=None)),
    ("flow", lambda card: card["flow"].update(waits_for="terms")),
    ("next", lambda card: card["steps"]["allowed"].pop(1)),
    ("next", lambda card: card["steps"]["barred_by"].append({"rule": "never"})),
    ("promised", lambda card: card["why"].update(promised_at="2026-11-23T08:00:00+01:00")),
]


def wrong_facts(plant: Plant | None = None) -> set[str]:
    played = sound()
    if plant is not None:
        assert played.card is not None
        plant(played.card)
    return {one.fact for one in held(played) if one.wrong}


def test_a_card_that_holds_everything_is_found_to_hold_it() -> None:
    assert wrong_facts() == set()
    there_is_none = {"plain", "agreed", "promised"}
    assert {one.fact for one in held(sound())} == set(CHECKS) - there_is_none


@pytest.mark.parametrize(("fact", "plant"), PLANTED)
def test_a_planted_fault_is_found_under_its_fact(fact: str, plant: Plant) -> None:
    assert wrong_facts(plant) == {fact}


def test_each_fact_has_a_fault_that_shows_that_its_check_can_fail() -> None:
    assert {fact for fact, _ in PLANTED} == set(CHECKS)


def test_a_hand_over_that_came_to_nothing_holds_none_of_them() -> None:
    played = sound()
    played.card, played.failed = None, "404"
    all_held = held(played)
    assert percent(all_held) == 0
    assert len(missing(all_held)) == len(CHECKS)

"""A hardship beside a wish: one line acknowledges it before the answer, and changes nothing else."""

from typing import Any

import pytest

from actions.answers.answering import AnswerQuestion
from actions.paying.deferring import Defer
from actions.plan.asking import AskPlanDecision
from actions.plan.validating import ValidatePlanForm
from actions.trouble.care import Hardship
from tests.actions.conftest import CaseSystem
from tests.actions.trouble.debtor import LANGUAGES, Debtor, Said, buttons, names

OFFER = (ValidatePlanForm(), AskPlanDecision())


async def offered(language: str = "sv", *, amount: int = 500, **beside: str) -> Said:
    debtor = Debtor("SE-1001", language)
    return await debtor.says("propose_terms", *OFFER, amount=amount, **beside)


def schedule(one: dict[str, Any]) -> Any:
    """Every sum and day of the offer that a message shows."""
    return ((one.get("custom") or {}).get("card") or {}).get("schedule")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_acknowledged_and_the_offer_follows_in_three_messages(
    case_system: CaseSystem, language: str
):
    told = await offered(language, subject="hardship")
    assert names(told) == ["plan_offer", "plan_compared", "plan_question"]
    assert [one.get("begins_with") for one in told] == ["hardship", None, None]


@pytest.mark.parametrize("amount", [1, 50, 500, 4000])
async def test_the_offer_is_no_worse_for_it(case_system: CaseSystem, amount: int):
    plain, told = await offered(amount=amount), await offered(amount=amount, subject="hardship")
    assert [one["written"] for one in told] == [one["written"] for one in plain]
    assert [schedule(one) for one in told] == [schedule(one) for one in plain]


async def test_free_advice_is_a_press_away_and_every_other_button_is_still_there(
    case_system: CaseSystem,
):
    usual = buttons(await offered())
    assert buttons(await offered(subject="hardship")) == [*usual, "ask_debt_advice"]


async def test_it_is_acknowledged_once(case_system: CaseSystem):
    debtor = Debtor("SE-1001")
    await debtor.says("propose_terms", *OFFER, amount=500, subject="hardship")
    debtor.form = "plan_form"
    told = await debtor.says("propose_terms", *OFFER, amount=400, subject="hardship")
    assert [one.get("begins_with") for one in told] == [None] * len(told)


async def test_more_time_is_asked_for_in_the_same_way(case_system: CaseSystem):
    told = await Debtor("SE-1001").says("request_deferral", Defer(), subject="hardship")
    assert told[0]["begins_with"] == "hardship"


async def test_a_stranger_hears_how_to_identify_and_is_met_afterwards(case_system: CaseSystem):
    debtor = Debtor(None)
    told = await debtor.says("request_deferral", Defer(), subject="hardship")
    assert names(told) == ["identify_first"]
    assert debtor.slots.get("hardship_met") is None


async def test_after_a_question_the_ways_out_come_and_no_second_acknowledgement(
    case_system: CaseSystem,
):
    debtor = Debtor("SE-1001")
    answer = await debtor.says("ask_fees", AnswerQuestion(), subject="hardship")
    debtor._turns -= 1  # the same message
    told = await debtor.says("report_hardship", Hardship())
    assert answer[0]["begins_with"] == "hardship"
    assert names(told) == ["hardship_ways", "hardship_advice"]

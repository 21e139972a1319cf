"""After a word of despair: nothing about money is begun unless it is asked for once more."""

import httpx
import pytest

from actions.answers.answering import AnswerQuestion
from actions.conversation.deciding import Affirm, Deny
from actions.conversation.understanding import Inform, Misunderstood
from actions.dialogue_action import DialogueAction
from actions.paying.deferring import Defer
from actions.plan.asking import AskPlanTerms
from actions.plan.validating import ValidatePlanForm
from actions.trouble.care import Crisis, Hardship
from tests.actions.conftest import CaseSystem
from tests.actions.trouble.debtor import LANGUAGES, Debtor, buttons, names


async def in_despair(language: str = "sv", form: str | None = None) -> Debtor:
    """A debtor who has just said so."""
    debtor = Debtor("SE-1001", language)
    debtor.form = form
    await debtor.says("express_crisis", Crisis(), text="I do not want to live")
    return debtor


async def test_the_form_is_left_the_case_rests_and_a_person_is_first(
    case_system: CaseSystem,
    api: httpx.AsyncClient,  # noqa: F811
):
    debtor = await in_despair(form="plan_form")
    assert debtor.form is None
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["crisis"]
    holds = (await api.get("/api/cases/SE-1001")).json()["holds"]
    assert [(hold["reason"], hold["until"]) for hold in holds] == [("care", "2026-12-05")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("intent", "action"),
    [
        ("nlu_fallback", Misunderstood()),
        ("inform", Inform()),
        ("affirm", Affirm()),
        ("deny", Deny()),
    ],
)
async def test_a_word_that_asks_nothing_is_met_with_a_line_to_call(
    case_system: CaseSystem, language: str, intent: str, action: DialogueAction
):
    told = await (await in_despair(language)).says(intent, action)
    assert names(told) == ["calm_here"]
    assert "116 123" in told[0]["written"]
    assert buttons(told) == ["person"]


@pytest.mark.parametrize(
    ("intent", "action", "button"),
    [
        ("request_plan", ValidatePlanForm(), "go_on_plan"),
        ("request_deferral", Defer(), "go_on_later"),
        ("pay_now", AnswerQuestion(), "go_on_paying"),
    ],
)
async def test_a_wish_about_money_is_no_hurry_and_begins_when_it_is_asked_for_again(
    case_system: CaseSystem, intent: str, action: DialogueAction, button: str
):
    debtor = await in_despair()
    told = await debtor.says(intent, action)
    assert names(told) == ["calm_no_hurry"]
    assert buttons(told) == ["person", "ask_debt_advice", button]
    again = [action, AskPlanTerms()] if intent == "request_plan" else [action]
    begun = await debtor.says(intent, *again)
    assert "calm_no_hurry" not in names(begun)
    assert begun


async def test_a_question_about_money_is_answered_with_a_calm_word_first(case_system: CaseSystem):
    debtor = await in_despair()
    assert names(await debtor.says("ask_balance", AnswerQuestion())) == ["calm_answer", "balance"]
    assert names(await debtor.says("ask_balance", AnswerQuestion())) == ["balance"]


async def test_hardship_after_it_offers_a_person_and_nothing_to_agree(case_system: CaseSystem):
    told = await (await in_despair()).says("report_hardship", Hardship())
    assert names(told) == ["hardship", "hardship_advice"]
    assert buttons(told) == ["person"]

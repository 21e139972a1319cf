"""What is owed, today and on a day that was named, and when nobody knows it."""

import pytest
from httpx import AsyncClient

from tests.actions.conftest import Ask, CaseSystem, written

LANGUAGES = ["sv", "nb", "da", "fi", "is", "en"]
FRIDAY = "2026-11-27"
RUNNING = "SE-1010"  # 12 400,00 at 9 % and 240,00 of fees: 12 915,18 today, 12 933,52 on Friday
UNKNOWN = "SE-1011"


async def test_the_sum_is_todays_without_a_day(ask: Ask):
    ((text, message),) = await ask(RUNNING, "ask_balance")
    assert text == "balance"
    assert written(message, "sv") == "Du är skyldig Norrsken Energi 12 915,18 kr."


async def test_what_is_owed_on_friday_is_said_for_friday(ask: Ask):
    ((text, message),) = await ask(RUNNING, "ask_balance", date=FRIDAY)
    assert text == "balance_on"
    said = written(message, "sv")
    assert said == "Betalar du fredag 27 november är det 12 933,52 kr, till Norrsken Energi."
    assert message["custom"]["card"]["total"] == 1_293_352


async def test_a_balance_card_has_what_is_agreed_and_nothing_more(ask: Ask):
    ((_, message),) = await ask(RUNNING, "ask_balance")
    assert set(message["custom"]["card"]) == {"type", "total", "currency", "parts"}


async def test_a_day_that_is_over_is_today(ask: Ask):
    ((text, _),) = await ask(RUNNING, "ask_balance", date="2026-11-01")
    assert text == "balance"


@pytest.mark.parametrize("intent", ["pay_now", "ask_how_to_pay"])
async def test_who_pays_on_friday_is_told_fridays_sum(ask: Ask, intent: str):
    ((text, message),) = await ask(RUNNING, intent, date=FRIDAY)
    assert text == "pay_all_on"
    card = message["custom"]["card"]
    assert (card["amount"], card["due"]) == (1_293_352, FRIDAY)


async def test_a_part_that_is_named_is_what_is_paid(ask: Ask):
    ((text, message),) = await ask(RUNNING, "pay_now", amount=500)
    assert (text, message["amount"]["amount"]) == ("pay_part", 50_000)


async def test_more_than_is_owed_is_all_of_it(ask: Ask):
    ((text, message),) = await ask(RUNNING, "pay_now", amount=99_000)
    assert (text, message["amount"]["amount"]) == ("pay_all", 1_291_518)


async def test_with_a_plan_the_next_instalment_is_paid(ask: Ask):
    ((text, message),) = await ask("SE-1002", "ask_how_to_pay", date=FRIDAY)
    assert (text, message["amount"]["amount"]) == ("how_to_pay", 72_000)


@pytest.mark.parametrize(
    "intent",
    ["ask_balance", "ask_breakdown", "ask_interest", "ask_due_date", "ask_case_status", "pay_now"]
    + ["ask_how_to_pay"],
)
async def test_a_sum_that_nobody_knows_is_not_stated_and_a_person_comes(
    ask: Ask, case_system: CaseSystem, intent: str
):
    said = await ask(UNKNOWN, intent)
    assert [text for text, _ in said] == ["balance_unknown", "handoff_queue"]
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["rate_unknown"]
    cards = [(message["custom"] or {}).get("card", {}).get("type") for _, message in said]
    assert cards == [None, "handoff"]


async def test_a_plan_for_a_sum_that_nobody_knows_is_offered_a_person(ask: Ask):
    ((text, message),) = await ask(UNKNOWN, "ask_plan_options")
    assert text == "plan_referral"
    assert message["reason"]


async def test_a_part_can_be_paid_of_a_sum_that_nobody_knows(ask: Ask, case_system: CaseSystem):
    ((text, message),) = await ask(UNKNOWN, "pay_now", amount=500)
    assert (text, message["amount"]["amount"]) == ("pay_part", 50_000)
    assert case_system.handoffs == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_texts_can_be_said_in_each_language(ask: Ask, language: str):
    for case, intent, date in (
        (RUNNING, "ask_balance", FRIDAY),
        (RUNNING, "pay_now", FRIDAY),
        (RUNNING, "ask_interest", None),
        (RUNNING, "ask_fees", None),
        (UNKNOWN, "ask_balance", None),
    ):
        assert await ask(case, intent, language, **({"date": date} if date else {}))


@pytest.mark.parametrize("intent", ["ask_due_date", "ask_breakdown"])
async def test_a_question_that_names_friday_is_answered_for_friday(ask: Ask, intent: str):
    ((text, message),) = await ask(RUNNING, intent, date=FRIDAY)
    assert (text, message["total"]["amount"]) == ("balance_on", 1_293_352)


async def test_a_due_date_that_is_over_is_told_as_over(ask: Ask):
    ((text, message),) = await ask(RUNNING, "ask_due_date")
    assert (text, message["passed"]) == ("due_date", True)
    assert written(message, "sv").startswith("Sista dagen att betala var den ")


async def test_a_day_to_which_payment_is_put_off_is_the_due_date(ask: Ask, api: AsyncClient):
    await api.post(f"/api/cases/{RUNNING}/deferrals", json={"until": FRIDAY})
    ((text, message),) = await ask(RUNNING, "ask_due_date")
    assert (text, message["due"], message["passed"]) == ("due_date", FRIDAY, False)

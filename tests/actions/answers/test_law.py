"""When a claim is too old: the period is told where it is known, and a person looks at it."""

import pytest

from tests.actions.conftest import Ask, written


@pytest.mark.parametrize(
    ("case", "language", "years"),
    [
        ("SE-1001", "sv", "3 år"),
        ("SE-1009", "sv", "10 år"),
        ("NO-1001", "nb", "3 år"),
        ("DK-1001", "da", "3 år"),
        ("FI-1001", "fi", "3 vuotta"),
        ("IS-1001", "is", "4 ár"),
        ("SE-1009", "en", "10 years"),
    ],
)
async def test_the_period_is_that_of_the_claim_and_the_debtor(
    ask: Ask, case: str, language: str, years: str
):
    ((text, message),) = await ask(case, "ask_limitation_period", language)
    assert text == "limitation"
    assert years in written(message, language, case)


@pytest.mark.parametrize(
    ("case", "language", "days"), [("SE-1002", "sv", "14 dagar"), ("FI-1002", "fi", "14 päivää")]
)
async def test_with_a_plan_it_is_told_when_a_missed_payment_ends_it(
    ask: Ask, case: str, language: str, days: str
):
    ((text, message),) = await ask(case, "ask_consequences", language)
    assert text == "plan_if_missed"
    assert days in written(message, language, case)


async def test_at_enforcement_no_further_step_is_held_out_and_it_is_told_where_the_case_is(
    ask: Ask,
):
    ((text, message),) = await ask("SE-1006", "ask_consequences")
    assert (text, message["status"]) == ("case_status", "enforcement")


async def test_an_open_case_gets_what_the_law_of_its_country_says(ask: Ask):
    ((text, _),) = await ask("SE-1001", "ask_consequences")
    assert text == "ask_consequences"

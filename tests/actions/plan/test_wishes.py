"""What a message wishes of a plan that runs, from its intent and its values."""

from typing import Any

import pytest

from actions.plan.terms import Entity
from actions.plan.wishes import PlanWish, settlement, wish_for_running

TODAY = "2026-11-21"
PLAN: dict[str, Any] = {
    "instalment": 50_000,
    "currency": "SEK",
    "next": {"due": "2026-12-25", "amount": 50_000},
}


def said(entity: str, value: Any, **extra: Any) -> Entity:
    return {"entity": entity, "value": value, **extra}


def wish(intent: str, *entities: Entity) -> PlanWish | None:
    return wish_for_running(intent, list(entities), PLAN, TODAY)


def test_a_month_to_skip_is_where_the_pause_begins() -> None:
    found = wish("change_plan", said("skip", "2026-12-01"))
    assert found == PlanWish("skip", {"instalments": 1, "since": "2026-12-01"})


def test_the_next_one_is_skipped_when_no_month_is_named() -> None:
    assert wish("change_plan", said("skip", "next")) == PlanWish("skip", {"instalments": 1})


def test_a_pause_of_two_months_skips_two() -> None:
    found = wish("change_plan", said("skip", "next"), said("duration", 2))
    assert found == PlanWish("skip", {"instalments": 2})


def test_a_pause_may_be_named_by_a_date_beside_it() -> None:
    found = wish("change_plan", said("skip", "next"), said("date", "2027-02-01"))
    assert found == PlanWish("skip", {"instalments": 1, "since": "2027-02-01"})


def test_a_skip_is_one_whatever_the_intent_was_taken_for() -> None:
    for intent in ("report_missed_instalment", "request_deferral", "inform", "propose_terms"):
        found = wish(intent, said("skip", "2026-12-01"))
        assert found is not None
        assert found.what == "skip"


def test_a_whole_date_moves_the_next_payment() -> None:
    found = wish("request_deferral", said("date", "2026-12-28"))
    assert found == PlanWish("move", {"first_date": "2026-12-28"})


def test_a_day_without_a_month_is_another_pay_day() -> None:
    found = wish("change_plan", said("date", "2026-11-27", day=27))
    assert found == PlanWish("pay_day", {"day_of_month": 27})
    assert wish("change_plan", said("day_of_month", 27)) == found


def test_more_time_without_a_day_is_as_late_as_the_rules_let_it() -> None:
    found = wish("request_deferral")
    assert found is not None
    assert found.as_late_as_can_be
    assert (found.what, found.terms) == ("move", {"first_date": "2027-12-26"})


def test_another_sum_is_the_new_instalment() -> None:
    assert wish("propose_terms", said("amount", 300)) == PlanWish("amount", {"amount": 30_000})


def test_more_time_for_the_whole_plan_is_a_longer_one() -> None:
    found = wish("change_plan", said("duration", 18))
    assert found == PlanWish("amount", {"duration_months": 18})


def test_too_much_is_three_quarters_of_the_instalment() -> None:
    assert wish("request_lower_amount") == PlanWish("amount", {"amount": 37_500})


def test_less_with_a_sum_is_that_sum() -> None:
    found = wish("request_lower_amount", said("amount", 300))
    assert found == PlanWish("amount", {"amount": 30_000})


def test_a_missed_instalment_may_come_as_late_as_the_rules_let_it() -> None:
    found = wish("report_missed_instalment")
    assert found is not None
    assert (found.what, found.as_late_as_can_be) == ("missed", True)


def test_a_later_day_is_the_new_one_of_a_missed_instalment() -> None:
    found = wish("report_missed_instalment", said("date", "2026-12-30"))
    assert found == PlanWish("missed", {"first_date": "2026-12-30"})


@pytest.mark.parametrize("named", ["2026-12-25", "2026-12-01"])
def test_the_day_that_cannot_be_kept_is_no_new_one(named: str) -> None:
    found = wish("report_missed_instalment", said("date", named))
    assert found is not None
    assert found.as_late_as_can_be


def test_a_value_that_is_taken_back_wishes_nothing() -> None:
    assert wish("change_plan", said("amount", 500, negated=True)) is None


@pytest.mark.parametrize("intent", ["change_plan", "request_plan", "inform"])
def test_a_message_without_a_value_names_no_change(intent: str) -> None:
    assert wish(intent) is None


def test_a_part_for_all_of_it_is_a_sum_and_a_day() -> None:
    entities = [said("amount", 3000, when="now"), said("date", "2026-11-30")]
    assert settlement(entities, "SEK") == {"amount": 300_000, "by": "2026-11-30"}


def test_a_discount_may_be_asked_for_without_a_sum() -> None:
    assert settlement([], "SEK") == {}


@pytest.mark.parametrize("intent", ["request_deferral", "change_plan", "report_missed_instalment"])
def test_two_weeks_more_count_from_the_day_of_the_next_payment(intent: str) -> None:
    found = wish(intent, said("more_time", "P14D"))
    assert found is not None
    assert (found.terms, found.as_late_as_can_be) == ({"first_date": "2027-01-08"}, False)


def test_another_rhythm_keeps_what_is_paid_in_a_year() -> None:
    found = wish("change_plan", said("rhythm", "weekly"))
    assert found == PlanWish("rhythm", {"rhythm": "weekly", "amount": 11_539})


def test_an_amount_a_week_is_a_wish_for_that_amount() -> None:
    found = wish("propose_terms", said("amount", 200), said("rhythm", "weekly"))
    assert found == PlanWish("amount", {"rhythm": "weekly", "amount": 20_000})

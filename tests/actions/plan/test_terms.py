"""Terms gathered over several messages: a later word corrects an earlier one."""

from typing import Any

import pytest

from actions.plan.terms import Entity, Terms, lower, merged


def said(entity: str, value: Any, **extra: Any) -> Entity:
    return {"entity": entity, "value": value, **extra}


def test_a_message_without_values_says_nothing_about_terms() -> None:
    assert merged({"amount": 50000}, [said("language", "sv")], "SEK") is None


@pytest.mark.parametrize(
    ("currency", "value", "minor"),
    [("SEK", 500, 50000), ("EUR", "40.50", 4050), ("ISK", 4000, 4000)],
)
def test_an_amount_becomes_minor_units_of_the_cases_currency(
    currency: str, value: Any, minor: int
) -> None:
    assert merged(None, [said("amount", value)], currency) == {"amount": minor}


def test_amount_and_start_are_taken_together() -> None:
    entities = [said("amount", 500), said("date", "2026-11-25")]
    assert merged(None, entities, "SEK") == {"amount": 50000, "first_date": "2026-11-25"}


def test_a_negated_value_is_left_out() -> None:
    entities = [said("instalments", 6), said("instalments", 5, negated=True)]
    assert merged({"instalments": 5}, entities, "DKK") == {"instalments": 6}


@pytest.mark.parametrize(
    ("before", "entity", "after"),
    [
        ({"amount": 50000}, said("instalments", 6), {"instalments": 6}),
        ({"instalments": 6}, said("amount", 600), {"amount": 60000}),
        ({"amount": 50000}, said("duration", 12), {"duration_months": 12}),
        (
            {"duration_months": 12},
            said("date", "2027-06-01", role="end"),
            {"end_date": "2027-06-01"},
        ),
    ],
)
def test_the_last_size_named_counts(before: Terms, entity: Entity, after: Terms) -> None:
    assert merged(before, [entity], "SEK") == after


def test_a_new_day_corrects_the_start_and_keeps_the_amount() -> None:
    before = {"amount": 50000, "first_date": "2026-11-25"}
    corrected = merged(before, [said("date", "2026-11-27")], "SEK")
    assert corrected == {"amount": 50000, "first_date": "2026-11-27"}


def test_a_new_pay_day_replaces_the_start() -> None:
    before = {"amount": 50000, "first_date": "2026-11-25"}
    assert merged(before, [said("day_of_month", 27)], "SEK") == {
        "amount": 50000,
        "day_of_month": 27,
    }


def test_a_sum_that_is_paid_at_once_is_a_down_payment() -> None:
    entities = [said("amount", 1000, when="now"), said("amount", 500)]
    assert merged(None, entities, "SEK") == {"down_payment": 100000, "amount": 50000}


def test_a_correction_does_not_change_the_terms_it_was_given() -> None:
    before = {"amount": 50000}
    merged(before, [said("instalments", 6)], "SEK")
    assert before == {"amount": 50000}


def test_less_a_month_is_three_quarters_of_the_offer() -> None:
    assert lower({"instalment": 80000}) == {"amount": 60000}


def test_less_a_month_keeps_the_day_that_was_wished() -> None:
    terms = {"instalments": 6, "first_date": "2026-11-25"}
    assert lower({"instalment": 80000}, terms) == {"amount": 60000, "first_date": "2026-11-25"}


def test_a_button_means_the_instalment_that_it_shows() -> None:
    button = [said("instalments", 6), said("amount", {"amount": 30000, "currency": "NOK"})]
    assert merged({"instalments": 3}, button, "NOK") == {"amount": 30000}


def test_a_rhythm_keeps_what_is_paid_in_a_year() -> None:
    assert merged({"amount": 26000}, [said("rhythm", "fortnightly")], "SEK") == {
        "amount": 12000,
        "rhythm": "fortnightly",
    }


def test_an_amount_beside_a_rhythm_is_meant_as_it_stands() -> None:
    entities = [said("amount", 200), said("rhythm", "weekly")]
    assert merged({"amount": 50000}, entities, "SEK") == {"amount": 20000, "rhythm": "weekly"}


def test_back_to_once_a_month_comes_to_the_same_again() -> None:
    weekly = {"amount": 12000, "rhythm": "weekly"}
    assert merged(weekly, [said("rhythm", "monthly")], "SEK") == {
        "amount": 52000,
        "rhythm": "monthly",
    }

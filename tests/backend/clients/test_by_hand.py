"""What people may grant beyond the bands is more than the bands give, and within the country's bounds."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from backend.clients.beyond import Beyond
from backend.clients.by_hand import limits_faults, role_fault, roles
from backend.plans import Band, Limits, jurisdiction

BAND = {
    "when": {"balance": {"up_to": 10000}},
    "instalment": {"at_least": 300},
    "instalments": {"at_most": 12},
    "first_payment": {"within_days": 35, "not_before_days": 3},
    "down_payment": {"at_least_percent": 20},
    "deferral": {"at_most_days": 30, "at_most_times": 2},
    "settlement": {"at_least_percent": 80, "within_days": 14},
    "pause": {"at_most_instalments": 1, "within_months": 6},
    "change": {"at_most_times": 2, "next_within_days": 14},
}
LARGER = {
    "when": {"balance": {"over": 10000}},
    "instalment": {"at_least": 500},
    "instalments": {"at_most": 24},
    "first_payment": {"within_days": 35},
}
CONTEXT = {"minor_digits": 2}


def faults(limits: dict[str, Any], *bands: dict[str, Any]) -> list[Beyond]:
    written = TypeAdapter(tuple[Band, ...]).validate_python(bands or (BAND,), context=CONTEXT)
    read = TypeAdapter(Limits).validate_python(limits, context=CONTEXT)
    return list(limits_faults(read, written, [10, 20][: len(written)], jurisdiction("SE")))


@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"instalments": {"at_most": 12}, "instalment": {"at_least": 300}},
        {"instalments": {"at_most": 18}, "instalment": {"at_least": 100}},
        {"first_payment": {"within_days": 60, "not_before_days": 1}},
        {"down_payment": {"at_least_percent": 10}},
        {"down_payment": {"at_least": 100}},
        {"deferral": {"at_most_days": 60, "at_most_times": 3}},
        {"settlement": {"at_least_percent": 60, "within_days": 30}},
        {"pause": {"at_most_instalments": 2, "within_months": 6}},
        {"change": {"at_most_times": 4, "next_within_days": 30}},
        {"interest": "frozen"},
    ],
)
def test_limits_that_give_more_are_right(limits: dict[str, Any]):
    assert faults(limits) == []


@pytest.mark.parametrize(
    ("limits", "location"),
    [
        ({"instalments": {"at_most": 11}}, ("instalments", "at_most")),
        ({"instalment": {"at_least": 301}}, ("instalment", "at_least")),
        ({"duration": {"at_most_months": 30}}, ("duration",)),
        (
            {"first_payment": {"within_days": 30, "not_before_days": 3}},
            ("first_payment", "within_days"),
        ),
        (
            {"first_payment": {"within_days": 35, "not_before_days": 4}},
            ("first_payment", "not_before_days"),
        ),
        ({"down_payment": {"at_least_percent": 30}}, ("down_payment", "at_least_percent")),
        (
            {"deferral": {"at_most_days": 20, "at_most_times": 2}},
            ("deferral", "at_most_days"),
        ),
        ({"deferral": {"at_most_days": 30}}, ("deferral", "at_most_times")),
        (
            {"settlement": {"at_least_percent": 90, "within_days": 14}},
            ("settlement", "at_least_percent"),
        ),
        ({"pause": {"at_most_instalments": 1}}, ("pause", "within_months")),
        (
            {"change": {"at_most_times": 2, "next_within_days": 7}},
            ("change", "next_within_days"),
        ),
        ({"interest": "runs"}, ("interest",)),
    ],
)
def test_limits_that_would_take_something_away_are_a_mistake(
    limits: dict[str, Any], location: tuple[str, ...]
):
    (fault,) = faults(limits)
    assert fault.location == location
    assert fault.wrong == "gives less than the band of line 10 gives everybody"


def test_limits_are_compared_with_each_band_whose_claims_they_are_about():
    limits = {"instalments": {"at_most": 18}}
    (fault,) = faults(limits, BAND, LARGER)
    assert fault.wrong == "gives less than the band of line 20 gives everybody"
    assert faults({**limits, "balance": {"up_to": 10000}}, BAND, LARGER) == []


@pytest.mark.parametrize(
    ("limits", "location"),
    [
        ({"deferral": {"at_most_days": 91, "at_most_times": 2}}, ("deferral", "at_most_days")),
        ({"instalments": {"at_most": 37}}, ("instalments", "at_most")),
    ],
)
def test_people_too_keep_within_the_countrys_bounds(
    limits: dict[str, Any], location: tuple[str, ...]
):
    (fault,) = faults(limits)
    assert fault.location == location
    assert "of SE (" in fault.wrong


def test_a_last_instalment_has_to_be_left():
    (fault,) = faults({"instalment": {"at_least": 0.1}})
    assert fault.wrong == "leaves nothing for the last of so many instalments"


def test_limits_about_no_balance_are_a_mistake():
    (fault,) = faults({"balance": {"over": 500, "up_to": 500}})
    assert fault.location == ("balance",)


def test_the_roles_are_those_that_staff_can_have():
    assert {"agent", "supervisor"} <= set(roles())


@pytest.mark.parametrize("role", ["agent", "supervisor"])
def test_who_offers_or_approves_may_have_limits(role: str):
    assert role_fault(role) is None


@pytest.mark.parametrize("role", sorted(set(roles()) - {"agent", "supervisor"}))
def test_limits_of_a_role_that_could_never_say_yes_are_a_mistake(role: str):
    fault = role_fault(role)
    assert fault is not None
    assert fault.wrong == "may neither make an offer nor approve one"
    assert "agent or supervisor, or let the role have `plan.approve`" in fault.cure

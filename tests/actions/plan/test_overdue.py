"""An instalment whose day has passed is not called the next one."""

from typing import Any

import pytest

from actions.plan.overdue import overdue


def a_case(next_: dict[str, Any] | None, on: str = "2026-12-03") -> dict[str, Any]:
    schedule = [{"due": "2026-12-02", "amount": 162_000}, {"due": "2027-01-02", "amount": 162_000}]
    plan = {"next": next_, "currency": "SEK", "schedule": schedule}
    return {"plan": plan, "balance": {"on": on}}


def test_on_the_day_after_it_is_overdue() -> None:
    assert overdue(a_case({"due": "2026-12-02", "amount": 162_000})) == {
        "amount": {"amount": 162_000, "currency": "SEK"},
        "due": "2026-12-02",
        "part": False,
    }


@pytest.mark.parametrize("on", ["2026-11-30", "2026-12-02"])
def test_until_the_end_of_its_day_it_is_not(on: str) -> None:
    assert overdue(a_case({"due": "2026-12-02", "amount": 162_000}, on)) is None


def test_what_was_paid_of_it_is_seen() -> None:
    found = overdue(a_case({"due": "2026-12-02", "amount": 62_000}))
    assert found is not None
    assert found["part"]


def test_without_a_plan_or_an_instalment_nothing_is() -> None:
    assert overdue(a_case(None)) is None
    assert overdue({"plan": None, "balance": {"on": "2026-12-03"}}) is None

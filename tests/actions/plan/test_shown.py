"""A plan as a card and as values: what it costs, and what has to be said before a yes."""

from typing import Any

from actions.plan.shown import agreed_card, offer_card, offer_values, reasons_in_words

PLAN: dict[str, Any] = {
    "id": "p1",
    "instalment": 40_500,
    "instalments": 2,
    "total": 81_000,
    "currency": "SEK",
    "schedule": [
        {"due": "2026-12-25", "amount": 40_500, "paid": True},
        {"due": "2027-01-25", "amount": 40_500, "paid": False},
    ],
    "reference": "1012",
}


def test_an_agreed_plan_is_named_by_its_id() -> None:
    card = agreed_card(PLAN)
    assert (card["id"], card["status"], card["reference"]) == ("p1", "agreed", "1012")
    assert card["schedule"][0] == {"due": "2026-12-25", "amount": 40_500}


def test_an_offer_has_no_plan_yet() -> None:
    assert "id" not in offer_card(PLAN, "offered")


def offer(**facts: Any) -> dict[str, Any]:
    return {**PLAN, **facts}


def compared(waiting: int | None) -> dict[str, Any]:
    return {
        "today": 80_000,
        "plan": 81_000,
        "waiting": waiting,
        "waiting_until": "2027-01-25",
        "unknown_from": None,
        "legal_step": None,
    }


def test_the_card_carries_what_the_plan_costs_beside_today_and_waiting() -> None:
    costs = {"fee": 1_000, "notices": 0, "interest": 0}
    card = offer_card(offer(kind="plan", costs=costs, compared=compared(84_000)), "offered")
    assert card["costs"] == costs
    assert card["compared"]["waiting"] == 84_000
    assert card["kind"] == "plan"


def test_what_a_plan_adds_is_its_fee_notices_and_interest_together() -> None:
    values = offer_values(offer(costs={"fee": 600, "notices": 300, "interest": 100}))
    assert values["adds"]
    assert values["added"] == {"amount": 1_000, "currency": "SEK"}


def test_an_offer_without_costs_adds_nothing() -> None:
    values = offer_values(offer())
    assert not values["adds"]
    assert values["today"] == {"amount": 81_000, "currency": "SEK"}


def test_waiting_is_told_only_where_it_costs_more_and_is_known() -> None:
    assert offer_values(offer(compared=compared(84_000)))["waits"]
    assert not offer_values(offer(compared=compared(80_000)))["waits"]
    assert not offer_values(offer(compared=compared(None)))["waits"]


def test_what_the_law_wants_said_is_said_in_its_own_words() -> None:
    notices = [{"code": "renewed", "years": 3, "until": "2029-11-21", "text": "A new period."}]
    values = offer_values(offer(notices=notices))
    assert (values["noticed"], values["notice"]) == (True, "A new period.")
    assert not offer_values(offer(notices=[]))["noticed"]


def test_a_larger_first_payment_is_told_apart() -> None:
    schedule = [{"due": "2026-12-01", "amount": 90_000}, *PLAN["schedule"]]
    assert offer_values(offer(schedule=schedule))["down"]
    assert not offer_values(offer())["down"]


def reasons(least: int) -> dict[str, Any]:
    floor = {"rule": "instalment_at_least", "text": "At least 300.", "limit": 300, "least": None}
    most = {"rule": "instalments_at_most", "text": "At most 12.", "limit": 12, "least": least}
    return {"reasons": [floor, most]}


def test_a_number_of_instalments_is_a_reason_only_where_it_raises_the_smallest() -> None:
    assert reasons_in_words(reasons(300)) == "At least 300."
    assert reasons_in_words(reasons(450)) == "At least 300. At most 12."


def test_how_many_weeks_apart_the_payments_are_is_told_where_they_are_not_monthly() -> None:
    told = [
        (offer_values(offer(rhythm=rhythm))["monthly"], offer_values(offer(rhythm=rhythm))["weeks"])
        for rhythm in ("monthly", "fortnightly", "weekly")
    ]
    assert told == [(True, 0), (False, 2), (False, 1)]
    assert offer_values(PLAN)["monthly"]

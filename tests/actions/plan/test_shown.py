"""The card of an agreed plan carries what the widget needs to offer the confirmation."""

from actions.plan.shown import agreed_card, offer_card

PLAN = {
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

"""A yes to an offer, whatever it is an offer of: the agreement, how to pay, and until when to undo."""

from actions.case_api import Json, Refused
from actions.plan.shown import (
    agreed_card,
    offer_values,
    payment_card,
    payment_values,
)
from actions.turn import Choice, Turn

AFTERWARDS: list[Choice] = ["ask_how_to_pay", "ask_plan_status"]
#: What is said when an offer of a kind was agreed, and then how to pay; otherwise a plan's words.
AGREED = {
    "change": ("plan_changed", None),
    "pause": ("plan_changed", None),
    "settlement": ("settlement_agreed", "how_to_pay"),
}


async def agree(turn: Turn, offer: str) -> None:
    """Accepts the offer and sums up; an offer that no longer holds agrees nothing."""
    try:
        plan = await turn.api.accept(offer)
    except Refused as refusal:
        _say_refused(turn, refusal)
        return
    agreed, how_to_pay = AGREED.get(plan.get("kind") or "", ("plan_agreed", "plan_first_payment"))
    afterwards = AFTERWARDS if how_to_pay != "how_to_pay" else ["report_payment_made", "person"]
    turn.say(agreed, card=agreed_card(plan), choices=afterwards, **offer_values(plan))
    if how_to_pay is not None:
        payment = await turn.api.payment(turn.case_reference, plan["schedule"][0]["amount"])
        card = payment_card(payment)
        turn.say(how_to_pay, card=card, choices=afterwards, **payment_values(payment))
    _say_until_when_to_undo(turn, plan)


def _say_until_when_to_undo(turn: Turn, plan: Json) -> None:
    if plan.get("undo_until"):
        turn.say("undo_until", until=plan["undo_until"], choices=[*AFTERWARDS, "undo_plan"])
    undoable = plan["id"] if plan.get("undo_until") else None
    turn.remember(pending={"about": "agreed", "undo": undoable})


def _say_refused(turn: Turn, refusal: Refused) -> None:
    if refusal.kind == "needs-approval":
        turn.ask_yes_or_no("plan_needs_approval", {"about": "handoff", "reason": "rules"})
    else:
        turn.say("plan_offer_gone", gone=refusal.kind)

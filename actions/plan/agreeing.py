"""A yes to an offer, whatever it is an offer of: the agreement, how to pay, and until when to undo."""

from dataclasses import dataclass

from actions.case_api import Json, Refused
from actions.plan.amending import AMEND
from actions.plan.joint import say_agreed
from actions.plan.shown import agreed_card, offer_values, payment_card, payment_values
from actions.turn import Choice, Turn

AFTERWARDS: list[Choice] = ["ask_how_to_pay", "ask_plan_status"]


@dataclass(frozen=True)
class Words:
    """What is said when an offer was agreed, how to pay where that is new, and what may come next."""

    agreed: str
    how_to_pay: str | None
    choices: list[Choice]


PLAN = Words("plan_agreed", "plan_first_payment", AFTERWARDS)
CHANGE = Words("plan_changed", None, AFTERWARDS)
SETTLEMENT = Words("settlement_agreed", "how_to_pay", ["report_payment_made", "person"])
#: By the kind of the offer; one of no kind is a plan's.
WORDS = {"plan": PLAN, "change": CHANGE, "pause": CHANGE, "settlement": SETTLEMENT}


async def agree(turn: Turn, offer: str) -> None:
    """Accepts the offer and sums up; an offer that no longer holds agrees nothing."""
    try:
        plan = await turn.api.accept(offer, turn.case_reference)
    except Refused as refusal:
        _say_refused(turn, refusal)
        return
    if plan.get("joint"):
        await say_agreed(turn, plan, AFTERWARDS)
    else:
        await _say_agreed(turn, plan)
    _say_until_when_to_undo(turn, plan)


async def _say_agreed(turn: Turn, plan: Json) -> None:
    words = WORDS[plan.get("kind", "plan")]
    card = agreed_card(plan)
    turn.say(words.agreed, card=card, choices=words.choices, **offer_values(plan))
    if words.how_to_pay is not None:
        payment = await turn.api.payment(turn.case_reference, plan["schedule"][0]["amount"])
        card = payment_card(payment)
        turn.say(words.how_to_pay, card=card, choices=words.choices, **payment_values(payment))


def _say_until_when_to_undo(turn: Turn, plan: Json) -> None:
    if plan.get("undo_until"):
        turn.say("undo_until", until=plan["undo_until"], choices=[*AFTERWARDS, "undo_plan"])
    undoable = plan["id"] if plan.get("undo_until") else None
    joint = bool(plan.get("joint"))
    turn.remember(asked="decision")
    about = {"about": "agreed", "undo": undoable, "joint": joint}
    turn.remember(pending=about if joint else {**about, "amend": AMEND})


def _say_refused(turn: Turn, refusal: Refused) -> None:
    if refusal.kind == "needs-approval":
        turn.ask_yes_or_no("plan_needs_approval", {"about": "handoff", "reason": "rules"})
    else:
        turn.say("plan_offer_gone", gone=refusal.kind)

"""Where and how to pay."""

from decimal import Decimal

from babel.numbers import get_currency_precision

from actions.plan.shown import payment_card, payment_values
from actions.turn import Turn


async def ask_how_to_pay(turn: Turn) -> None:
    """Account, reference and sum. With a plan, the next instalment's."""
    case = await turn.case()
    if case["balance"]["total"] <= 0:
        turn.say("nothing_owed")
        return
    plan = case["plan"]
    amount = plan["next"]["amount"] if plan and plan["next"] else None
    payment = await turn.api.payment(turn.case_reference, amount)
    turn.say("how_to_pay", card=payment_card(payment), **payment_values(payment))


async def pay_now(turn: Turn) -> None:
    """The same for all of it, or for the part that was named."""
    case = await turn.case()
    balance = case["balance"]
    if balance["total"] <= 0:
        turn.say("nothing_owed")
        return
    named = turn.value("amount")
    amount = None
    if named is not None:
        digits = get_currency_precision(balance["currency"])
        amount = min(int(Decimal(str(named)).scaleb(digits)), balance["total"])
    payment = await turn.api.payment(turn.case_reference, amount)
    part = amount is not None and amount < balance["total"]
    turn.say(
        "pay_part" if part else "pay_all", card=payment_card(payment), **payment_values(payment)
    )


async def ask_identification(turn: Turn) -> None:
    """How to identify, and what to do when it does not work."""
    client = await turn.client()
    known = bool(turn.slot("identified"))
    turn.say("identification", eid=client["help"]["eid"], known=known)


TOPICS = {
    "ask_how_to_pay": ask_how_to_pay,
    "pay_now": pay_now,
    "ask_identification": ask_identification,
}

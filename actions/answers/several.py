"""The debtor's other cases with the same client, and which to pay first."""

from actions.answers import debt
from actions.other_cases import payment_order, say_other_cases
from actions.turn import Turn


async def ask_balance(turn: Turn) -> None:
    """What is owed in this case, and then what else there is to pay."""
    await debt.ask_balance(turn)
    await say_other_cases(turn, await turn.case())


async def ask_payment_order(turn: Turn) -> None:
    """The order that costs least, and that one plan can be made for all of them."""
    case = await turn.case()
    order = await payment_order(turn)
    if len(order["cases"]) < 2:
        turn.say("payment_order_single")
        return
    first, second, *_ = order["cases"]
    turn.say(
        "payment_order",
        choices=[],
        grows=any(one.get("a_month") for one in order["cases"]),
        known=first.get("a_month") is not None,
        a_month={"amount": first.get("a_month") or 0, "currency": order["currency"]},
        first=first["reference"],
        first_total={"amount": first["balance"], "currency": order["currency"]},
        second=second["reference"],
        second_total={"amount": second["balance"], "currency": order["currency"]},
    )
    turn.say("plan_for_each", here=case["reference"], pair=len(order["cases"]) == 2)


TOPICS = {"ask_balance": ask_balance, "ask_payment_order": ask_payment_order}

"""The debtor's other cases with the same client, and which to pay first."""

from actions.answers import debt
from actions.case_api import Json, Refused
from actions.turn import Turn


async def ask_balance(turn: Turn) -> None:
    """What is owed in this case, and then what else there is to pay."""
    await debt.ask_balance(turn)
    await _say_other_cases(turn, await turn.case())


async def _say_other_cases(turn: Turn, case: Json) -> None:
    if not case.get("other_cases"):
        return
    order = await _order(turn)
    others = [one for one in order["cases"] if one["reference"] != case["reference"]]
    if others:
        total = sum(one["balance"] for one in others)
        turn.say(
            "other_cases",
            number=len(others),
            single=len(others) == 1,
            other=others[0]["reference"],
            origin=others[0]["origin"],
            total={"amount": total, "currency": order["currency"]},
        )


async def ask_payment_order(turn: Turn) -> None:
    """The order that costs least: first the one whose waiting costs most."""
    await turn.case()
    order = await _order(turn)
    if len(order["cases"]) < 2:
        turn.say("payment_order_single")
        return
    first, second, *_ = order["cases"]
    months = [one.get("a_month") for one in order["cases"]]
    turn.say(
        "payment_order",
        grows=any(months),
        known=first.get("a_month") is not None,
        a_month={"amount": first.get("a_month") or 0, "currency": order["currency"]},
        first=first["reference"],
        first_total={"amount": first["balance"], "currency": order["currency"]},
        second=second["reference"],
        second_total={"amount": second["balance"], "currency": order["currency"]},
    )


async def _order(turn: Turn) -> Json:
    """Another case system may not know the order; then nothing is said of it."""
    try:
        return await turn.api.payment_order(turn.case_reference)
    except Refused:
        return {"cases": [], "currency": ""}


TOPICS = {"ask_balance": ask_balance, "ask_payment_order": ask_payment_order}

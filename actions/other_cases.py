"""What else the person owes the same client, so that a plan here is one that can be kept."""

from actions.case_api import Json, Refused
from actions.turn import Choice, Turn


async def payment_order(turn: Turn) -> Json:
    """The cases in the order that costs least; another case system may not know it, then none."""
    try:
        return await turn.api.payment_order(turn.case_reference)
    except Refused:
        return {"cases": [], "currency": ""}


async def say_other_cases(turn: Turn, case: Json, choices: list[Choice] | None = None) -> bool:
    """Mentions what else is to be paid, once in a conversation; False where nothing was said."""
    if turn.slot("other_cases_told") or not case.get("other_cases"):
        return False
    order = await payment_order(turn)
    others = [one for one in order["cases"] if one["reference"] != case["reference"]]
    if not others:
        return False
    turn.remember(other_cases_told=True)
    turn.say(
        "other_cases",
        choices=choices,
        number=len(others),
        single=len(others) == 1,
        other=others[0]["reference"],
        total={"amount": sum(one["balance"] for one in others), "currency": order["currency"]},
    )
    return True

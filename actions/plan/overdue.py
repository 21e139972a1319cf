"""The agreed plan's next instalment when its day has passed and it is not all paid."""

from actions.case_api import Json
from actions.standing import stands
from actions.turn import Turn


def say_if_overdue(turn: Turn, case: Json) -> bool:
    """Says that it was due and is not here yet; False when there is nothing of the kind to say."""
    values = overdue(case)
    if values is not None and stands(turn):
        turn.say("plan_overdue", **values)
    elif values is not None:
        turn.ask_which("plan_overdue", ["report_payment_made", "another_day", "person"], **values)
    return values is not None


def overdue(case: Json) -> Json | None:
    """The values of the text; the case's balance tells which day it is there."""
    plan = case["plan"]
    coming = plan and plan["next"]
    if not coming or coming["due"] >= case["balance"]["on"]:
        return None
    agreed = next(part["amount"] for part in plan["schedule"] if part["due"] == coming["due"])
    return {
        "amount": {"amount": coming["amount"], "currency": plan["currency"]},
        "due": coming["due"],
        "part": coming["amount"] < agreed,
    }

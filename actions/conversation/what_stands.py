"""What has become of a case, told to somebody who comes back: from the case, never from memory."""

from actions.case_api import Json
from actions.plan.overdue import say_if_overdue
from actions.plan.shown import plan_values
from actions.turn import Choice, Turn

_WITH_A_PLAN: list[Choice] = ["ask_plan_status", "ask_how_to_pay", "person"]
_AT_REST: list[Choice] = ["ask_case_status", "person"]
_PUT_OFF: list[Choice] = ["ask_how_to_pay", "request_plan", "person"]


def say_what_stands(turn: Turn, case: Json) -> None:
    """One line: the plan that runs, what is looked into, what was put off, or what is owed."""
    plan, balance = case["plan"], case["balance"]
    if case["status"] == "paid":
        turn.say("nothing_owed")
    elif plan is not None:
        if not say_if_overdue(turn, case):
            agreed = plan["agreed_at"]
            turn.say("stands_plan", choices=_WITH_A_PLAN, agreed=agreed, **plan_values(plan))
    elif case["status"] == "disputed":
        turn.say("stands_disputed", choices=_AT_REST)
    elif case["holds"]:
        turn.say("stands_held", choices=_AT_REST)
    elif case["deferred_until"]:
        turn.say("stands_deferred", choices=_PUT_OFF, until=case["deferred_until"])
    elif balance["total"] is not None:
        total = {"amount": balance["total"], "currency": balance["currency"]}
        turn.say("balance", total=total, creditor=case["creditor"])
    else:
        turn.say("help_identified")  # no sum can be stated today, and none is guessed

"""What can be done for somebody who cannot pay as it is: only what the rules really allow."""

from actions.case_api import Json
from actions.turn import Choice, Turn

PLAN, NEW, PERSON = "plan", "new", "person"


async def ways(turn: Turn) -> tuple[str, bool, list[Choice]]:
    """Which kind of help there is, whether more time is part of it, and its buttons.

    PLAN: what runs can be changed; NEW: something can be agreed; PERSON: only a person can help.
    """
    case = await turn.case()
    if case["plan"] is not None:
        return _of_a_plan(case["plan"])
    options = await turn.api.plan_options(turn.case_reference)
    if options["referral"]:
        return PERSON, False, ["person"]
    later = await turn.api.latest_deferral(turn.case_reference) is not None
    choices = _smaller(turn, options)
    choices += ["request_deferral"] if later else []
    choices += ["back_to_plan"] if turn.active_loop == "plan_form" else []
    return NEW, later, [*choices, "person"]


def _of_a_plan(plan: Json) -> tuple[str, bool, list[Choice]]:
    can = plan.get("can") or {"change": False, "pause": False}
    choices: list[Choice] = ["skip_one"] if can["pause"] else []
    choices += ["smaller_instalments", "another_day"] if can["change"] else []
    return (PLAN if choices else PERSON), bool(can["change"]), [*choices, "person"]


def _smaller(turn: Turn, options: Json) -> list[Choice]:
    """Less at a time: than what is offered, or the least that the rules know, or a plan at all."""
    if turn.active_loop != "plan_form":
        return ["request_plan"]
    if turn.slot("plan_outcome") and (turn.slot("plan_outcome") or {}).get("offers"):
        return ["less_a_month"]
    least = options["examples"][0]
    amount = {"amount": least["instalment"], "currency": options["currency"]}
    values = {"instalments": least["instalments"], "amount": amount}
    return [{"button": "so_many_instalments", "entities": values}]

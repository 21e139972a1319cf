"""Which plans there are, what they cost, and how the agreed one goes."""

from actions.case_api import Json
from actions.plan.offering import refer
from actions.plan.overdue import say_if_overdue
from actions.plan.shown import agreed_card, offer_values, plan_values
from actions.standing import ask_again
from actions.turn import Turn


async def ask_plan_options(turn: Turn) -> None:
    """The client's rules in a sentence; with a plan, that it can be changed."""
    plan = (await turn.case())["plan"]
    if plan is not None:
        turn.say("plan_exists", **plan_values(plan))
        return
    options = await turn.api.plan_options(turn.case_reference)
    if options["referral"]:
        outcome = await turn.api.plan_offers(turn.case_reference, {}, turn.language)
        refer(turn, outcome, "rules")
        return
    down = options.get("down_payment") or 0
    turn.say(
        "plan_options",
        smallest={"amount": options["smallest_instalment"], "currency": options["currency"]},
        most=options["most_instalments"],
        first_latest=options["first_payment_latest"],
        begins=down > 0,
        down_payment={"amount": down, "currency": options["currency"]},
    )


async def ask_plan_cost(turn: Turn) -> None:
    """What a plan costs beside what is owed: once, for each instalment, and in interest.

    With a plan, or with one on the table, it is that one's cost; what another would cost is not what
    was asked.
    """
    plan = (await turn.case())["plan"]
    if plan is not None:
        _say_cost_of(turn, plan)
        return
    if (turn.slot("pending") or {}).get("about") == "deferral":
        ask_again(turn, "deferral_cost")
        return
    offered = _on_the_table(turn)
    if offered is not None:
        turn.say("plan_cost_offered", choices=[], **offered)
        return
    options = await turn.api.plan_options(turn.case_reference)
    costs = options.get("costs") or {}
    fee, instalments = costs.get("fee", 0), options["most_instalments"] or 1
    notice = costs.get("notices", 0) // instalments
    runs = options.get("interest") == "runs"
    turn.say(
        "plan_cost",
        choices=[] if runs else None,
        fee={"amount": fee, "currency": options["currency"]},
        notice={"amount": notice, "currency": options["currency"]},
        once=fee > 0,
        each=notice > 0,
    )
    if runs:
        turn.say("plan_interest")


def _on_the_table(turn: Turn) -> Json | None:
    """What is told of the offer that waits for a yes."""
    pending = turn.slot("pending") or {}
    if pending.get("about") == "offer":
        told: Json = pending["again"]["values"]
        return told
    outcome = turn.slot("plan_outcome") if turn.active_loop == "plan_form" else None
    return offer_values(outcome["offers"][0]) if outcome and outcome["offers"] else None


def _say_cost_of(turn: Turn, plan: Json) -> None:
    costs = plan.get("costs") or {}
    fee = costs.get("fee", 0) + plan.get("earlier_fee", 0)
    notice = costs.get("notices", 0) // len(plan["schedule"])
    turn.say(
        "plan_cost",
        choices=["ask_plan_status", "change_plan"],
        fee={"amount": fee, "currency": plan["currency"]},
        notice={"amount": notice, "currency": plan["currency"]},
        once=fee > 0,
        each=notice > 0,
    )
    if costs.get("interest", 0) > 0:
        turn.say("plan_interest")


async def ask_plan_status(turn: Turn) -> None:
    """The next instalment and how many are left, or that one has not come."""
    case = await turn.case()
    plan = case["plan"]
    if plan is None or plan["next"] is None:
        turn.say("plan_none")
        return
    if say_if_overdue(turn, case):
        return
    turn.say("plan_status", card=agreed_card(plan), **plan_values(plan))


TOPICS = {
    "ask_plan_options": ask_plan_options,
    "ask_plan_cost": ask_plan_cost,
    "ask_plan_status": ask_plan_status,
}

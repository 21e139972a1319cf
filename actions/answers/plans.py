"""Which plans there are, what they cost, and how the agreed one goes."""

from actions.plan.overdue import say_if_overdue
from actions.plan.shown import agreed_card
from actions.turn import Turn


async def ask_plan_options(turn: Turn) -> None:
    """The client's rules in a sentence."""
    options = await turn.api.plan_options(turn.case_reference)
    if options["referral"]:
        outcome = await turn.api.plan_offers(turn.case_reference, {}, turn.language)
        reason = " ".join(reason["text"] for reason in outcome["reasons"])
        pending = {"about": "handoff", "reason": "rules"}
        turn.ask_yes_or_no("plan_referral", pending, reason=reason)
        return
    turn.say(
        "plan_options",
        smallest={"amount": options["smallest_instalment"], "currency": options["currency"]},
        most=options["most_instalments"],
        first_latest=options["first_payment_latest"],
    )


async def ask_plan_cost(turn: Turn) -> None:
    """What a plan costs beside what is owed."""
    await turn.case()
    turn.say("plan_cost")


async def ask_plan_status(turn: Turn) -> None:
    """The next instalment and how many are left, or that one has not come."""
    case = await turn.case()
    plan = case["plan"]
    if plan is None or plan["next"] is None:
        turn.say("plan_none")
        return
    if say_if_overdue(turn, case):
        return
    turn.say(
        "plan_status",
        card=agreed_card(plan),
        next_amount={"amount": plan["next"]["amount"], "currency": plan["currency"]},
        next_due=plan["next"]["due"],
        left=plan["left"],
    )


TOPICS = {
    "ask_plan_options": ask_plan_options,
    "ask_plan_cost": ask_plan_cost,
    "ask_plan_status": ask_plan_status,
}

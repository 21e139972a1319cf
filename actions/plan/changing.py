"""A plan that runs: another day, another sum, an instalment to skip, or one that was missed."""

from actions.case_api import Json, Refused
from actions.dialogue_action import DialogueAction
from actions.plan.amending import AMEND, corrected
from actions.plan.offering import ask_about, refer
from actions.plan.overdue import overdue
from actions.plan.shown import plan_values, rhythm_refused
from actions.plan.wishes import PlanWish, wish_for_running
from actions.turn import Choice, Turn

#: Why a person gets it, where the rules leave it to one.
HANDOFF = {"missed": "missed_instalment"}
#: In whose words an offer is told that leaves nothing out and keeps no pay day.
_AS = {"skip": "move", "pay_day": "move", "rhythm": "amount"}


class ChangePlan(DialogueAction):
    """Offers what was wished of the plan that runs, within the client's rules."""

    about_money = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_change_plan"

    async def act(self, turn: Turn) -> None:
        """A plan that is only talked about is changed by its form, which asks again by itself."""
        case = await turn.case()
        if turn.active_loop == "plan_form":
            await _answer_in_the_form(turn)
        elif case["plan"] is None:
            broken = case["status"] == "plan_broken"
            turn.say("plan_ended" if broken else "plan_none")
        elif not await offer_a_change(turn, case):
            await ask_what(turn, case["plan"])


async def offer_another_day(turn: Turn, case: Json) -> None:
    """Offers to move the next payment, as a wish for more time does."""
    await offer_a_change(turn, case, "request_deferral")


async def offer_a_change(turn: Turn, case: Json, intent: str | None = None) -> bool:
    """Offers what the message wishes of the plan that runs; False when it wishes nothing of it."""
    plan = case["plan"]
    said = corrected(turn)
    wish = wish_for_running(intent or turn.intent, said, plan, case["balance"]["on"])
    if wish is None:
        return False
    if wish.what == "missed" and wish.as_late_as_can_be and overdue(case) is None:
        turn.ask_yes_or_no("plan_none_missed", {"about": "another_day"}, **plan_values(plan))
        return True
    turn.remember(asked=None)
    ask = turn.api.pause_offers if wish.what == "skip" else turn.api.change_offers
    handoff = HANDOFF.get(wish.what, "change_plan")
    try:
        outcome = await ask(plan["id"], wish.terms, turn.language)
    except Refused:
        turn.ask_yes_or_no("plan_change_person", {"about": "handoff", "reason": handoff})
        return True
    stays = rhythm_refused(outcome) if wish.what == "rhythm" else None
    if stays is not None:
        choices: list[Choice] = ["another_day", "smaller_instalments", "person"]
        turn.ask_which("plan_rhythm_stays", choices, amend=AMEND, reason=stays)
        return True
    if wish.as_late_as_can_be and outcome["outcome"] == "counter":
        outcome = {**outcome, "outcome": "offer"}
    if plan.get("joint") and outcome["outcome"] != "referral":
        turn.say("plan_change_here", choices=[], here=turn.case_reference)
    choices = _other_ways(wish, outcome, plan)
    amend = {**AMEND, "said": said}
    ask_about(turn, outcome, "plan_change", choices, handoff, amend, **_told(wish, outcome))
    return True


def _told(wish: PlanWish, outcome: Json) -> Json:
    """What changes; of a pause the first instalment that it leaves out, and how many there are."""
    offer = outcome["offers"][0] if outcome["offers"] else {}
    skipped = offer.get("skipped")
    if wish.what == "pay_day" and offer.get("pay_day"):
        return {"what": wish.what, "pay_day": offer["pay_day"]}
    if not skipped:
        return {"what": _AS.get(wish.what, wish.what)}
    return {
        "what": wish.what,
        "skipped": skipped[0],
        "several": len(skipped) > 1,
        "number": len(skipped),
    }


def _other_ways(wish: PlanWish, outcome: Json, plan: Json) -> list[Choice]:
    """What else may have been meant: one payment only, or less each time."""
    ways: list[Choice] = []
    if wish.what == "pay_day" and outcome["offers"]:
        first = outcome["offers"][0]["first_due"]
        if plan["next"] and first != plan["next"]["due"]:
            ways.append({"button": "only_this_time", "entities": {"date": first}})
    if wish.what == "missed":
        ways.append("smaller_instalments")
    return [*ways, "person"]


async def _answer_in_the_form(turn: Turn) -> None:
    """A plan that is only offered: nothing of it can be missed yet, or skipped before it begins."""
    if turn.value("skip") is not None:
        options = await turn.api.plan_options(turn.case_reference)
        turn.say("plan_skip_later", may=options.get("pause") is not None)
    elif turn.intent == "report_missed_instalment":
        turn.say("plan_none_yet")


async def ask_what(turn: Turn, plan: Json) -> None:
    """Asks, with what the client lets happen as buttons; where that is nothing, a person is offered.

    When it was said what is to be another, that is asked for.
    """
    can = plan.get("can") or {"pause": True, "change": True, "undo": False}
    choices: list[Choice] = ["another_day", "smaller_instalments"] if can["change"] else []
    choices += ["skip_one"] if can["pause"] else []
    choices += ["undo_plan"] if can["undo"] else []
    other = turn.value("other") if can["change"] else None
    if other == "amount":
        turn.remember(asked="amount")
        now = {"amount": plan["instalment"], "currency": plan["currency"]}
        which: list[Choice] = ["smaller_instalments", "person"]
        turn.ask_which("plan_change_amount", which, amend=AMEND, instalment=now)
    elif other == "pay_day":
        turn.remember(asked="day_of_month")
        turn.ask_which("plan_day_which", ["another_day", "person"], amend=AMEND)
    elif choices:
        turn.ask_which("plan_change_what", [*choices, "person"], amend=AMEND)
    else:
        refer(turn, await turn.api.change_offers(plan["id"], {}, turn.language), "change_plan")

"""Paying all of it later."""

from actions.case_api import Json, Refused
from actions.dialogue_action import DialogueAction
from actions.plan.changing import offer_a_change
from actions.plan.offering import refer
from actions.turn import Turn

#: What a yes does where the rules leave it to a person.
PERSON = {"about": "handoff", "reason": "rules"}


class Defer(DialogueAction):
    """Offers the date that was asked for, or the latest that the client's rules allow."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_defer"

    async def act(self, turn: Turn) -> None:
        """Asks for a yes before the due date is moved; with a plan it is the next instalment's."""
        case = await turn.case()
        if case["plan"] is not None:
            await offer_a_change(turn, case)
            return
        total = case["balance"]["total"]
        if total is not None and total <= 0:
            turn.say("nothing_owed")
            return
        latest = await turn.api.latest_deferral(turn.case_reference)
        deferred = case.get("deferred_until")
        if latest is None and await _refer_with_reason(turn):
            return
        if latest is None or latest == deferred:
            turn.ask_yes_or_no(
                "deferral_not_possible", PERSON, deferred=deferred is not None, until=deferred
            )
            return
        wished = turn.value("date")
        until = wished if wished and wished <= latest else latest
        text = "deferral_latest" if wished and wished > latest else "deferral_offer"
        pending = {"about": "deferral", "until": until}
        yes = {"button": "accept_deferral", "entities": {"until": until}}
        choices = [yes, "request_plan", "person"]
        cost = await _cost_of_waiting(turn, case, until)
        turn.ask_yes_or_no(text, pending, until=until, choices=choices, **cost)


async def _refer_with_reason(turn: Turn) -> bool:
    """Says why only a person can help, where a plan is no way either; False where one is."""
    if not (await turn.api.plan_options(turn.case_reference))["referral"]:
        return False
    refer(turn, await turn.api.plan_offers(turn.case_reference, {}, turn.language), "rules")
    return True


async def _cost_of_waiting(turn: Turn, case: Json, until: str) -> Json:
    """Whether interest makes it more by that day, and how much is to be paid then, if it is known."""
    then = await turn.api.balance(turn.case_reference, until)
    known = then["total"] is not None
    return {
        "grows": not known or then["total"] > case["balance"]["total"],
        "known": known,
        "total": {"amount": then["total"] or 0, "currency": then["currency"]},
    }


async def agree_deferral(turn: Turn, until: str) -> None:
    """Moves the due date."""
    try:
        agreed = await turn.api.defer(turn.case_reference, until, key=f"{turn.key}:deferral")
    except Refused:
        turn.ask_yes_or_no("deferral_not_possible", PERSON, deferred=False)
        return
    turn.say(
        "deferral_agreed",
        card={"type": "deferral", "until": agreed["until"]},
        until=agreed["until"],
    )

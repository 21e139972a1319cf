"""Paying all of it later."""

from actions.case_api import Json, Refused
from actions.dialogue_action import DialogueAction
from actions.plan.changing import offer_a_change
from actions.plan.longer import longer
from actions.plan.offering import refer
from actions.plan.shown import notice_values
from actions.standing import again
from actions.turn import Choice, Turn

#: What a yes does where the rules leave it to a person.
PERSON = {"about": "handoff", "reason": "rules"}
#: A day in the answer is another day to pay, also when it was agreed.
AMEND = {"intent": "request_deferral", "takes": ["date", "more_time"]}


class Defer(DialogueAction):
    """Offers the date that was asked for, or the latest that the client's rules allow."""

    about_money = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_defer"

    async def act(self, turn: Turn) -> None:
        """Asks for a yes before the due date is moved; with a plan it is the next instalment's.

        A promise to pay later acknowledges the claim: what that does is said before the question.
        """
        case = await turn.case()
        if case["plan"] is not None:
            await offer_a_change(turn, case)
            return
        total = case["balance"]["total"]
        if total is not None and total <= 0:
            turn.say("nothing_owed")
            return
        wished, deferred = _wished(turn, case), case.get("deferred_until")
        allowed = await turn.api.deferral(turn.case_reference, turn.language, wished)
        latest: str | None = allowed["latest"]
        if latest is None and await _refer_with_reason(turn):
            return
        if latest is None or (latest == deferred and allowed.get("until") in (None, deferred)):
            turn.ask_yes_or_no(
                "deferral_not_possible", PERSON, deferred=deferred is not None, until=deferred
            )
            return
        until = allowed.get("until") or min(wished or latest, latest)
        text = "deferral_latest" if wished and wished > latest else "deferral_offer"
        yes: Choice = {"button": "accept_deferral", "entities": {"until": until}}
        choices: list[Choice] = [yes, "request_plan", "person"]
        cost = await _cost_of_waiting(turn, case, until)
        turn.say(text, until=until, choices=[], **cost)
        standing = again("deferral_back", choices, until=until, **cost)
        pending = {"about": "deferral", "until": until, "amend": AMEND, **standing}
        notice = notice_values(allowed)
        turn.ask_yes_or_no("deferral_question", pending, choices=choices, **notice)


def _wished(turn: Turn, case: Json) -> str | None:
    """The day that was named, or so much later than today, or than the day that is still to come."""
    day: str | None = turn.value("date")
    more = turn.value("more_time")
    if day is not None or more is None:
        return day
    due = case.get("deferred_until") or case["due_date"]
    return longer(max(case["balance"]["on"], due), more)


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
    turn.remember(pending={"about": "done", "amend": AMEND})


def say_it_stands(turn: Turn, until: str) -> None:
    """Nothing here takes back a day that was agreed; a person may."""
    turn.ask_yes_or_no("deferral_stands", PERSON, until=until)

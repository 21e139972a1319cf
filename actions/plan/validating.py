"""The thinking step of `plan_form`: what was wished, what the rules answer, what was decided."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.case_api import Json, Refused
from actions.dialogue_action import DialogueAction
from actions.plan import terms
from actions.plan.changing import offer_a_change
from actions.plan.joint import TALKED_OF_ALL, offers_for
from actions.plan.longer import longer
from actions.plan.overdue import say_if_overdue
from actions.plan.resuming import terms_left_off
from actions.plan.shown import RHYTHM, plan_values, rhythm_refused
from actions.plan.undecided import is_undecided
from actions.trouble.calm import waits
from actions.turn import Turn

#: Messages in which a value is about the plan. A question may name a sum too; that is no wish.
ABOUT_TERMS = {
    "affirm",
    "change_plan",
    "deny",
    "inform",
    "nlu_fallback",
    "pay_now",
    "propose_terms",
    "request_lower_amount",
    "request_plan",
}
#: Rules that a sum breaks by being too small.
TOO_LITTLE = {"instalment_at_least", "instalments_at_most"}

#: Wishes for what is going on already: its question is asked again.
THE_SAME_AGAIN = {"request_plan", "propose_terms"}


class ValidatePlanForm(DialogueAction):
    """Sets terms, outcome and decision; says nothing about a plan that may go on.

    Without any event the form steps aside and the rules answer what was said instead.
    """

    resumes_form = False
    speaks = False
    keeps_pending = True

    def name(self) -> str:
        """The name by which Rasa's form calls its validation."""
        return "validate_plan_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """A form that cannot go on ends: it would wait for an answer that nobody was asked for."""
        events = await super().run(dispatcher, tracker, domain)
        if dispatcher.messages and not any(_ends(event) for event in events):
            turn = Turn(dispatcher, tracker)
            turn.remember(requested_slot=None)
            events = events + turn.events
        return events

    async def act(self, turn: Turn) -> None:
        """One message while the plan is being agreed, or the one that began it."""
        if turn.slot("plan_resumed") is not None:
            await self._resume(turn, turn.slot("plan_resumed")["terms"])
            return
        if turn.was_answered:
            return  # Rasa asks once more before the form takes up its question again
        if turn.slot("pending") and turn.intent in {"affirm", "deny"}:
            return  # that answers the question asked aside, not the form's
        case = await turn.case()
        begins = turn.slot("requested_slot") is None or turn.active_loop != "plan_form"
        if begins and (waits(turn) or await self._ends_at_once(turn, case)):
            return
        wished = None
        if turn.intent in ABOUT_TERMS:
            before = turn.slot("plan_terms")
            left_off = terms_left_off(turn) if begins else None
            said_before = None
            if begins and not left_off:
                before = said_before = self._said_before(turn, case)
            wished = terms.merged(left_off or before, turn.entities, case["currency"])
            wished = wished or said_before  # what was left off is dropped by who begins anew
            wished = wished or self._later_than_skipped(turn)
            wished = _with_the_cases(wished, turn.slot("plan_outcome"), case)
        if wished is not None:
            await self._propose(turn, wished)
        elif is_undecided(turn):
            await self._decide_for(turn)
        elif turn.slot("requested_slot") == "plan_decision":
            await self._decide(turn)
        elif turn.intent in THE_SAME_AGAIN and not begins:
            turn.remember(plan_terms=None, asked="back")

    async def _resume(self, turn: Turn, wished: terms.Terms | None) -> None:
        """Goes on with what was left off: the rules are asked anew, for what they said was for then."""
        turn.remember(plan_resumed=None)
        if not await self._ends_at_once(turn, await turn.case()) and wished:
            await self._propose(turn, wished)

    async def _ends_at_once(self, turn: Turn, case: Json) -> bool:
        turn.remember(plan_terms=None, plan_outcome=None, plan_decision=None, plan_compared=None)
        turn.remember(pending=None)
        if case["status"] == "paid":
            turn.say("nothing_owed")
        elif case["plan"] is not None:
            if not await offer_a_change(turn, case) and not say_if_overdue(turn, case):
                turn.say("plan_exists", **plan_values(case["plan"]))
        elif (await turn.api.plan_options(turn.case_reference))["referral"]:
            await self._propose(turn, {})  # the answer carries the reason in words
        else:
            return False
        return True

    @staticmethod
    def _said_before(turn: Turn, case: Json) -> terms.Terms | None:
        """What was wished before a plan was talked of; a sum only where a plan could have it."""
        said = terms.merged(None, turn.slot("wished") or [], case["currency"]) or {}
        turn.remember(wished=None)
        total = case["balance"]["total"]
        if "amount" in said and (total is None or 2 * said["amount"] > total):
            del said["amount"]
        return said or None

    async def _decide_for(self, turn: Turn) -> None:
        """Terms: the longest plan, as it has the smallest instalment. A yes is nobody else's to give."""
        if turn.slot("requested_slot") == "plan_decision":
            open_still = turn.slot("asked") in ("day_of_month", "change", "amount")
            turn.remember(asked="unsure" if open_still else "undecided")
            return
        options = await turn.api.plan_options(turn.case_reference)
        await self._propose(turn, {"amount": options["smallest_instalment"]})
        turn.remember(asked="default")

    async def _decide(self, turn: Turn) -> None:
        outcome: Json = turn.slot("plan_outcome")
        if turn.intent == "affirm":
            chosen = turn.value("offer")
            if chosen is None and not self._is_the_yes(turn):
                self._hear_half_a_yes(turn, outcome)
                return
            turn.remember(plan_decision=chosen or outcome["offers"][0]["id"])
        elif turn.value("other") == "pay_day":
            turn.remember(asked="day_of_month")
        elif turn.intent == "deny" or turn.value("other") == "amount":
            about = TALKED_OF_ALL if _is_of_all(outcome) else None
            turn.remember(plan_terms=None, plan_outcome=about, asked="again")
        elif turn.intent == "change_plan" and turn.value("skip") is None:
            turn.remember(asked="change")
        elif turn.intent in THE_SAME_AGAIN:
            turn.remember(plan_decision=None, asked="unsure")
        elif turn.intent == "request_lower_amount":
            smaller = terms.lower(outcome["offers"][0], turn.slot("plan_terms"))
            await self._propose(turn, smaller, lower=True)

    @staticmethod
    def _hear_half_a_yes(turn: Turn, outcome: Json) -> None:
        """A plan binds, and a half understood word does not; after the second a person sees to it."""
        if turn.is_surely_meant:
            turn.remember(asked="unsure")
        elif outcome.get("unsure"):
            turn.remember(asked="uncertain")
        else:
            turn.remember(asked="unsure", plan_outcome={**outcome, "unsure": True})

    @staticmethod
    def _is_the_yes(turn: Turn) -> bool:
        """Whether the plan was what was asked about last, and not which day of it is to change."""
        return turn.is_surely_meant and turn.slot("asked") in (None, "decision", "unsure")

    @staticmethod
    def _later_than_skipped(turn: Turn) -> terms.Terms | None:
        """To skip the month in which the plan would begin is to begin a month later."""
        outcome, skipped = turn.slot("plan_outcome"), turn.value("skip")
        first = (
            outcome["offers"][0]["schedule"][0]["due"] if outcome and outcome["offers"] else None
        )
        if first is None or skipped is None or skipped[:7] != first[:7]:
            return None
        return {**(turn.slot("plan_terms") or {}), "first_date": longer(first, "P1M")}

    async def _propose(self, turn: Turn, wished: terms.Terms, lower: bool = False) -> None:
        try:
            wished, outcome = await offers_for(turn, wished)
        except Refused as refusal:
            turn.remember(plan_terms=None, asked=f"refused:{refusal.kind}")
            return
        before, agreed_on = turn.slot("plan_outcome"), turn.slot("plan_terms")
        if agreed_on and rhythm_refused(outcome) and not _names_a_size(turn):
            # As often cannot be, so it is what was talked about, as often as can be.
            _, again = await offers_for(turn, agreed_on)
            if again["offers"]:
                reasons = [one for one in outcome["reasons"] if one.get("rule") == RHYTHM]
                wished, outcome = agreed_on, {**again, "outcome": "counter", "reasons": reasons}
        lower = lower or _is_too_little_again(before, outcome)
        if lower and before and before["outcome"] == "smallest":
            # The floor was said once already: to say it again would be no answer.
            outcome = {"outcome": "referral", "below_the_floor": True, "reasons": []}
        elif lower and before and _same_plan(before, outcome):
            outcome = {**before, "outcome": "smallest"}
        elif lower:
            outcome = {**outcome, "lowered": True}
        turn.remember(plan_terms=wished, plan_outcome=outcome, plan_decision=None, asked=None)
        if outcome["outcome"] == "referral":
            turn.remember(requested_slot=None)


def _with_the_cases(
    wished: terms.Terms | None, outcome: Json | None, case: Json
) -> terms.Terms | None:
    """After a no to a plan over all of the cases another sum is for all of them too.

    Somebody who has one case means with "both" something else.
    """
    if wished and outcome == TALKED_OF_ALL:
        wished = {terms.TOGETHER: True, **wished}
    if not wished or case.get("other_cases"):
        return wished
    return {name: value for name, value in wished.items() if name != terms.TOGETHER} or None


def _is_of_all(outcome: Json | None) -> bool:
    return any(offer.get("joint") for offer in (outcome or {}).get("offers", ()))


def _ends(event: EventType) -> bool:
    return bool(event.get("event") == "active_loop" or event.get("name") == "requested_slot")


def _names_a_size(turn: Turn) -> bool:
    return any(turn.value(entity) is not None for entity in ("amount", "instalments", "duration"))


def _is_too_little_again(before: Json | None, outcome: Json) -> bool:
    """Whether the rules answer the same, day for day, to another sum that is below the smallest."""
    broken = {reason.get("rule") for reason in outcome["reasons"]}
    if not before or not before["offers"] or not broken & TOO_LITTLE:
        return False
    return bool(before["offers"][0]["schedule"] == outcome["offers"][0]["schedule"])


def _same_plan(before: Json, after: Json) -> bool:
    first = [(offer["instalment"], offer["instalments"]) for offer in before["offers"][:1]]
    return first == [(offer["instalment"], offer["instalments"]) for offer in after["offers"][:1]]

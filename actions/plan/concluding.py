"""The last step of `plan_form`: the agreement, or what comes instead of it."""

from actions.case_api import Json, Refused
from actions.dialogue_action import DialogueAction
from actions.plan.shown import agreed_card, payment_card, payment_values
from actions.turn import Turn


class ConcludePlan(DialogueAction):
    """Accepts the offer that was said yes to and sums up; a referral is offered a person."""

    resumes_form = False

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_conclude_plan"

    async def act(self, turn: Turn) -> None:
        """Runs once, when the form has ended."""
        outcome: Json | None = turn.slot("plan_outcome")
        decision = turn.slot("plan_decision")
        turn.remember(plan_terms=None, plan_outcome=None, plan_decision=None, asked=None)
        if decision:
            await self._agree(turn, decision)
        elif outcome and outcome["outcome"] == "referral":
            reason = " ".join(reason["text"] for reason in outcome["reasons"])
            pending = {"about": "handoff", "reason": "rules"}
            turn.ask_yes_or_no("plan_referral", pending, reason=reason)

    async def _agree(self, turn: Turn, offer: str) -> None:
        try:
            plan = await turn.api.accept(offer)
        except Refused as refusal:
            turn.say("plan_offer_gone", gone=refusal.kind)
            return
        first = plan["schedule"][0]
        payment = await turn.api.payment(turn.case_reference, first["amount"])
        values = {
            "instalments": plan["instalments"],
            "total": {"amount": plan["total"], "currency": plan["currency"]},
            "first_due": first["due"],
        }
        turn.say("plan_agreed", card=agreed_card(plan), **values)
        turn.say("plan_first_payment", card=payment_card(payment), **payment_values(payment))

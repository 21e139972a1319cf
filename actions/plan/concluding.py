"""The last step of `plan_form`: the agreement, or what comes instead of it."""

from actions.case_api import Json
from actions.dialogue_action import DialogueAction
from actions.plan.agreeing import agree
from actions.plan.offering import refer
from actions.turn import Turn


class ConcludePlan(DialogueAction):
    """Accepts the offer that was said yes to and sums up; a referral is offered a person."""

    resumes_form = False
    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_conclude_plan"

    async def act(self, turn: Turn) -> None:
        """Runs once, when the form has ended."""
        outcome: Json | None = turn.slot("plan_outcome")
        decision = turn.slot("plan_decision")
        turn.remember(plan_terms=None, plan_outcome=None, plan_decision=None, asked=None)
        if decision:
            await agree(turn, decision)
        elif outcome and outcome.get("below_the_floor"):
            turn.ask_yes_or_no("plan_below_the_floor", {"about": "handoff", "reason": "rules"})
        elif outcome and outcome["outcome"] == "referral":
            refer(turn, outcome, "rules")

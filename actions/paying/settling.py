"""A part that is paid for all of it, where the client's rules allow that."""

from actions.case_api import Json, Refused
from actions.dialogue_action import DialogueAction
from actions.plan.amending import corrected
from actions.plan.offering import ask_about
from actions.plan.wishes import settlement
from actions.turn import Choice, Turn


class Settle(DialogueAction):
    """Offers to take the sum that was named for all, the least that is taken, or a person."""

    about_money = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_settle"

    async def act(self, turn: Turn) -> None:
        """A plan that was being talked about gives way only when this is agreed."""
        case = await turn.case()
        total = case["balance"]["total"]
        if total is not None and total <= 0:
            turn.say("nothing_owed")
            return
        said = corrected(turn)
        outcome = await _offers(turn, settlement(said, case["currency"]))
        amend = {"intent": "request_discount", "takes": ["amount", "date"], "said": said}
        choices: list[Choice] = ["request_plan", "person"]
        ask_about(turn, outcome, "settlement_offer", choices, "discount", amend)


async def _offers(turn: Turn, wish: Json) -> Json:
    """The answer to the wish; to one that cannot be meant ("put it at 0") what the rules would take."""
    ask = turn.api.settlement_offers
    try:
        return await ask(turn.case_reference, wish, turn.language)
    except Refused:
        return await ask(turn.case_reference, {}, turn.language)

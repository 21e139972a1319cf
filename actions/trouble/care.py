"""Hardship and crisis."""

from actions.case_api import CaseSystemAway
from actions.dialogue_action import DialogueAction
from actions.handing_over import hand_over
from actions.turn import Turn


class Hardship(DialogueAction):
    """One line that acknowledges it, then what can be done, then where free advice is found."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_hardship"

    async def act(self, turn: Turn) -> None:
        """Asks for no details: what made it hard is nobody's business here."""
        client = await turn.client()
        known = bool(turn.slot("identified"))
        text = "hardship" if known else "hardship_general"
        turn.say(text, **client["help"]["debt_advice"])


class Crisis(DialogueAction):
    """Stops everything about money at once: the country's line, 112, and a person first in the queue."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_crisis"

    async def act(self, turn: Turn) -> None:
        """The numbers came with the turn, so they are said whatever else cannot be reached."""
        if turn.active_loop:
            turn.leave_form()
        turn.remember(pending=None, asked=None)
        turn.say("crisis", **turn.slot("helplines"))
        try:
            await hand_over(turn, "crisis")
        except CaseSystemAway:
            turn.say("person_by_phone")

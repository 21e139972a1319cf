"""Hardship and crisis."""

from contextlib import suppress

from actions.case_api import CaseSystemAway
from actions.dialogue_action import DialogueAction
from actions.handing_over import hand_over
from actions.trouble.advice import advice_of
from actions.trouble.calm import FIRST, is_calm
from actions.trouble.meeting import is_met_in_this_message
from actions.trouble.resting import rest
from actions.trouble.ways import ways
from actions.turn import Turn

#: Why a case rests after a word of despair; what was said is kept with no case.
CARE = "care"


class Hardship(DialogueAction):
    """One line that acknowledges it, then what can be done, then where free advice is found."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_hardship"

    async def act(self, turn: Turn) -> None:
        """Asks for no details, and a form for no answer: what made it hard is nobody's business here."""
        advice = advice_of(await turn.client())
        turn.form_asks_next, turn.form_must_wait = False, True
        if not (turn.slot("identified") and turn.slot("case")):
            turn.say("hardship_general", **advice)
            return
        if not is_met_in_this_message(turn):
            turn.say("hardship", choices=[])
            turn.remember(hardship_met=turn.message_id)
        if is_calm(turn):
            turn.say("hardship_advice", choices=["person"], **advice)
        else:
            kind, later, choices = await ways(turn)
            turn.say("hardship_ways", choices=[], ways=kind, later=later)
            turn.say("hardship_advice", choices=choices, **advice)


class Crisis(DialogueAction):
    """Stops everything about money at once: the country's line, 112, and a person first in the queue."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_crisis"

    async def act(self, turn: Turn) -> None:
        """The numbers came with the turn, so they are said whatever else cannot be reached."""
        if turn.active_loop:
            turn.leave_form()
        turn.remember(pending=None, asked=None, calm=FIRST)
        turn.say("crisis", **turn.slot("helplines"))
        try:
            await hand_over(turn, "crisis")
        except CaseSystemAway:
            turn.say("person_by_phone")
        await _let_the_case_rest(turn)


async def _let_the_case_rest(turn: Turn) -> None:
    if turn.slot("identified") and turn.slot("case"):
        with suppress(CaseSystemAway):
            await rest(turn, CARE, "")

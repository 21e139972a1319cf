"""Disputing the claim: asked once whether it is meant, then registered, and collection rests."""

from actions.dialogue_action import DialogueAction
from actions.handing_over import hand_over
from actions.turn import Choice, Turn

#: Who only wants to see the papers is not taken for somebody who objects.
_CHOICES: list[Choice] = ["agree", "see_papers", "decline"]


class Dispute(DialogueAction):
    """Asks before it registers: a dispute stops the case, so it is not done on a guess."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_dispute"

    async def act(self, turn: Turn) -> None:
        """Keeps the person's own words for the people who will look into it."""
        await ask_whether_disputed(turn, turn.text)


async def ask_whether_disputed(turn: Turn, text: str) -> None:
    """Asks whether the claim is meant to be wrong; says so at once where that is registered."""
    case = await turn.case()
    if "dispute" in {hold["reason"] for hold in case.get("holds", ())}:
        turn.form_must_wait = True
        turn.say("dispute_already")
    else:
        turn.ask_yes_or_no("dispute_confirm", {"about": "dispute", "text": text}, choices=_CHOICES)


async def register_dispute(turn: Turn, text: str) -> None:
    """Registers the dispute with its reason and gets a person to look into it."""
    registered = await turn.api.dispute(turn.case_reference, text, key=f"{turn.key}:dispute")
    reference = registered["reference"]
    turn.say(
        "dispute_registered", card={"type": "dispute", "reference": reference}, dispute=reference
    )
    await hand_over(turn, "dispute")
    turn.remember(pending={"about": "done"})

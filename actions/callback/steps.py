"""Asks for a number, and promises a call in the opening hours."""

from actions.dialogue_action import DialogueAction
from actions.turn import Turn


class ValidateCallbackForm(DialogueAction):
    """Takes the number from the message; one that was said at once is not asked for."""

    resumes_form = False

    def name(self) -> str:
        """The name by which Rasa's form calls its validation."""
        return "validate_callback_form"

    async def act(self, turn: Turn) -> None:
        """Without a number in the message the rules answer what was said instead."""
        phone = turn.value("phone")
        if phone and not turn.was_answered:
            turn.remember(callback_phone=phone)


class AskCallbackPhone(DialogueAction):
    """Asks which number to call."""

    resumes_form = False

    def name(self) -> str:
        """The name by which Rasa's form asks for the slot."""
        return "action_ask_callback_phone"

    async def act(self, turn: Turn) -> None:
        """Asks; a bare number is then read as a telephone number."""
        turn.say("callback_phone")
        turn.remember(asked="phone")


class ConcludeCallback(DialogueAction):
    """Registers the call and says when it comes."""

    resumes_form = False

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_conclude_callback"

    async def act(self, turn: Turn) -> None:
        """Runs once, when the number is known."""
        phone = turn.slot("callback_phone")
        turn.remember(callback_phone=None, asked=None)
        if not phone:
            return
        handoff = {"reason": "callback", "kind": "callback", "phone": phone, "wish": turn.text}
        answer = await turn.api.hand_over(
            turn.conversation, {**handoff, "facts": {}}, key=f"{turn.key}:callback"
        )
        at = answer["promised_at"]
        card = {"type": "callback", "reference": answer["reference"], "at": at}
        turn.say("callback_agreed", card=card, promised_at=at, phone=phone)

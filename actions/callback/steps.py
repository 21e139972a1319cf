"""Asks for a number, and promises a call in the opening hours."""

from actions.callback.wished_time import PICKED, wished_time
from actions.case_api import Json
from actions.dialogue_action import DialogueAction
from actions.handing_over import facts_of, wish_of
from actions.plan.undecided import is_undecided
from actions.trouble.offered import CALLBACK, reason_of_call
from actions.turn import Choice, Turn

#: A number in a later answer is the one to call instead.
AMEND = {"intent": "request_callback", "takes": ["phone"]}


class ValidateCallbackForm(DialogueAction):
    """Takes the number from the message; one that was said before is not asked for."""

    resumes_form = False
    speaks = False

    def name(self) -> str:
        """The name by which Rasa's form calls its validation."""
        return "validate_callback_form"

    async def act(self, turn: Turn) -> None:
        """Without a number in the message the rules answer what was said instead."""
        if turn.was_answered:
            return
        begins = turn.slot("requested_slot") is None or turn.active_loop != "callback_form"
        phone = turn.value("phone") or (begins and turn.slot("known_phone"))
        if phone:
            turn.remember(callback_phone=phone, known_phone=phone)
        elif not begins and is_undecided(turn):
            # There is no call without one; that is said next.
            turn.remember(callback_phone=None, requested_slot=None)
        elif not begins and turn.intent == "request_callback":
            turn.remember(
                callback_phone=None
            )  # the same wish again: the number is still to be said


class AskCallbackPhone(DialogueAction):
    """Asks which number to call."""

    resumes_form = False

    def name(self) -> str:
        """The name by which Rasa's form asks for the slot."""
        return "action_ask_callback_phone"

    async def act(self, turn: Turn) -> None:
        """Asks; a bare number is then read as a telephone number."""
        turn.say("callback_back" if turn.was_answered else "callback_phone")
        turn.remember(asked="phone")


class ConcludeCallback(DialogueAction):
    """Registers the call and says when it comes."""

    resumes_form = False

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_conclude_callback"

    async def act(self, turn: Turn) -> None:
        """Runs once, when the number is known, or when it is not to be told."""
        phone = turn.slot("callback_phone")
        turn.remember(callback_phone=None, asked=None)
        if not phone:
            turn.say("callback_without")
            return
        handoff = {"reason": reason_of_call(turn), "kind": CALLBACK, "phone": phone}
        when = wished_time(turn)
        answer = await turn.api.hand_over(
            turn.conversation,
            {**handoff, **when, "wish": wish_of(turn), "facts": facts_of(turn)},
            key=f"{turn.key}:callback",
        )
        at, reference = answer["promised_at"], answer["reference"]
        others = _others(answer)
        turn.say(
            "callback_agreed",
            card={"type": "callback", "reference": reference, "at": at},
            choices=others,
            promised_at=at,
            phone=phone,
            reference=reference,
            chosen=bool(when),
            others=bool(others),
        )
        turn.remember(pending={"about": "done", "amend": AMEND})


def _others(answer: Json) -> list[Choice]:
    """Other times that may be picked; each is a button, and the last one picked holds."""
    times = [at for at in answer.get("times", []) if at != answer["promised_at"]]
    return [{"button": "call_at", "entities": {PICKED: at}} for at in times]

"""The first words of a chat, and of its next day."""

from typing import Any

from actions.conversation.what_stands import say_what_stands
from actions.dialogue_action import DialogueAction
from actions.known_case import known_case
from actions.plan.resuming import FORM, ask_whether_to_go_on, left_off
from actions.trouble.calm import is_calm, stay
from actions.turn import Turn


class Welcome(DialogueAction):
    """Says who it is and that it is automated; more only to a person who is identified."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_welcome"

    async def act(self, turn: Turn) -> None:
        """The choices beside it differ, for nothing may hint at a case before that.

        Whoever has talked about the case before hears what has become of it.
        """
        if turn.value("goes_on"):
            turn.say("identified_now")
            return
        own: dict[str, Any] = {"greeting": turn.greeting, "greeted": "own"} if turn.greeting else {}
        case = await known_case(turn)  # what can be chosen differs where a plan runs
        if case is not None and turn.value("seen_before"):
            turn.say("welcome_again", choices=[], **own)
            say_what_stands(turn, case)
        else:
            turn.say("welcome_identified" if turn.slot("identified") else "welcome", **own)


class ComeBack(DialogueAction):
    """Takes up a conversation after a pause: asks whether to go on, or tells what stands now."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_come_back"

    async def act(self, turn: Turn) -> None:
        """`quietly` before a message: it is answered first, and the question stands after it."""
        pending = None if is_calm(turn) else left_off(turn)  # after despair money is not taken up
        if turn.active_loop == FORM:
            turn.leave_form()
        turn.remember(pending=pending)
        if turn.value("quietly"):
            turn.form_must_wait = True
            return
        if stay(turn):
            return
        case = await known_case(turn)
        if turn.active_loop and turn.active_loop != FORM:
            turn.say("greet_back")
        elif pending is not None and (case is None or _may_go_on(case)):
            ask_whether_to_go_on(turn, pending)
        elif case is not None:
            turn.remember(pending=None)
            turn.say("welcome_back", choices=[])
            say_what_stands(turn, case)
        else:
            turn.say("greet")


def _may_go_on(case: dict[str, Any]) -> bool:
    """Whether a plan could still be agreed: what happened meanwhile goes before what was talked about."""
    return case["plan"] is None and case["status"] not in ("paid", "disputed") and not case["holds"]

"""What people decide: met in a line, held where that is due, and handed over."""

from actions.answers.debt import say_origin
from actions.dialogue_action import DialogueAction
from actions.handing_over import hand_over
from actions.trouble.paths import PAPERS, path_of
from actions.trouble.resting import rest
from actions.turn import Turn


class HandOver(DialogueAction):
    """Walks the path of the message and gets a person."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_hand_over"

    async def act(self, turn: Turn) -> None:
        """The case rests before it is said that it does."""
        path = path_of(turn)
        known = bool(turn.slot("identified") and turn.slot("case"))
        if not known and not path.open_to_all:
            await turn.case()  # says how to identify
        if path.reason == "information":
            await _see_the_papers(turn)
            return
        if path.ends and turn.active_loop:
            turn.leave_form()
        if path.hold and known:
            await rest(turn, path.hold, turn.text)
        if path.text:
            turn.say(path.text, choices=[])
        await hand_over(turn, path.reason)


async def _see_the_papers(turn: Turn) -> None:
    """Tells what is known, and orders the papers; it is no objection, and a no to it becomes one.

    A debtor may ask for an account of the claim (in some countries by law, elsewhere by good
    collection practice); collection rests while it is sent.
    """
    path = path_of(turn)
    case = await turn.case()
    await rest(turn, str(path.hold), turn.text)
    in_form = turn.active_loop is not None
    say_origin(turn, case, choices=[])
    turn.say(str(path.text), choices=["ask_breakdown", "dispute_debt", "person"])
    await hand_over(turn, path.reason)
    turn.form_must_wait = True  # nobody is asked for a sum who wants to see what it is for
    if not in_form:
        turn.remember(pending={"about": PAPERS, "text": turn.text})

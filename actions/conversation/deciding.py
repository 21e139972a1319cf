"""Yes and no to a question that was asked outside a form, and stopping what is going on."""

from actions.dialogue_action import DialogueAction
from actions.handing_over import hand_over
from actions.paying.deferring import agree_deferral
from actions.trouble.disputing import register_dispute
from actions.turn import Turn


class Affirm(DialogueAction):
    """Does what the pending question was about; without one it says that it does not know which.

    What is agreed so takes the place of a plan that was only talked about.
    """

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_affirm"

    async def act(self, turn: Turn) -> None:
        """A button carries what it agrees to, so an old one cannot agree to something new."""
        pending = turn.slot("pending") or {}
        turn.remember(pending=None)
        if pending and turn.active_loop:
            turn.leave_form()
        match pending.get("about"):
            case "deferral":
                await agree_deferral(turn, turn.value("until") or pending["until"])
            case "dispute":
                await register_dispute(turn, pending["text"])
            case "handoff":
                await hand_over(turn, pending["reason"])
            case _ if turn.value("offer"):
                turn.say("plan_offer_gone", gone="button")
            case _ if not turn.active_loop:
                turn.say("yes_to_what")


class Deny(DialogueAction):
    """Drops the pending question and shows what else there is."""

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_deny"

    async def act(self, turn: Turn) -> None:
        """Inside a form the form asks again by itself."""
        turn.remember(pending=None)
        if not turn.active_loop:
            turn.say("no_then")


class Cancel(DialogueAction):
    """Stops what is going on; nothing that was only talked about is kept."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_cancel"

    async def act(self, turn: Turn) -> None:
        """Also leaves a form."""
        turn.remember(pending=None, asked=None)
        if turn.active_loop:
            turn.leave_form()
        turn.say("cancelled")

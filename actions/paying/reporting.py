"""A payment that was made already."""

from actions.dialogue_action import DialogueAction
from actions.turn import Turn


class ReportPayment(DialogueAction):
    """Holds the case while the payment is on its way, and says how long that takes."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_report_payment"

    async def act(self, turn: Turn) -> None:
        """A payment that is booked already is simply confirmed."""
        case = await turn.case()
        total = case["balance"]["total"]
        if total is not None and total <= 0:
            turn.say("nothing_owed")
            return
        held = await turn.api.hold(
            turn.case_reference, "payment_reported", turn.text, key=f"{turn.key}:paid"
        )
        turn.say("payment_reported", until=held["until"])

"""What people decide: the intents that lead to a person, each with its own first words."""

from actions.dialogue_action import DialogueAction
from actions.handing_over import hand_over
from actions.turn import Turn

#: intent -> (reason of the handoff, text that comes first or None, hold on the case or None)
REFERRED: dict[str, tuple[str, str | None, str | None]] = {
    "request_human": ("requested", None, None),
    "request_document": ("document", "document_ordered", None),
    "report_wrong_person": ("wrong_person", "wrong_person", "wrong_person"),
    "report_debt_restructuring": ("restructuring", "restructuring", "restructuring"),
    "report_death": ("death", "death", "death"),
    "report_representative": ("representative", "representative", None),
    "complain": ("complaint", "complaint", None),
    "update_contact_details": ("contact_details", "contact_details", None),
}
#: What a stranger may ask for too, because it tells nothing about anybody.
OPEN_TO_ALL = {"request_human", "complain", "report_representative", "report_wrong_person"}
#: Things that end what was going on: the case rests until people have looked.
ENDING = {"report_wrong_person", "report_debt_restructuring", "report_death"}


class HandOver(DialogueAction):
    """Meets the person in a line, holds the case where that is due, and gets a person."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_hand_over"

    async def act(self, turn: Turn) -> None:
        """An unknown intent would be a rule without words: it is handed over as `other`."""
        reason, first_words, hold = REFERRED.get(turn.intent, ("other", None, None))
        if turn.intent not in OPEN_TO_ALL:
            await turn.case()
        if turn.intent in ENDING and turn.active_loop:
            turn.leave_form()
        if hold and turn.slot("identified"):
            await turn.api.hold(turn.case_reference, hold, turn.text, key=f"{turn.key}:{hold}")
        if first_words:
            turn.say(first_words)
        await hand_over(turn, reason)

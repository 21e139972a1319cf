"""What a message says beside its wish: how not to be reached, and values that are needed later."""

from actions.case_api import Refused
from actions.handing_over import hand_over
from actions.turn import Turn

#: Messages in which values about a plan are a wish that comes before its time.
BEFORE_A_PLAN = {"report_hardship", "inform", "nlu_fallback", "request_human", "complain", "greet"}
#: Of the values of a message those that a plan is made of.
OF_A_PLAN = {"amount", "instalments", "duration", "date", "day_of_month", "rhythm"}


async def note_what_is_said_beside(turn: Turn) -> None:
    """Once for each message, before it is answered."""
    if turn.was_answered:
        return
    if turn.value("contact") and turn.slot("identified"):
        await note_contact(turn)
    phone = turn.value("phone")
    if phone:
        turn.remember(known_phone=phone)
    if turn.intent in BEFORE_A_PLAN and not turn.active_loop:
        wished = [one for one in turn.entities if one["entity"] in OF_A_PLAN]
        if wished:
            turn.remember(wished=wished)


async def note_contact(turn: Turn) -> None:
    """Writes down that the person is to be written to only, and says so. Raises NotIdentified."""
    try:
        await turn.api.only_in_writing(turn.case_reference, key=f"{turn.key}:contact")
    except Refused:  # another case system may know no such thing; then people see to it
        await hand_over(turn, "contact_details")
    else:
        turn.say("contact_written", choices=[])

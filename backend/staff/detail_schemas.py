"""All that the console shows of one conversation."""

from datetime import datetime

from pydantic import BaseModel

from backend.handoff.card import Card
from backend.notes.schemas import NoteOut
from backend.staff.granting.schemas import GrantOut
from backend.staff.schemas import (
    CaseOut,
    ConversationForStaff,
    HandoffOut,
    ProposalOut,
    StaffMessage,
)


class Detail(BaseModel):
    """All that an agent needs to know; `granted` are the offers that people have made.

    `card` is what is looked at first, `summary` at most five lines in the agent's language. `call`
    is when a call was promised that is not made yet.
    `notes` are those of the conversation and of the others about its case.
    """

    conversation: ConversationForStaff
    handoff: HandoffOut
    call: datetime | None
    card: Card
    summary: list[str]
    messages: list[StaffMessage]
    case: CaseOut | None
    proposals: list[ProposalOut]
    granted: list[GrantOut]
    notes: list[NoteOut]

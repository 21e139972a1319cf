"""What goes in and out of the handoff route."""

from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field

from backend.conversations.kinds import Mode
from backend.handoff.kinds import HandoffKind
from backend.handoff.reasons import reasons


def _known_reason(reason: str) -> str:
    if reason not in reasons():
        raise ValueError(f"one of {', '.join(reasons())}")
    return reason


class HandoffIn(BaseModel):
    """A handoff as the assistant's actions ask for it.

    `facts` are what only the dialogue knows: summary.py reads `plan_terms` and `plan_outcome`, the
    card `doing`, `asked`, `pending`, `plain` and `known_phone`. `at` is when the debtor wants to be
    called.
    """

    reason: Annotated[str, AfterValidator(_known_reason)]
    wish: Annotated[str, Field(max_length=20_000)] = ""
    facts: dict[str, Any] = {}
    kind: HandoffKind = "chat"
    phone: Annotated[str, Field(max_length=40)] | None = None
    at: AwareDatetime | None = None


class HandoffAnswer(BaseModel):
    """What the debtor may be told.

    `open` says whether people are there now; `promised_at` is by when one answers, with the
    client's offset, and null while the debtor waits in the queue, where `place` is the place.
    `created` is false when the conversation had been handed over already.
    """

    reference: str
    open: bool
    mode: Mode
    promised_at: AwareDatetime | None
    place: int | None
    created: bool

"""What goes in and out of the handoff route."""

from datetime import date, time
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field

from backend.conversations.kinds import Mode
from backend.handoff.kinds import HandoffKind
from backend.handoff.reasons import reasons
from backend.handoff.standing import WaitKind


def _known_reason(reason: str) -> str:
    if reason not in reasons():
        raise ValueError(f"one of {', '.join(reasons())}")
    return reason


class HandoffIn(BaseModel):
    """A handoff as the assistant's actions ask for it.

    `facts` are what only the dialogue knows: summary.py reads `plan_terms` and `plan_outcome`, the
    card `doing`, `asked`, `pending`, `plain` and `known_phone`. When the debtor wants to be called
    is `at`, or a day `on`, a time of day `clock`, or both of these; it is moved into the opening
    hours.
    """

    reason: Annotated[str, AfterValidator(_known_reason)]
    wish: Annotated[str, Field(max_length=20_000)] = ""
    facts: dict[str, Any] = {}
    kind: HandoffKind = "chat"
    phone: Annotated[str, Field(max_length=40)] | None = None
    at: AwareDatetime | None = None
    on: date | None = None
    clock: time | None = None


class HandoffAnswer(BaseModel):
    """What the debtor may be told.

    `open` says whether people are there now; `promised_at` is by when one answers, with the
    client's offset, and null while the debtor waits in the queue. There `place` is the place,
    `minutes` the wait where it is measured, `closes` until when people are there if that is sooner,
    and `wait` says which of these is known. `created` is false when the conversation had been
    handed over already. Of a call, `times` are others that may be picked.
    """

    reference: str
    open: bool
    mode: Mode
    promised_at: AwareDatetime | None
    place: int | None
    wait: WaitKind | None = None
    minutes: int | None = None
    closes: AwareDatetime | None = None
    created: bool
    times: list[AwareDatetime] = []

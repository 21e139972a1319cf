"""A debtor writes in a conversation that was closed: who has it now."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.conversations.repository import Line
from backend.duty import is_on_duty
from backend.duty.repository import end_wrap_up
from backend.handoff.handing_over import hand_over_within
from backend.handoff.kinds import Outcome
from backend.handoff.repository import last_ended, take_handoffs
from backend.handoff.schemas import HandoffIn
from backend.handoff.telling import line_after_reopening
from backend.services import Services
from backend.staff.noting import note_taken
from backend.staff.repository import find_user
from backend.texts import say

REASON = "reopened"


class Reopening(BaseModel):
    """The file reopening.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    same_person_within_hours: int
    waits_again_after: tuple[Outcome, ...]


@cache
def reopening() -> Reopening:
    """The rules, read once."""
    content = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return Reopening.model_validate(content)


async def reopen(
    session: AsyncSession, house: Services, conversation: Conversation, text: str
) -> Sequence[Line]:
    """Gives it to who had it, else to the queue or the assistant; what the debtor is told.

    It is a new handoff with clocks of its own: days between the two are nobody's waiting. The
    caller holds the conversation and has set it to be the assistant's.
    """
    last = await last_ended(session, conversation.id)
    if last is None or last.taken_by is None or last.ended_at is None:
        return ()
    since = utc_now() - timedelta(hours=reopening().same_person_within_hours)
    person = last.taken_by if last.ended_at >= since else None
    there = person is not None and await is_on_duty(session, person, conversation.client)
    if not there and last.outcome not in reopening().waits_again_after:
        return ()
    await session.flush()
    answer = await hand_over_within(
        session, house, conversation.id, HandoffIn(reason=REASON, wish=text)
    )
    user = await find_user(session, person) if there and person else None
    if user is None:
        return [line_after_reopening(session, house, conversation, answer)]
    conversation.agent, conversation.mode = user.id, "agent"
    await take_handoffs(session, conversation.id, user.id)
    await note_taken(session, house, conversation)
    await end_wrap_up(session, user.id)
    back = say(house.texts, conversation.language, "agent_back", name=user.first_name)
    return [Line("system", back)]

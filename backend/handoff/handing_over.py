"""Hands a conversation over: into the queue while people are there, else with a promised time."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import CASE_API, Subject, write_down
from backend.cases.once import once
from backend.clients import Client
from backend.conversations import events
from backend.conversations.models import Conversation
from backend.conversations.repository import get_conversation, lock_conversation
from backend.eventlog import record, where_of
from backend.handoff.models import Handoff
from backend.handoff.reasons import Reason, reasons
from backend.handoff.references import new_reference
from backend.handoff.repository import open_chat_handoff, place_in_queue, waiting_callback
from backend.handoff.schemas import HandoffAnswer, HandoffIn
from backend.privacy import mask
from backend.problems import not_found
from backend.services import Services


async def hand_over(
    house: Services, conversation: str, wanted: HandoffIn, key: str | None
) -> HandoffAnswer:
    """The handoff, new or as it was. With the same key nothing is done twice.

    Called by an action in the middle of a turn, so it must not wait for the conversation's lock.
    """

    async def work(session: AsyncSession) -> dict[str, Any]:
        answer = await hand_over_within(session, house, conversation, wanted)
        return answer.model_dump(mode="json")

    answer = await once(house.database, key, f"{conversation}/handoffs", work)
    async with house.database.transaction() as session:
        now = await get_conversation(session, conversation)
    await events.tell_mode(house.hub, now)
    return HandoffAnswer.model_validate(answer)


async def hand_over_within(
    session: AsyncSession, house: Services, conversation: str, wanted: HandoffIn
) -> HandoffAnswer:
    """The same as a part of something larger; whoever is to hear of it is told by the caller."""
    now = await lock_conversation(session, conversation)
    if now is None:
        raise not_found("conversation")
    client = house.clients.get(now.client)
    moment = house.clock.now(client.zone)
    reason = reasons()[wanted.reason]
    stops_assistant = wanted.kind == "chat" and not reason.keeps_assistant
    handoff = await _open_before(session, now, wanted, stops_assistant)
    created = handoff is None
    reason_before = handoff.reason if handoff else None
    hours = client.opening_hours_in(now.language)
    is_open = hours.is_open(moment)
    if handoff is None:
        handoff = _handoff(now, client, wanted, reason, stops_assistant)
        session.add(handoff)
        if not (stops_assistant and is_open):
            handoff.promised_at = wanted.at or hours.promise(moment)
    elif wanted.kind == "callback":
        handoff.phone = wanted.phone
    elif reason.priority > handoff.priority:
        handoff.reason, handoff.priority = wanted.reason, reason.priority
    if not created:
        handoff.facts = {**handoff.facts, **_known(wanted)}
    if created or handoff.reason != reason_before:
        record(session, "handoff_made", where_of(now), reason=wanted.reason, in_hours=is_open)
        about, case = Subject("conversation", now.id), now.case_reference
        write_down(session, "handoff.made", CASE_API, about, client=now.client, case=case)
    now.handed_over = True
    if stops_assistant and is_open and now.mode == "bot":
        now.mode = "queue"
    await session.flush()
    waits = now.mode == "queue" and stops_assistant
    return HandoffAnswer(
        reference=handoff.reference,
        open=is_open,
        mode=now.mode,
        promised_at=_in_zone(handoff.promised_at, client),
        place=await place_in_queue(session, handoff, client.id) if waits else None,
        created=created,
    )


async def _open_before(
    session: AsyncSession, now: Conversation, wanted: HandoffIn, stops_assistant: bool
) -> Handoff | None:
    """What is open already: another number is for the same call, and one person is enough."""
    if wanted.kind == "callback":
        return await waiting_callback(session, now.id)
    return await open_chat_handoff(session, now.id) if stops_assistant else None


def _known(wanted: HandoffIn) -> dict[str, Any]:
    """The facts that there are; what is not known now may have been known before."""
    return {name: value for name, value in wanted.facts.items() if value is not None}


def _handoff(
    conversation: Conversation,
    client: Client,
    wanted: HandoffIn,
    reason: Reason,
    stops_assistant: bool,
) -> Handoff:
    return Handoff(
        id=uuid4().hex,
        reference=new_reference(),
        conversation_id=conversation.id,
        kind=wanted.kind,
        reason=wanted.reason,
        priority=reason.priority,
        keeps_assistant=not stops_assistant,
        wish=mask(wanted.wish, client.country),
        facts=wanted.facts,
        phone=wanted.phone,
    )


def _in_zone(moment: datetime | None, client: Client) -> datetime | None:
    return None if moment is None else moment.astimezone(client.zone)

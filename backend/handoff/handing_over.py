"""Hands a conversation over: into the queue while people are there, else with a promised time."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import CASE_API, Subject, write_down
from backend.cases.once import once
from backend.clients import Client
from backend.clients.hours import OpeningHours
from backend.clock import utc_now
from backend.conversations import events
from backend.conversations.models import Conversation
from backend.conversations.repository import get_conversation, lock_conversation
from backend.eventlog import record, where_of
from backend.handoff.calling import call_at, call_times
from backend.handoff.clocks import start_clocks
from backend.handoff.models import Handoff
from backend.handoff.reasons import Reason, reasons
from backend.handoff.references import new_reference
from backend.handoff.repository import open_chat_handoff, place_in_queue, waiting_callback
from backend.handoff.schemas import HandoffAnswer, HandoffIn
from backend.handoff.standing import Standing, standing_of
from backend.handoff.telling import note_told
from backend.handoff.triggers import CLIENT_RULE, rule_of
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
    by = hours.after(moment, client.targets.answer_seconds)
    if handoff is None:
        handoff = _handoff(now, client, wanted, reason, stops_assistant)
        session.add(handoff)
        if not (stops_assistant and is_open):
            handoff.promised_at = by
    if wanted.kind == "callback":
        _promise_a_call(handoff, wanted, hours, moment, by)
    elif reason.priority > handoff.priority:
        handoff.reason, handoff.priority = wanted.reason, reason.priority
    if created or wanted.kind == "callback":
        start_clocks(handoff, client, now.language, house.clock)
    if not created:
        handoff.facts = {**handoff.facts, **_known(_kept(wanted, client))}
    if created or handoff.reason != reason_before:
        record(session, "handoff_made", where_of(now), reason=wanted.reason, in_hours=is_open)
        about, case = Subject("conversation", now.id), now.case_reference
        write_down(session, "handoff.made", CASE_API, about, client=now.client, case=case)
    now.handed_over = True
    if stops_assistant and is_open and now.mode == "bot":
        now.mode = "queue"
    await session.flush()
    waits = now.mode == "queue" and stops_assistant
    standing = await _stand(session, house, client, handoff) if waits else None
    return HandoffAnswer(
        reference=handoff.reference,
        open=is_open,
        mode=now.mode,
        promised_at=_in_zone(handoff.promised_at, client),
        place=standing.place if standing else None,
        wait=standing.wait if standing else None,
        minutes=standing.minutes if standing else None,
        closes=standing.closes if standing else None,
        created=created,
        times=call_times(hours, moment, wanted.on) if wanted.kind == "callback" else [],
    )


def _promise_a_call(
    handoff: Handoff,
    wanted: HandoffIn,
    hours: OpeningHours,
    moment: datetime,
    by: datetime | None,
) -> None:
    """Who waited in writing keeps the place and is called; what was promised before holds on."""
    handoff.kind, handoff.keeps_assistant = "callback", True
    handoff.phone = wanted.phone or handoff.phone
    if wanted.at is not None:
        local = wanted.at.astimezone(hours.zone)
        wished = call_at(hours, moment, local.date(), local.time())
    else:
        wished = call_at(hours, moment, wanted.on, wanted.clock)
    handoff.call_from = wished or handoff.call_from
    handoff.promised_at = wished or handoff.promised_at or by


async def _stand(
    session: AsyncSession, house: Services, client: Client, handoff: Handoff
) -> Standing:
    """Where the debtor stands, who is told it with the answer."""
    place = await place_in_queue(session, handoff, client.id)
    standing = await standing_of(session, house, client, handoff, place)
    note_told(handoff, standing, utc_now())
    return standing


async def _open_before(
    session: AsyncSession, now: Conversation, wanted: HandoffIn, stops_assistant: bool
) -> Handoff | None:
    """What is open already: another number is for the same call, and one person is enough.

    A call takes the place of waiting in writing.
    """
    if wanted.kind == "callback":
        known = await waiting_callback(session, now.id)
        waits = await open_chat_handoff(session, now.id) if known is None else None
        return known or (waits if waits is not None and waits.state == "waiting" else None)
    return await open_chat_handoff(session, now.id) if stops_assistant else None


def _kept(wanted: HandoffIn, client: Client) -> dict[str, Any]:
    """The facts, with the client's own rule as it stands today; the file may say another tomorrow."""
    place = wanted.facts.get(CLIENT_RULE)
    return (
        {**wanted.facts, CLIENT_RULE: rule_of(client, place)} if place is not None else wanted.facts
    )


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts that there are; what is not known now may have been known before."""
    return {name: value for name, value in facts.items() if value is not None}


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
        facts=_kept(wanted, client),
        phone=wanted.phone,
        created_at=utc_now(),
    )


def _in_zone(moment: datetime | None, client: Client) -> datetime | None:
    return None if moment is None else moment.astimezone(client.zone)

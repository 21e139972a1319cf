"""An offer of a person is agreed: the debtor presses the button, or says yes on the phone."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.accepting import Yes, accept
from backend.agreements.deferring import promise
from backend.agreements.schemas import Shown
from backend.audit import Actor, Subject, write_down
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.cases.repository import lock_case
from backend.clients import Client
from backend.clock import utc_now
from backend.conversations import events
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.conversations.repository import Line, append, lock_conversation
from backend.eventlog import record, where_of
from backend.problems import Problem
from backend.services import Services
from backend.staff.granting.lines import offer_card
from backend.staff.granting.repository import get_grant, lock_grant
from backend.staff.granting.saying import Voice
from backend.staff.granting.schemas import GrantOffer, GrantOut
from backend.staff.granting.shown import show_grants
from backend.staff.granting.standing import may_be_said
from backend.staff.granting.telling import tell_grant
from backend.staff.models import Grant, StaffUser
from backend.staff.signed_in import clients_of


async def take_yes(house: Services, conversation: Conversation, offer: str) -> Sequence[Line]:
    """What is said to a debtor who has pressed the button; pressing again changes nothing."""
    client = house.clients.get(conversation.client)
    async with house.database.transaction() as session:
        grant = await get_grant(session, offer)
    try:
        plan = await _accept(house, grant, conversation, client)
        async with house.database.transaction() as session:
            line, _ = await _mark(session, house, grant.id, conversation, client, plan)
    except Problem:
        return [Line("system", Voice(client, conversation.language)("gone"))]
    await tell_grant(house.hub, conversation)
    return [line]


async def agree_by_phone(house: Services, user: StaffUser, offer: str) -> GrantOut:
    """The user has read the words out, and the debtor has said yes; saying it again is harmless.

    The debtor finds it in the conversation. Raises the problems not-found, not-taken-by-you,
    offer-not-open, and those of accepting an offer.
    """
    async with house.database.transaction() as session:
        grant = await lock_grant(session, offer, clients_of(house, user))
        conversation = await lock_conversation(session, grant.conversation_id)
        assert conversation is not None
        if conversation.agent != user.id:
            raise refusal(house, user.language, 409, "not-taken-by-you")
        client = house.clients.get(conversation.client)
        now = house.clock.now(client.zone)
        if grant.agreed_at is None and not may_be_said(grant, now):
            raise refusal(house, user.language, 409, "offer-not-open")
    plan = await _accept(house, grant, conversation, client)
    said = []
    async with house.database.transaction() as session:
        line, is_new = await _mark(session, house, grant.id, conversation, client, plan)
        if is_new:
            said = await append(session, conversation.id, [line])
            by, about, case = Actor.staff(user.id), Subject("offer", grant.id), grant.case_reference
            act = "offer.agreed_by_phone"
            write_down(session, act, by, about, client=conversation.client, case=case)
        [shown] = await show_grants(session, [await get_grant(session, grant.id)], now)
    await events.tell_messages(house.hub, conversation, said)
    await tell_grant(house.hub, conversation)
    return shown


async def _accept(
    house: Services, grant: Grant, conversation: Conversation, client: Client
) -> str | None:
    """The plan that the offer became, now or before; more time has none."""
    if grant.kind == "deferral":
        return None
    words = GrantOffer.model_validate(grant.facts).words
    yes = Yes(where_of(conversation), Shown(language=grant.language, lines=words))
    now = house.clock.now(client.zone)
    return (await accept(house.database, client, grant.id, now, yes)).id


async def _mark(
    session: AsyncSession,
    house: Services,
    id: str,
    conversation: Conversation,
    client: Client,
    plan: str | None,
) -> tuple[Line, bool]:
    """Notes that it is agreed. The line that says so, and whether that is new."""
    found = await get_grant(session, id)
    case = await lock_case(session, found.case_reference)
    grant = await get_grant(session, id)
    offer = GrantOffer.model_validate(grant.facts)
    is_new = grant.agreed_at is None
    if is_new:
        if plan is None:
            now = house.clock.now(client.zone)
            await _defer(session, grant, offer, case, client, conversation, now)
        grant.agreed_at = utc_now()
    reference = payment_reference_of(case, client)
    card = offer_card(offer, "agreed")
    if plan is not None:
        card |= {"id": plan, "reference": reference}
    text = Voice(client, grant.language).agreed(offer, reference)
    return Line("system", text, card=card), is_new


async def _defer(
    session: AsyncSession,
    grant: Grant,
    offer: GrantOffer,
    case: Case,
    client: Client,
    conversation: Conversation,
    now: datetime,
) -> None:
    """Writes the promise. Raises the problem offer-expired when it no longer holds."""
    until = offer.schedule[0].due
    holds = may_be_said(grant, now) and until > now.date()
    if not holds or case.stops or case.status is CaseStatus.PLAN:
        raise Problem(409, "offer-expired", "This offer has expired. Please ask for a new one.")
    await promise(
        session,
        case,
        client,
        until=until,
        today=now.date(),
        shown=Shown(language=grant.language, lines=offer.words),
        conversation=conversation.id,
        made_by=grant.made_by,
    )
    about = Subject("case", case.reference)
    write_down(session, "payment.deferred", Actor.staff(grant.made_by), about, client=case.client)
    days = (until - now.date()).days
    record(session, "payment_deferred", where_of(conversation), days=days)

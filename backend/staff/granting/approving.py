"""A second person says yes or no to an offer beyond its maker's limits."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.expiring import end_of_next_working_day
from backend.agreements.reasons import reason_in_words
from backend.agreements.repository import get_offer
from backend.audit import Actor, Subject, write_down
from backend.cases.repository import get_case
from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.conversations.repository import get_conversation
from backend.eventlog import record, where_of
from backend.privacy import mask
from backend.problems import not_found
from backend.services import Services
from backend.staff.granting.repository import grants_waiting, lock_grant
from backend.staff.granting.schemas import (
    ApprovalOut,
    Approvals,
    Decision,
    GrantOffer,
    Waiting,
)
from backend.staff.granting.shown import show_grants
from backend.staff.granting.telling import tell_grant
from backend.staff.models import Grant, StaffUser
from backend.staff.shown import show_client
from backend.staff.signed_in import clients_of


async def list_waiting(house: Services, user: StaffUser) -> Waiting:
    """Which offers wait for the user's yes; nothing of a case is told, so nothing was read."""
    async with house.database.transaction() as session:
        return Waiting(offers=[grant.id for grant, _ in await _open(session, house, user)])


async def list_approvals(house: Services, user: StaffUser) -> Approvals:
    """What waits for the user's yes; that the cases were read is written down, each once."""
    async with house.database.transaction() as session:
        waiting = await _open(session, house, user)
        for case, client in {grant.case_reference: it.client for grant, it in waiting}.items():
            about = Subject("case", case)
            write_down(session, "case.read", Actor.staff(user.id), about, client=client)
        return Approvals(
            items=[
                await _item(session, house, user, grant, conversation)
                for grant, conversation in waiting
            ]
        )


async def _open(
    session: AsyncSession, house: Services, user: StaffUser
) -> list[tuple[Grant, Conversation]]:
    waiting = await grants_waiting(session, user.role, user.id, clients_of(house, user))
    return [(grant, it) for grant, it in waiting if grant.expires_at > _now(house, it)]


async def decide(house: Services, user: StaffUser, offer: str, decision: Decision) -> None:
    """The user's yes or no; the same again is harmless.

    Who is of another role finds nothing, as for an offer that is not there. Raises the problems
    not-found, not-your-own-offer, already-decided and offer-not-open.
    """
    async with house.database.transaction() as session:
        grant = await lock_grant(session, offer, clients_of(house, user))
        if grant.needs_role != user.role:
            raise not_found("offer")
        if grant.made_by == user.id:
            raise refusal(house, user.language, 409, "not-your-own-offer")
        if grant.approved is not None:
            if (grant.decided_by, grant.approved) == (user.id, decision.approved):
                return
            raise refusal(house, user.language, 409, "already-decided")
        conversation = await get_conversation(session, grant.conversation_id)
        if grant.expires_at <= _now(house, conversation):
            raise refusal(house, user.language, 409, "offer-not-open")
        await _write(session, house, user, grant, conversation, decision)
    await tell_grant(house.hub, conversation)


def _now(house: Services, conversation: Conversation) -> datetime:
    return house.clock.now(house.clients.get(conversation.client).zone)


async def _write(
    session: AsyncSession,
    house: Services,
    user: StaffUser,
    grant: Grant,
    conversation: Conversation,
    decision: Decision,
) -> None:
    client = house.clients.get(conversation.client)
    note, now = decision.note, utc_now()
    grant.approved = decision.approved
    grant.decided_by, grant.decided_at = user.id, now
    grant.decision_note = mask(note, client.country) if note else None
    if decision.approved:
        # There is to be time to say it.
        today = house.clock.now(client.zone)
        grant.expires_at = end_of_next_working_day(today, client.jurisdiction.bank_days)
        await _approve_offer(session, grant, user, now)
    about = Subject("offer", grant.id)
    act = "approval.given" if decision.approved else "approval.refused"
    write_down(
        session, act, Actor.staff(user.id), about, client=client.id, case=grant.case_reference
    )
    record(session, "approval_decided", where_of(conversation), approved=decision.approved)


async def _approve_offer(
    session: AsyncSession, grant: Grant, user: StaffUser, now: datetime
) -> None:
    """The plan's offer is open now; a deferral has none of its own."""
    if grant.kind == "deferral":
        return
    offer = await get_offer(session, grant.id)
    offer.approved_by, offer.approved_at = user.id, now
    offer.expires_at = grant.expires_at


async def _item(
    session: AsyncSession,
    house: Services,
    user: StaffUser,
    grant: Grant,
    conversation: Conversation,
) -> ApprovalOut:
    client = house.clients.get(conversation.client)
    [shown] = await show_grants(session, [grant], house.clock.now(client.zone))
    case = await get_case(session, grant.case_reference)
    offer = GrantOffer.model_validate(grant.facts)
    return ApprovalOut(
        grant=shown,
        conversation=conversation.id,
        client=show_client(client, house.clock),
        case=case.reference,
        debtor=case.debtor.name,
        balance=offer.compared.today if offer.compared else offer.total,
        reasons=[reason_in_words(one, client, user.language) for one in grant.beyond],
        costs=offer.costs,
        forgiven=offer.forgiven,
    )

"""Handoffs as the console shows them."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.repository import names_of_debtors
from backend.clients import Client
from backend.clock import Clock, utc_now
from backend.handoff.clocks import running_clock
from backend.handoff.models import Handoff
from backend.services import Services
from backend.staff.repository import names_of_users
from backend.staff.schemas import ClientOut, ClockOut, HandoffOut, Named


async def show_handoffs(
    session: AsyncSession, house: Services, handoffs: Sequence[Handoff]
) -> list[HandoffOut]:
    """The handoffs with the names of clients, debtors and users."""
    users = await names_of_users(session, {h.taken_by for h in handoffs if h.taken_by})
    cases = {reference for h in handoffs if (reference := h.conversation.case_reference)}
    debtors = await names_of_debtors(session, cases)
    shown = []
    for handoff in handoffs:
        debtor = debtors.get(handoff.conversation.case_reference or "")
        taken_by = Named(id=h, name=users[h]) if (h := handoff.taken_by) else None
        shown.append(_shown(house, handoff, debtor, taken_by))
    return shown


def show_client(client: Client, clock: Clock) -> ClientOut:
    """The client's name and colour, and its clock."""
    return ClientOut(
        id=client.id,
        name=client.name,
        colour=client.colour,
        zone=str(client.zone),
        ahead_seconds=round(clock.ahead(client.zone).total_seconds()),
    )


def _shown(
    house: Services, handoff: Handoff, debtor: str | None, taken_by: Named | None
) -> HandoffOut:
    conversation = handoff.conversation
    return HandoffOut(
        id=handoff.id,
        reference=handoff.reference,
        conversation=conversation.id,
        kind=handoff.kind,
        reason=handoff.reason,
        state=handoff.state,
        priority=handoff.priority,
        client=show_client(house.clients.get(conversation.client), house.clock),
        language=conversation.language,
        wish=handoff.wish,
        case=conversation.case_reference,
        debtor=debtor,
        created_at=handoff.created_at,
        promised_at=handoff.promised_at,
        call_from=handoff.call_from,
        clock=_clock(handoff),
        taken_by=taken_by,
        waiting_seconds=_waiting_seconds(handoff),
    )


def _clock(handoff: Handoff) -> ClockOut | None:
    clock = running_clock(handoff)
    return ClockOut(name=clock[0], due_at=clock[1]) if clock else None


def _waiting_seconds(handoff: Handoff) -> int:
    """From asking for a person to getting one, or until now."""
    until = handoff.taken_at or handoff.ended_at or utc_now()
    return int((until - handoff.created_at).total_seconds())

"""Grants as the console shows them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.staff.granting.repository import grants_of, undone_among
from backend.staff.granting.schemas import GrantOffer, GrantOut, State
from backend.staff.granting.standing import state_of
from backend.staff.models import Grant
from backend.staff.repository import names_of_users
from backend.staff.schemas import Named


async def show_grants_of(session: AsyncSession, conversation: str, now: datetime) -> list[GrantOut]:
    """What people have offered in the conversation, the newest first; `now` by the client's clock."""
    return await show_grants(session, await grants_of(session, conversation), now)


async def show_grants(
    session: AsyncSession, grants: Sequence[Grant], now: datetime
) -> list[GrantOut]:
    """The grants with the names of those who made and decided them."""
    users = {user for grant in grants for user in (grant.made_by, grant.decided_by) if user}
    names = await names_of_users(session, users)
    undone = await undone_among(session, grants)
    return [
        _shown(grant, names, "undone" if grant.id in undone else state_of(grant, now))
        for grant in grants
    ]


def _shown(grant: Grant, names: Mapping[str, str], state: State) -> GrantOut:
    offer = GrantOffer.model_validate(grant.facts)
    decided = grant.decided_by
    return GrantOut(
        **offer.model_dump(include=_OF_THE_OFFER),
        id=grant.id,
        kind=grant.kind,
        state=state,
        needs_role=grant.needs_role,
        made_by=Named(id=grant.made_by, name=names.get(grant.made_by, "")),
        made_at=grant.made_at,
        note=grant.note,
        decided_by=Named(id=decided, name=names.get(decided, "")) if decided else None,
        decision_note=grant.decision_note,
    )


_OF_THE_OFFER = {"instalment", "instalments", "total", "currency", "schedule", "words"}

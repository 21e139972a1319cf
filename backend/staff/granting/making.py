"""A person looks at what may be agreed, and makes an offer of it. The debtor hears nothing yet."""

from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.conversations.refusing import refusal
from backend.eventlog import record, where_of
from backend.privacy import mask
from backend.services import Services
from backend.staff.granting.place import Place, own_place
from backend.staff.granting.reckoning import Reckoned, reckon
from backend.staff.granting.repository import grants_of
from backend.staff.granting.saying import Voice
from backend.staff.granting.schemas import GrantAnswer, GrantOffer, WishIn
from backend.staff.granting.standing import is_open
from backend.staff.granting.telling import tell_grant
from backend.staff.models import Grant, StaffUser


async def look(house: Services, user: StaffUser, conversation: str, wish: WishIn) -> GrantAnswer:
    """What may be agreed. Nothing is kept: one looks at many before one makes one.

    Raises the problems of own_place and of reckon.
    """
    async with house.database.transaction() as session:
        place = await own_place(session, house, user, conversation)
        answer = (await reckon(session, house, place, wish)).answer
        await session.rollback()
    for offer in answer.offers:
        offer.id = None
    return answer


async def make(house: Services, user: StaffUser, conversation: str, wish: WishIn) -> GrantAnswer:
    """Keeps the offer whose schedule was looked at, and only that.

    Where somebody else has to say yes first, it waits for that. Raises the problems of own_place
    and of reckon, and offer-changed when there is no such offer any more.
    """
    async with house.database.transaction() as session:
        place = await own_place(session, house, user, conversation)
        found = await reckon(session, house, place, wish)
        chosen = next((one for one in found.answer.offers if one.schedule == wish.keep), None)
        if chosen is None:
            raise refusal(house, user.language, 409, "offer-changed")
        made = await _made_before(session, place, chosen)
        if made is not None:
            await session.rollback()
            return found.answer.model_copy(update={"offers": [_with_id(chosen, made)]})
        grant = _grant(place, found, _with_id(chosen, chosen.id or uuid4().hex), wish.note)
        session.add(grant)
        _note(session, place, grant)
    await tell_grant(house.hub, place.conversation)
    return found.answer.model_copy(update={"offers": [_with_id(chosen, grant.id)]})


def _with_id(offer: GrantOffer, id: str) -> GrantOffer:
    return offer.model_copy(update={"id": id})


async def _made_before(session: AsyncSession, place: Place, chosen: GrantOffer) -> str | None:
    """The same offer, when it was made already and is open: the answer to that was lost."""
    schedule = chosen.model_dump(mode="json")["schedule"]
    for grant in await grants_of(session, place.conversation.id):
        same = grant.kind == chosen.kind and grant.facts["schedule"] == schedule
        if same and grant.made_by == place.user.id and is_open(grant, place.now):
            return grant.id
    return None


def _leave_of_nearest(place: Place) -> str:
    """Who lets the nearest be that may be had, where the wish itself may not."""
    by_hand = place.client.rules_on(place.today).by_hand
    return "limits" if place.user.role in by_hand else "rules"


def _grant(place: Place, found: Reckoned, chosen: GrantOffer, note: str | None) -> Grant:
    return Grant(
        id=chosen.id,
        conversation_id=place.conversation.id,
        case_reference=place.case.reference,
        kind=chosen.kind,
        facts=chosen.model_dump(mode="json"),
        language=Voice(place.client, place.conversation.language).language,
        leave=found.answer.granted_by or _leave_of_nearest(place),
        needs_role=found.answer.needs_role,
        beyond=found.beyond,
        note=mask(note, place.client.country) if note else None,
        made_by=place.user.id,
        expires_at=chosen.expires_at,
    )


def _note(session: AsyncSession, place: Place, grant: Grant) -> None:
    about: dict[str, Any] = {"client": place.client.id, "case": place.case.reference}
    by, offer = Actor.staff(place.user.id), Subject("offer", grant.id)
    write_down(session, "offer.made", by, offer, **about, kind=grant.kind, leave=grant.leave)
    if grant.needs_role is not None:
        write_down(session, "approval.asked", by, offer, **about, role=grant.needs_role)
    where = where_of(place.conversation)
    record(session, "offer_made", where, about=grant.kind, leave=grant.leave)

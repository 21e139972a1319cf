"""What the user may do in a conversation."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.cases.hold_reasons import hold_reasons
from backend.cases.lifting import holds_that_stand
from backend.cases.models import Hold
from backend.cases.repository import get_case
from backend.clients import Client
from backend.macros.available import Macro, macros
from backend.macros.hold_rules import hold_rules
from backend.macros.saying import macro_texts
from backend.macros.schemas import HeldOut, MacroOut, Macros, ReasonOut
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser
from backend.staff.permissions import permissions_of

#: What needs no case that is known.
_ALWAYS = ("note",)


async def show_macros(house: Services, user: StaffUser, conversation: str) -> Macros:
    """The macros, the reasons for a rest and the rests that there are. Raises not-found.

    That the rests were read is written down: they tell of illness and death.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        client = house.clients.get(found.client)
        today = house.clock.today(client.zone)
        case = found.case_reference
        if case is not None:
            about = Subject("case", case)
            write_down(session, "case.read", Actor.staff(user.id), about, client=client.id)
        holds = await _holds(session, user, case, today) if case else []
    allowed = permissions_of(user.role)
    offered = {
        name: macro
        for name, macro in macros().items()
        if macro.needs in allowed and (case is not None or macro.does in _ALWAYS)
    }
    return Macros(
        macros=[
            _macro(user, name, macro, today)
            for name, macro in offered.items()
            if macro.does != "lift" or any(hold.mine for hold in holds)
        ],
        reasons=_reasons(client, today) if case and "hold.place" in allowed else [],
        holds=holds,
    )


def _macro(user: StaffUser, name: str, macro: Macro, today: date) -> MacroOut:
    title = macro_texts()[user.language].write(f"macro_{name}", {})
    until = today + timedelta(days=macro.days) if macro.days else None
    return MacroOut(name=name, title=title, does=macro.does, reason=macro.reason, until=until)


def _reasons(client: Client, today: date) -> list[ReasonOut]:
    return [
        ReasonOut(reason=reason, until=until_by_rules(client, reason, today), note=rule.note)
        for reason, rule in hold_rules().reasons.items()
    ]


def until_by_rules(client: Client, reason: str, today: date) -> date | None:
    """Until when a case rests for the reason: as the client has set, or else as usual."""
    usual = hold_reasons().get(reason)
    days = usual.days if usual else None
    return client.hold_until(reason, today) or (today + timedelta(days=days) if days else None)


async def _holds(session: AsyncSession, user: StaffUser, case: str, today: date) -> list[HeldOut]:
    known = await get_case(session, case)
    return [held(hold, user) for hold in await holds_that_stand(session, known, today)]


def held(hold: Hold, user: StaffUser) -> HeldOut:
    """The rest as the user sees it."""
    lifted_by = hold_rules().of(hold.reason).lifted_by
    return HeldOut(
        id=hold.id,
        reason=hold.reason,
        until=hold.until,
        placed_at=hold.created_at,
        lifted_by=list(lifted_by),
        mine=may_lift(user, hold.reason),
    )


def may_lift(user: StaffUser, reason: str) -> bool:
    """Whether the user's role may end a rest for the reason."""
    may = "hold.lift" in permissions_of(user.role)
    return may and user.role in hold_rules().of(reason).lifted_by

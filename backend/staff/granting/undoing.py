"""A person undoes an agreement for the debtor, within the days that the client gives."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan
from backend.agreements.presenting import plan_facts
from backend.agreements.repository import get_plan
from backend.agreements.schemas import PlanFacts
from backend.agreements.undoing import undo
from backend.audit import Actor, Subject, write_down
from backend.conversations import events
from backend.conversations.refusing import refusal
from backend.conversations.repository import Line, append
from backend.eventlog import record, where_of
from backend.problems import Problem, not_found
from backend.services import Services
from backend.staff.granting.place import Place, own_place
from backend.staff.granting.saying import Voice
from backend.staff.granting.telling import tell_grant
from backend.staff.models import StaffUser


async def undo_for_debtor(
    house: Services, user: StaffUser, conversation: str, plan: str
) -> PlanFacts:
    """The plan of the conversation's case, undone now or before; doing it again changes nothing.

    The debtor finds it in the conversation. Raises the problems of own_place, not-found and
    undo-too-late.
    """
    said = []
    async with house.database.transaction() as session:
        place = await own_place(session, house, user, conversation)
        found = await get_plan(session, plan)
        if found.case_reference != place.case.reference:
            raise not_found("plan")
        undone = await _undo(session, house, place, plan)
        if undone:
            _note(session, place, undone)
            said = await append(session, conversation, [_line(place, found)])
        facts = await plan_facts(session, found, place.case, place.client, place.today)
    await events.tell_messages(house.hub, place.conversation, said)
    await tell_grant(house.hub, place.conversation)
    return facts


async def _undo(
    session: AsyncSession, house: Services, place: Place, plan: str
) -> Sequence[AgreedPlan]:
    """What is undone by this: a plan over several cases in all of them; nothing when it was before."""
    try:
        undone = await undo(session, plan, place.today)
    except Problem as problem:
        raise refusal(house, place.user.language, problem.status, "undo-too-late") from problem
    await session.flush()
    return undone


def _note(session: AsyncSession, place: Place, undone: Sequence[AgreedPlan]) -> None:
    by = Actor.staff(place.user.id)
    for plan in undone:
        about, case = Subject("plan", plan.id), plan.case_reference
        write_down(session, "plan.undone", by, about, client=place.client.id, case=case)
    record(session, "plan_undone", where_of(place.conversation))


def _line(place: Place, plan: AgreedPlan) -> Line:
    voice = Voice(place.client, place.conversation.language)
    text = voice("undone", goes_on=plan.replaces is not None)
    return Line("system", text, id=f"undone-{plan.id}")

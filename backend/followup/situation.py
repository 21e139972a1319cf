"""All that decides about a reminder, read at the moment at which it is to be said."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, PlanStatus
from backend.agreements.progress import Covered, next_unpaid, progress_of
from backend.agreements.repository import get_plan, plan_of_case
from backend.cases.models import Case
from backend.cases.repository import get_case, ledger_of
from backend.clients import Client
from backend.conversations.models import Conversation
from backend.followup.models import Reminder
from backend.followup.places import conversation_to_use
from backend.services import Services


@dataclass(frozen=True)
class Situation:
    """A reminder with its case as it is now; `now` is in the client's zone.

    `instalment` is the first of the plan that is not paid, None when all are.
    """

    reminder: Reminder
    case: Case
    client: Client
    plan: AgreedPlan | None
    instalment: Covered | None
    left: int
    conversation: Conversation | None
    now: datetime

    @property
    def today(self) -> date:
        """The client's day."""
        return self.now.date()

    @property
    def plan_runs(self) -> bool:
        """Whether the plan is still the one that is kept to."""
        return self.plan is not None and self.plan.status is PlanStatus.AGREED


async def situation_of(session: AsyncSession, house: Services, reminder: Reminder) -> Situation:
    """How things stand."""
    case = await get_case(session, reminder.case_reference)
    client = house.clients.get(case.client)
    if reminder.plan_id is not None:
        plan: AgreedPlan | None = await get_plan(session, reminder.plan_id)
    else:
        plan = await plan_of_case(session, case.reference)
    ledger = await ledger_of(session, case.reference)
    progress = progress_of(plan, ledger) if plan is not None else ()
    return Situation(
        reminder=reminder,
        case=case,
        client=client,
        plan=plan,
        instalment=next_unpaid(progress),
        left=sum(not instalment.is_paid for instalment in progress),
        conversation=await conversation_to_use(session, case.reference),
        now=house.clock.now(client.zone),
    )

"""Whether a debtor wants reminders. For services only: part of the case API."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.audit import CASE_API, Subject, write_down
from backend.cases.repository import get_case
from backend.clock import utc_now
from backend.followup.models import ReminderWish
from backend.followup.repository import write_wish
from backend.followup.schemas import ReminderChoice
from backend.identity.service_token import service_token
from backend.services import Services, services

router = APIRouter(dependencies=[Depends(service_token)])
House = Annotated[Services, Depends(services)]


@router.put("/api/cases/{reference}/reminders")
async def choose_reminders(reference: str, choice: ReminderChoice, house: House) -> ReminderChoice:
    """Notes what the debtor wants; said again it changes nothing."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        wish = ReminderWish(case_reference=case.reference, wanted=choice.wanted, told_at=utc_now())
        await write_wish(session, wish)
        about = Subject("case", case.reference)
        by, client = CASE_API, case.client
        write_down(session, "contact.chosen", by, about, client=client, reminders=choice.wanted)
    return choice

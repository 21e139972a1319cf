"""The routes by which a debtor, staff and services take the written confirmation of a plan."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from backend.agreements.repository import get_plan, plan_of_clients, this_plan_of_case
from backend.audit import CASE_API, Actor
from backend.confirmations.making import File, make_confirmation
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal, too_fast
from backend.conversations.visiting import visitors_conversation
from backend.identity.service_token import service_token
from backend.live import Live, live
from backend.services import Services, services
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import clients_of

MEDIA_TYPE = "application/pdf"
House = Annotated[Services, Depends(services)]
Language = Annotated[str | None, Query(max_length=8)]
router = APIRouter(
    prefix="/api",
    default_response_class=Response,
    responses={200: {"content": {MEDIA_TYPE: {}}, "description": "a tagged PDF (PDF/UA-1)"}},
)


@router.get("/chat/conversations/{conversation}/plans/{plan}/confirmation")
async def take_own_confirmation(
    plan: str,
    theirs: Annotated[Conversation, Depends(visitors_conversation)],
    house: House,
    shared: Annotated[Live, Depends(live)],
    language: Language = None,
) -> Response:
    """For the debtor who is identified: a plan of the conversation's very case."""
    if theirs.case_reference is None:
        raise refusal(house, theirs.language, 403, "not-identified")
    seconds = await shared.limits.spend("confirmations_of_a_conversation", theirs.id)
    if seconds:
        raise too_fast(house, theirs.language, seconds)
    file = await make_confirmation(
        house,
        lambda session: this_plan_of_case(session, plan, theirs.case_reference),
        Actor.debtor(theirs.id),
        language,
        theirs.language,
    )
    return _answer(file)


@router.get("/staff/plans/{plan}/confirmation")
async def take_confirmation_for_staff(
    plan: str,
    me: Annotated[StaffUser, Depends(allowed_to("queue.work"))],
    house: House,
    language: Language = None,
) -> Response:
    """For staff, of plans of their clients."""
    file = await make_confirmation(
        house,
        lambda session: plan_of_clients(session, plan, clients_of(house, me)),
        Actor.staff(me.id),
        language,
    )
    return _answer(file)


@router.get("/plans/{plan}/confirmation", dependencies=[Depends(service_token)])
async def take_confirmation_for_services(
    plan: str, house: House, language: Language = None
) -> Response:
    """For services."""
    file = await make_confirmation(
        house, lambda session: get_plan(session, plan), CASE_API, language
    )
    return _answer(file)


def _answer(file: File) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "Cache-Control": "no-store",
    }
    return Response(file.content, media_type=MEDIA_TYPE, headers=headers)

"""What was wished for about a case, and what came of it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.reasons import reason_in_words
from backend.agreements.repository import requests_of_case
from backend.clients import Client
from backend.staff.granting.repository import grants_by_request
from backend.staff.granting.schemas import GrantOut
from backend.staff.granting.shown import show_grants
from backend.staff.schemas import ByPersonOut, ProposalOut


async def view_proposals(
    session: AsyncSession, reference: str, client: Client, language: str, now: datetime
) -> list[ProposalOut]:
    """The oldest wish first, with the reasons in the agent's language; `now` by the client's clock."""
    made = await grants_by_request(session, reference)
    shown = {grant.id: grant for grant in await show_grants(session, list(made.values()), now)}
    by_person = {request: _by_person(shown[grant.id]) for request, grant in made.items()}
    return [
        ProposalOut(
            at=request.created_at,
            terms=request.terms,
            outcome=request.outcome.value,
            reasons=[reason_in_words(reason, client, language) for reason in request.reasons],
            by_person=by_person.get(request.id),
        )
        for request in await requests_of_case(session, reference)
    ]


def _by_person(grant: GrantOut) -> ByPersonOut:
    return ByPersonOut(
        state=grant.state,
        needs_role=grant.needs_role,
        made_by=grant.made_by,
        decided_by=grant.decided_by,
    )

"""What the debtor proposed in this conversation, which offer was shown, and which rule said no."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import PlanRequest
from backend.agreements.reasons import reason_in_words
from backend.clients import Client
from backend.conversations.models import Conversation, Message
from backend.handoff.card.schemas import Proposal, Refused, Shown

_MOST = 5
_FURTHEST_DAY = timedelta(days=300)
JOINT = "joint"


async def proposals_in(
    session: AsyncSession,
    conversation: Conversation,
    messages: Sequence[Message],
    references: Sequence[str],
    client: Client,
    language: str,
) -> list[Proposal]:
    """The latest proposals about the debtor's cases since the conversation began, the oldest first."""
    requests = await _requests(session, conversation, references)
    until = [request.created_at for request in requests[1:]]
    return [
        Proposal(
            at=request.created_at,
            case=request.case_reference,
            kind=JOINT if request.joint else request.kind.value,
            terms=said_terms(request),
            outcome=request.outcome.value,
            refused_by=[
                Refused(rule=reason["rule"], text=reason_in_words(reason, client, language))
                for reason in request.reasons
            ],
            shown=_shown(messages, request.created_at, before),
        )
        for request, before in zip(requests, [*until, None], strict=False)
    ][-_MOST:]


async def _requests(
    session: AsyncSession, conversation: Conversation, references: Sequence[str]
) -> list[PlanRequest]:
    """The wishes in their order; one for a plan over several cases once."""
    asked = await session.scalars(
        select(PlanRequest)
        .where(
            PlanRequest.case_reference.in_(references),
            PlanRequest.created_at >= conversation.created_at,
            PlanRequest.role.is_(None),  # what people reckon at the desk is no wish of the debtor's
        )
        .order_by(PlanRequest.created_at, PlanRequest.case_reference)
    )
    found: dict[str, PlanRequest] = {}
    for request in asked:
        found.setdefault(request.joint or request.id, request)
    return list(found.values())


def said_terms(request: PlanRequest) -> dict[str, Any]:
    """The terms without a day so far off that it stands for any time at all, which nobody has named."""
    first, asked = request.terms.get("first_date"), request.created_at.date()
    if first is None or date.fromisoformat(first) - asked < _FURTHEST_DAY:
        return request.terms
    return {name: value for name, value in request.terms.items() if name != "first_date"}


def _shown(messages: Sequence[Message], since: datetime, before: datetime | None) -> Shown | None:
    """The offer that came on a card after the wish and before the next one."""
    for message in messages:
        in_time = message.at >= since and (before is None or message.at < before)
        card = message.card or {}
        if in_time and card.get("type") == "plan" and card.get("status") == "offered":
            return _of_card(card)
    return None


def _of_card(card: dict[str, Any]) -> Shown:
    first = next((date.fromisoformat(one["due"]) for one in card.get("schedule") or ()), None)
    return Shown(
        instalments=card["instalments"],
        instalment=card["instalment"],
        total=card["total"],
        currency=card["currency"],
        first_due=first,
    )

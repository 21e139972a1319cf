"""What was agreed and how it came about, as it is kept with a plan."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import PlanOffer, PlanRequest
from backend.agreements.schemas import Notice, Shown
from backend.cases.models import Case
from backend.conversations.models import Conversation, Message

_SAID_BY_US = ("assistant", "agent")


class Evidence(BaseModel):
    """What an agreed plan can be reckoned again from, and what was said before the yes.

    `terms` were wished for the `claim` (see `claim_record`) on the day `asked_on`, by the rules of
    `rules_version`; `offer` is the OfferDetail that was said yes to. `interest_ran` tells what comes
    back when the plan is undone. `paid` are the instalments that were paid when a change took its
    place, and `with_cases` all those that were agreed with the same yes.
    """

    rules_version: str
    asked_on: str | None
    kind: str
    terms: dict[str, Any]
    claim: dict[str, Any]
    role: str | None = None
    offer: dict[str, Any]
    shown: Shown | None = None
    conversation: str | None = None
    interest_ran: bool = False
    made_by: str | None = None
    approved_by: str | None = None
    paid: list[int] = []
    with_cases: list[str] = []


class DeferralEvidence(BaseModel):
    """What a promise of more time was about, and what was said before the yes to it.

    `claim` is what was owed that day (see `claim_record`); `notices` what the yes did to limitation.
    """

    claim: dict[str, Any]
    notices: list[Notice] = []
    shown: Shown | None = None
    conversation: str | None = None
    made_by: str | None = None


async def evidence_of(
    session: AsyncSession,
    offer: PlanOffer,
    case: Case,
    shown: Shown | None,
    conversation: str | None,
    cases: Sequence[str],
) -> dict[str, Any]:
    """The evidence of a plan that is being agreed. Without words, they are the conversation's.

    `cases` are those that are agreed with one yes; the conversation may be about any of them.
    """
    request = await session.get_one(PlanRequest, offer.request_id)
    if shown is None and conversation is not None:
        shown = await said_since(session, conversation, cases, request.created_at)
    evidence = Evidence(
        rules_version=request.rules_version,
        asked_on=None if request.asked_on is None else request.asked_on.isoformat(),
        kind=offer.kind.value,
        terms=request.terms,
        claim=request.claim,
        role=request.role,
        offer=offer.detail,
        shown=shown,
        conversation=conversation,
        interest_ran=case.interest_running,
        made_by=offer.made_by,
        approved_by=offer.approved_by,
        with_cases=list(cases) if len(cases) > 1 else [],
    )
    return evidence.model_dump(mode="json")


async def said_since(
    session: AsyncSession, conversation: str, cases: Sequence[str], since: datetime
) -> Shown | None:
    """What was said to the debtor since a moment, in the order in which it was said."""
    found = await session.get(Conversation, conversation)
    if found is None or found.case_reference not in cases:
        return None
    said = select(Message.text).where(
        Message.conversation_id == conversation,
        Message.sender.in_(_SAID_BY_US),
        Message.at >= since,
    )
    lines = (await session.scalars(said.order_by(Message.seq))).all()
    return Shown(language=found.language, lines=list(lines)) if lines else None

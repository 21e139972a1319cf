"""Making an offer the plan, once, whatever is repeated, killed or restarted in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.becoming import plan_from
from backend.agreements.belonging import refuse_another_cases
from backend.agreements.booking import book_charges
from backend.agreements.claims import claim_today
from backend.agreements.evidence import evidence_of
from backend.agreements.interest import book_interest, stop_interest
from backend.agreements.models import AgreedPlan, PlanOffer
from backend.agreements.noting import note_agreement
from backend.agreements.replacing import make_way
from backend.agreements.repository import (
    get_offer,
    offers_of_joint,
    plan_of_case,
    plan_of_offer,
)
from backend.agreements.schemas import OfferDetail, Shown
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import last_entry_of, lock_case
from backend.clients import Client
from backend.database import Database
from backend.eventlog import Where
from backend.problems import Problem


@dataclass(frozen=True)
class Yes:
    """Where it was said, when in a conversation, and after which words, when they came with it.

    `case` is the one that it was said about, and `named` the conversation as it was told: `where` has
    none that the log does not know. Either may be missing.
    """

    where: Where | None = None
    shown: Shown | None = None
    case: str | None = None
    named: str | None = None

    @property
    def conversation(self) -> str | None:
        """The conversation in which it was said."""
        return None if self.where is None else self.where.conversation


async def accept(
    database: Database, client: Client, offer_id: str, now: datetime, yes: Yes | None = None
) -> AgreedPlan:
    """The plan that the offer became, now or before; `now` in the client's zone.

    An offer of a plan over several cases is accepted with those of the others, or not at all.
    Raises the problems offer-expired, balance-changed, case-stopped, needs-approval, plan-exists,
    sum-not-known and offer-of-another-case.
    """
    yes = yes or Yes()
    try:
        async with database.transaction() as session:
            offer = await get_offer(session, offer_id)
            said_in = yes.named or yes.conversation
            await refuse_another_cases(session, offer, case=yes.case, conversation=said_in)
            agreed = await plan_of_offer(session, offer_id)
            if agreed is not None:
                return agreed
            plans = await _agree_all(session, client, offer, now, yes)
            note_agreement(session, yes.where or Where(client.id), plans)
            return next(plan for plan in plans if plan.offer_id == offer_id)
    except IntegrityError:
        # Somebody else was first: with this offer, or with another one of the case.
        async with database.transaction() as session:
            return await _plan_that_was_first(session, offer_id)


async def _agree_all(
    session: AsyncSession, client: Client, offer: PlanOffer, now: datetime, yes: Yes
) -> list[AgreedPlan]:
    """Always in the order of the cases, so that two at the same moment cannot wait for each other."""
    offers = [offer] if offer.joint is None else await offers_of_joint(session, offer.joint)
    cases = [one.case_reference for one in offers]
    return [await agree(session, client, one, now, yes, cases) for one in offers]


async def agree(
    session: AsyncSession,
    client: Client,
    offer: PlanOffer,
    now: datetime,
    yes: Yes | None = None,
    cases: Sequence[str] = (),
) -> AgreedPlan:
    """Writes the plan. The database's unique indexes decide between several at the same moment.

    `cases` are those for which the yes was said, where there are several.
    """
    yes = yes or Yes()
    if offer.plan_id is not None:
        # The plan that it changes makes way first: of several changes at once one finds it there.
        agreed = await make_way(session, offer)
        if agreed is not None:
            return agreed
    plan = plan_from(offer, now)
    session.add(plan)
    await session.flush()
    case = await lock_case(session, offer.case_reference)
    await _refuse_what_no_longer_holds(session, case, client, offer, now)
    plan.evidence = await evidence_of(
        session, offer, case, yes.shown, yes.conversation, cases or (case.reference,)
    )
    detail = OfferDetail.model_validate(offer.detail)
    if detail.interest == "runs":
        await book_interest(session, case, client, now.date())
    else:
        await stop_interest(session, case, client, now.date())
    await book_charges(session, case, client, plan, detail, now.date())
    case.status = CaseStatus.PLAN
    await session.flush()
    plan.agreed_after_entry = await last_entry_of(session, case.reference)
    return plan


async def _refuse_what_no_longer_holds(
    session: AsyncSession, case: Case, client: Client, offer: PlanOffer, now: datetime
) -> None:
    if now > offer.expires_at:
        raise Problem(409, "offer-expired", "This offer has expired. Please ask for a new one.")
    if offer.needs_role is not None and offer.approved_by is None:
        sentence = "A second person has to approve this offer before it can be agreed."
        raise Problem(409, "needs-approval", sentence, role=offer.needs_role)
    claim = await claim_today(session, case, client, now.date())
    if claim.stops:
        raise Problem(409, "case-stopped", "Only a person can agree a plan for this case now.")
    if claim.balance != OfferDetail.model_validate(offer.detail).balance:
        sentence = "What is owed has changed since this offer. Please ask for a new one."
        raise Problem(409, "balance-changed", sentence)


async def _plan_that_was_first(session: AsyncSession, offer_id: str) -> AgreedPlan:
    plan = await plan_of_offer(session, offer_id)
    if plan is not None:
        return plan
    offer = await get_offer(session, offer_id)
    other = await plan_of_case(session, offer.case_reference)
    sentence = "Another plan is already agreed for this case."
    raise Problem(409, "plan-exists", sentence, plan=other.id if other else None)

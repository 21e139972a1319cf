"""One plan over several cases: an offer for each of them, with the same mark, told as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.detailing import detail_of
from backend.agreements.expiring import end_of_tomorrow
from backend.agreements.gathering import Gathered, gather
from backend.agreements.joint_detail import whole_of
from backend.agreements.joint_facts import facts_of
from backend.agreements.models import OfferKind, PlanOffer, PlanRequest
from backend.agreements.negotiating import Answer
from backend.agreements.offering import offer_from, reasons_of, reasons_told
from backend.agreements.reasons import reason_in_words
from backend.agreements.recording import claim_record, keep_rules
from backend.agreements.schemas import LeftOut, OfferDetail, OfferFacts, OffersFacts, Terms
from backend.agreements.wishes import Wish, proposal_of
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import BrokenRule, CounterOffer, Offer, Referral, Shares, together


@dataclass(frozen=True)
class _Asked:
    """Whose plan is asked for, where, and in which language it is told."""

    case: Case
    client: Client
    terms: Terms
    language: str
    now: datetime


async def joint_offers_for(
    session: AsyncSession, case: Case, client: Client, terms: Terms, language: str, now: datetime
) -> OffersFacts:
    """Offers of one plan over the case and the debtor's others; `now` in the client's zone.

    What is told of an offer is of the whole, and its id is that of the case that was asked about. A
    referral when there is nothing to put together. Raises the problem terms-wrong.
    """
    asked = _Asked(case, client, terms, language, now)
    gathered = await gather(session, case, client, now.date())
    answer, plans = _answer(asked, gathered)
    requests = await _requests(session, asked, gathered, answer)
    offers = [_offers_of(asked, gathered, shares, requests) for shares in plans]
    session.add_all([offer for of_plan in offers for offer in of_plan])
    told = [
        _told(asked, gathered, shares, of_plan)
        for shares, of_plan in zip(plans, offers, strict=True)
    ]
    return OffersFacts(
        outcome=answer.outcome.value,
        kind=OfferKind.PLAN.value,
        offers=told,
        reasons=reasons_told(reasons_of(answer), client, language),
        left_out=[
            LeftOut(case=reference, rule=rule, text=_sentence(rule, client, language))
            for reference, rule in gathered.left_out.items()
        ],
    )


def _answer(asked: _Asked, gathered: Gathered) -> tuple[Answer, Sequence[Shares]]:
    proposal = proposal_of(asked.terms)
    if (rule := gathered.referral(asked.case)) is not None:
        return Answer(referral=rule), ()
    today = asked.now.date()
    rules = asked.client.rules_on(today)
    outcome, plans = together(gathered.claims, rules, proposal, on=today)
    broken: tuple[BrokenRule, ...] = ()
    match outcome:
        case Referral(rule=rule):
            return Answer(referral=rule.value), ()
        case CounterOffer(broken=broken):
            pass
        case Offer():
            pass
    return Answer(plans=tuple(shares.plan for shares in plans), broken=broken), plans


async def _requests(
    session: AsyncSession, asked: _Asked, gathered: Gathered, answer: Answer
) -> dict[str, PlanRequest]:
    """The wish, stored with each case that it is about; a referral with the one that asked."""
    claims = {named.reference: named.claim for named in gathered.claims}
    about = list(claims) if answer.plans else [asked.case.reference]
    mark = uuid4().hex
    version = await keep_rules(session, asked.client)
    requests = {
        reference: PlanRequest(
            id=uuid4().hex,
            case_reference=reference,
            kind=OfferKind.PLAN,
            terms=Wish(OfferKind.PLAN, asked.terms).named,
            outcome=answer.outcome,
            reasons=reasons_of(answer),
            rules_version=version,
            asked_on=asked.now.date(),
            claim=claim_record(claims[reference], gathered.cases[reference])
            if reference in claims
            else {},
            joint=mark,
        )
        for reference in about
    }
    session.add_all(requests.values())
    await session.flush()
    return requests


def _offers_of(
    asked: _Asked, gathered: Gathered, shares: Shares, requests: dict[str, PlanRequest]
) -> list[PlanOffer]:
    mark = uuid4().hex
    claims = {named.reference: named.claim for named in gathered.claims}
    rules = asked.client.rules_on(asked.now.date())
    offers = []
    for reference, part in shares.by_claim.items():
        answer = Answer(claims[reference], band=rules.band_for(claims[reference]))
        case, today = gathered.cases[reference], asked.now.date()
        detail = detail_of(part, answer, OfferKind.PLAN, case, asked.client, today)
        detail.joint_instalment = shares.plan.instalment
        offer = offer_from(part, detail, requests[reference], end_of_tomorrow(asked.now))
        offer.joint = mark
        offers.append(offer)
    return offers


def _told(
    asked: _Asked, gathered: Gathered, shares: Shares, offers: Sequence[PlanOffer]
) -> OfferFacts:
    """The offers as one, by the id of the asked case's."""
    own = next(offer for offer in offers if offer.case_reference == asked.case.reference)
    details = {offer.case_reference: OfferDetail.model_validate(offer.detail) for offer in offers}
    claims = {named.reference: named.claim for named in gathered.claims}
    whole = whole_of(details, claims, shares.plan, asked.client, asked.language, asked.now.date())
    joint = facts_of(offers, gathered.cases, asked.client)
    return OfferFacts(
        **whole.model_dump(),
        id=own.id,
        kind=OfferKind.PLAN.value,
        instalment=joint.instalment,
        instalments=joint.instalments,
        total=joint.total,
        currency=own.currency,
        schedule=[{"due": one.due, "amount": one.amount} for one in joint.schedule],
        first_due=joint.schedule[0].due,
        last_amount=joint.schedule[-1].amount,
        expires_at=own.expires_at,
        joint=joint,
    )


def _sentence(rule: str, client: Client, language: str) -> str:
    return reason_in_words({"rule": rule, "limit": None, "wished": None}, client, language)

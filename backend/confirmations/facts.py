"""A stored plan as the confirmation tells it.

Only what stood on the day of the agreement is read: the evidence that was kept then, and never what
happened since. So it says the same years later.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, OfferKind
from backend.agreements.renewing import IN_LAW
from backend.agreements.repository import rules_version_of
from backend.cases.claims import dated_claim
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.clients import Client
from backend.confirmations.document import (
    Confirmation,
    Ending,
    HowToPay,
    Instalment,
    Renewal,
    Sender,
)
from backend.confirmations.evidence import Evidence, read_evidence
from backend.confirmations.owed import owed_by_evidence, owed_by_ledger
from backend.plans import effect_of_agreement


async def confirmation_of(
    session: AsyncSession, plan: AgreedPlan, case: Case, client: Client
) -> Confirmation:
    """All that the confirmation of the plan says."""
    evidence = read_evidence(plan.evidence)
    offer = evidence.offer if evidence else None
    parts = owed_by_evidence(evidence) if evidence else await owed_by_ledger(session, plan)
    costs, forgiven = (offer.costs.total, offer.forgiven) if offer else (0, 0)
    if sum(part.amount for part in parts) + costs - forgiven != plan.total:
        parts = ()  # what does not explain the total would only puzzle
    return Confirmation(
        country=client.country,
        sender=_sender(client),
        debtor=case.debtor.name,
        case=case.reference,
        creditor=case.creditor,
        origin=case.origin,
        invoice=case.invoice_number,
        plan=plan.id,
        rules_version=await rules_version_of(session, plan),
        agreed_at=plan.agreed_at.astimezone(client.zone),
        currency=plan.currency,
        total=plan.total,
        schedule=tuple(Instalment(it.number, it.due, it.amount) for it in plan.payments),
        parts=parts,
        costs=costs,
        paying=_paying(case, client),
        interest_stopped=offer is None or offer.interest != "runs",
        settlement=plan.kind is OfferKind.SETTLEMENT,
        forgiven=forgiven,
        ending=Ending(offer.ends_after_days) if offer else None,
        renewal=_renewal_told(evidence) if evidence else _renewal_by_law(plan, case, client),
        undo_until=offer.undo_until if offer else None,
        words=evidence.words if evidence else None,
    )


def _renewal_told(evidence: Evidence) -> Renewal | None:
    """Limitation as it was said before the yes."""
    for notice in evidence.offer.notices:
        if notice.code.startswith("limitation_"):
            return Renewal(notice.years, longer=notice.code == "limitation_longer")
    return None


def _renewal_by_law(plan: AgreedPlan, case: Case, client: Client) -> Renewal | None:
    country, agreement = client.jurisdiction, IN_LAW[plan.kind]
    effect = effect_of_agreement(country, dated_claim(case), agreement, plan.agreed_on)
    return None if effect is None else Renewal(effect.years, effect.longer)


def _sender(client: Client) -> Sender:
    agency = client.agency
    return Sender(client.name, client.colour, agency.name, agency.phone, agency.site)


def _paying(case: Case, client: Client) -> HowToPay:
    payee = client.payee
    return HowToPay(payee.label, payee.account, payment_reference_of(case, client), payee.name)

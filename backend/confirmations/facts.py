"""A stored plan as the confirmation tells it.

Only what stood on the day of the agreement is read: the ledger up to the entry after which the plan
was agreed, and never what was paid since. So it says the same years later.
"""

from collections import Counter

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan
from backend.agreements.repository import rules_version_of
from backend.cases.kinds import EntryKind
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.cases.repository import ledger_of
from backend.clients import Client
from backend.confirmations.document import (
    Confirmation,
    HowToPay,
    Instalment,
    Part,
    Renewal,
    Sender,
)
from backend.confirmations.evidence import Evidence, read_evidence
from backend.plans import ClaimKind, Debtor, effect_of_agreement

#: What was bought for private use is a consumer's claim in the law of limitation; the rest is not.
_CLAIMS: dict[Debtor, ClaimKind] = {Debtor.CONSUMER: "consumer", Debtor.BUSINESS: "loan"}


def evidence_of(plan: AgreedPlan) -> Evidence:
    """What was kept with the plan when it was agreed."""
    return read_evidence(getattr(plan, "evidence", None))


async def confirmation_of(
    session: AsyncSession, plan: AgreedPlan, case: Case, client: Client
) -> Confirmation:
    """All that the confirmation of the plan says."""
    evidence = evidence_of(plan)
    parts = await _parts(session, plan)
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
        costs=plan.total - sum(part.amount for part in parts) if parts else 0,
        paying=_paying(case, client),
        interest_stopped=evidence.interest == "stopped",
        renewal=_renewal(plan, case, client),
        undo_until=evidence.undo_until and evidence.undo_until.astimezone(client.zone),
        words=evidence.words,
    )


async def _parts(session: AsyncSession, plan: AgreedPlan) -> tuple[Part, ...]:
    """What was owed by kind; nothing where it is more than the plan, which the parts must explain."""
    sums = Counter[EntryKind]()
    for entry in await ledger_of(session, plan.case_reference):
        if entry.id <= plan.agreed_after_entry:
            sums[entry.kind] += entry.amount
    if sums.total() > plan.total:
        return ()
    return tuple(Part(kind.value, sums[kind]) for kind in EntryKind if sums[kind])


def _renewal(plan: AgreedPlan, case: Case, client: Client) -> Renewal | None:
    kind = _CLAIMS[case.debtor.kind]
    law = client.jurisdiction
    effect = effect_of_agreement(law, kind, plan.agreed_on, due=case.due_date)
    if effect is None:
        return None
    return Renewal(usual=law.limitation.years(kind), years=effect.years)


def _sender(client: Client) -> Sender:
    agency = client.agency
    return Sender(client.name, client.colour, agency.name, agency.phone, agency.site)


def _paying(case: Case, client: Client) -> HowToPay:
    payee = client.payee
    return HowToPay(payee.label, payee.account, payment_reference_of(case, client), payee.name)

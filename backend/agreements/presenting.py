"""A plan as it is told: with what is paid of it and how to pay the next."""

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.booking import fees_of
from backend.agreements.detailing import ends_after
from backend.agreements.joint_facts import joint_facts
from backend.agreements.models import AgreedPlan, PlanStatus
from backend.agreements.progress import next_unpaid, progress_of
from backend.agreements.repository import plan_of_case, replaced_by
from backend.agreements.schemas import (
    CostFacts,
    PaymentFacts,
    PlanFacts,
    PlanPaymentFacts,
    Possible,
)
from backend.agreements.undoing import agreed_with, can_be_undone
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.cases.repository import ledger_of
from backend.clients import Client
from backend.plans import Claim


async def plan_facts(
    session: AsyncSession, plan: AgreedPlan, case: Case, client: Client, today: date
) -> PlanFacts:
    """The plan as it is `today`. Its `next` is what is left of the first unpaid instalment."""
    ledger = await ledger_of(session, case.reference)
    progress = progress_of(plan, ledger)
    schedule = [
        PlanPaymentFacts(
            due=instalment.due,
            amount=instalment.amount,
            paid=instalment.is_paid,
            paid_amount=instalment.paid,
        )
        for instalment in progress
    ]
    plans = await agreed_with(session, plan)
    undoable = all(can_be_undone(one, today) for one in plans)
    coming = next_unpaid(progress) if plan.status is PlanStatus.AGREED else None
    return PlanFacts(
        id=plan.id,
        case=case.reference,
        status=plan.status.value,
        instalment=plan.instalment,
        instalments=len(schedule),
        total=plan.total,
        currency=plan.currency,
        schedule=schedule,
        reference=payment_reference_of(case, client),
        account=client.payee.account,
        account_label=client.payee.label,
        payee=client.payee.name,
        agreed_at=plan.agreed_at.astimezone(client.zone),
        next=None if coming is None else PaymentFacts(due=coming.due, amount=coming.left),
        left=sum(not instalment.is_paid for instalment in progress),
        kind=plan.kind.value,
        costs=CostFacts.model_validate(_offered(plan).get("costs", {})),
        forgiven=_offered(plan).get("forgiven", 0),
        rules_version=plan.evidence.get("rules_version"),
        undo_until=plan.undo_until if undoable else None,
        replaces=plan.replaces,
        can=_possible(plan, case, client, today, undoable),
        joint=await joint_facts(session, plan.joint, client),
        rhythm=_offered(plan).get("rhythm", "monthly"),
        ends_after_days=ends_after(client),
        earlier_fee=fees_of(await replaced_by(session, plan), ledger),
    )


def _offered(plan: AgreedPlan) -> dict[str, Any]:
    """What was told of the offer; nothing for a plan of before that was kept."""
    offered: dict[str, Any] = plan.evidence.get("offer", {})
    return offered


def _possible(
    plan: AgreedPlan, case: Case, client: Client, today: date, undoable: bool
) -> Possible:
    """Judged by the band of the plan's own sum, which is the one that it was agreed in."""
    runs = plan.status is PlanStatus.AGREED
    claim = Claim(plan.total, plan.currency, debtor=case.debtor.kind)
    band = client.rules_on(today).band_for(claim) if runs else None
    return Possible(
        pause=band is not None and band.pause is not None,
        change=band is not None and band.change is not None,
        undo=undoable,
    )


async def plan_facts_of_case(
    session: AsyncSession, case: Case, client: Client, today: date
) -> PlanFacts | None:
    """The case's newest plan, if it has one."""
    plan = await plan_of_case(session, case.reference)
    return None if plan is None else await plan_facts(session, plan, case, client, today)

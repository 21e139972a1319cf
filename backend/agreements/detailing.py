"""What is told of an offer besides its payments."""

from datetime import date, timedelta

from backend.agreements.models import OfferKind
from backend.agreements.negotiating import Answer
from backend.agreements.renewing import IN_LAW, notices_for
from backend.agreements.schemas import ComparedFacts, CostFacts, OfferDetail
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import Band, Claim, Plan, RunningPlan, compare


def detail_of(
    plan: Plan,
    answer: Answer,
    kind: OfferKind,
    case: Case,
    client: Client,
    on: date,
) -> OfferDetail:
    """The facts of an offer that is made on the day `on`."""
    assert answer.claim is not None
    claim, costs = answer.claim, plan.costs
    days = client.rules_on(on).undo_within_days
    return OfferDetail(
        balance=claim.balance,
        costs=CostFacts(fee=costs.fee, notices=costs.notices, interest=costs.interest),
        compared=_compared(claim, plan, client, on),
        interest=_interest(claim, answer.band, kind),
        forgiven=plan.forgiven,
        pay_day=plan.pay_day,
        rhythm=plan.rhythm.value,
        ends_after_days=ends_after(client),
        undo_until=on + timedelta(days=days) if days else None,
        notices=notices_for(case, client, IN_LAW[kind], on),
        skipped=_skipped(plan, answer.running) if kind is OfferKind.PAUSE else [],
    )


def _compared(claim: Claim, plan: Plan, client: Client, on: date) -> ComparedFacts:
    compared = compare(claim, plan, on=on)
    step = client.jurisdiction.next_step(on)
    return ComparedFacts(
        today=compared.today,
        plan=compared.plan,
        waiting=compared.waiting,
        waiting_until=compared.waiting_until,
        unknown_from=compared.unknown_from,
        legal_step=None if step is None else step.amount,
    )


def _interest(claim: Claim, band: Band | None, kind: OfferKind) -> str:
    if claim.interest is None:
        return "none"
    if kind is OfferKind.SETTLEMENT or band is None:
        return "frozen"
    return band.interest


def ends_after(client: Client) -> int | None:
    """After how many days without an instalment the plan ends; None when only a person ends it."""
    wanted = client.followup
    if not (wanted.active and wanted.plan_breaks):
        return None
    own = wanted.breaks_after_days
    return client.jurisdiction.plan_grace.days if own is None else own


def _skipped(plan: Plan, running: RunningPlan | None) -> list[date]:
    kept = {payment.due for payment in plan.schedule}
    unpaid = running.unpaid if running is not None else ()
    return [payment.due for payment in unpaid if payment.due not in kept]

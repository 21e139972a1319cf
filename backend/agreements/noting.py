"""Notes in the event log what was offered and what was agreed."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, OfferKind
from backend.agreements.schemas import OffersFacts
from backend.audit import CASE_API, Subject, write_down
from backend.clients import Client
from backend.eventlog import Where, record

_CHANGES = (OfferKind.CHANGE, OfferKind.PAUSE)


def note_offers(session: AsyncSession, where: Where, client: Client, answer: OffersFacts) -> None:
    """What came of a wish; the nearest offer is the first."""
    rules = [reason.rule for reason in answer.reasons]
    if answer.kind in _CHANGES:
        record(
            session,
            "plan_change_offered",
            where,
            change=answer.kind,
            outcome=answer.outcome,
            rules=rules,
        )
        return
    nearest = answer.offers[0] if answer.offers else None
    record(
        session,
        "plan_offered",
        where,
        outcome=answer.outcome,
        rules=rules,
        currency=nearest.currency if nearest else client.currency,
        total=nearest.total if nearest else None,
        instalments=nearest.instalments if nearest else None,
    )


def note_agreement(session: AsyncSession, where: Where, plans: Sequence[AgreedPlan]) -> None:
    """The offer has become the plan; the audit has it too.

    A plan over several cases is one in the log, and for the audit one of each case.
    """
    plan = plans[0]
    changes = plan.kind in _CHANGES
    act = "plan.changed" if changes else "plan.agreed"
    for one in plans:
        about, case = Subject("plan", one.id), one.case_reference
        write_down(session, act, CASE_API, about, client=where.client, case=case)
    if changes:
        record(session, "plan_changed", where, change=plan.kind.value)
        return
    record(
        session,
        "plan_agreed",
        where,
        currency=plan.currency,
        total=sum(one.total for one in plans),
        instalments=len({payment.due for one in plans for payment in one.payments}),
    )

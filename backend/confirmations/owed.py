"""What was owed when a plan was agreed, by kind: what its total is made up of."""

from collections import Counter

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan
from backend.cases.kinds import EntryKind
from backend.cases.repository import ledger_of
from backend.confirmations.document import Part
from backend.confirmations.evidence import Evidence

Parts = tuple[Part, ...]


def owed_by_evidence(evidence: Evidence) -> Parts:
    """As the claim was kept, with payments taken off what they went to; nothing if it was not."""
    parts = evidence.claim.parts
    found = {} if parts is None else parts.model_dump()
    return tuple(Part(kind, amount) for kind, amount in found.items() if amount)


async def owed_by_ledger(session: AsyncSession, plan: AgreedPlan) -> Parts:
    """As it was booked up to the agreement, payments by themselves."""
    sums = Counter[EntryKind]()
    for entry in await ledger_of(session, plan.case_reference):
        if entry.id <= plan.agreed_after_entry:
            sums[entry.kind] += entry.amount
    return tuple(Part(kind.value, sums[kind]) for kind in EntryKind if sums[kind])

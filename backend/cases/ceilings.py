"""What the law lets a case's fees be."""

from collections.abc import Sequence

from backend.cases.models import Case
from backend.cases.schemas import CeilingFacts
from backend.clients import Client
from backend.plans import Ceiling, Entry, EntryKind, FeeFacts, ceiling_of


def law_facts(case: Case, standing: Sequence[Entry]) -> FeeFacts:
    """What the ceilings ask of the case; `standing` are its entries as far as they hold."""
    principal = sum(entry.amount for entry in standing if entry.kind is EntryKind.PRINCIPAL)
    kind = case.debtor.kind
    return FeeFacts(principal, case.due_date, kind, case.directly_enforceable)


def ceiling_over(fee: Entry, facts: FeeFacts, client: Client) -> CeilingFacts | None:
    """The ceiling that held on the day of a booked fee; None where there is none."""
    if fee.measure is None:
        return None
    ceiling = ceiling_of(
        client.jurisdiction,
        fee.measure,
        facts.principal,
        facts.debtor,
        fee.booked_on,
        directly_enforceable=facts.directly_enforceable,
    )
    return None if ceiling is None else _shown(ceiling)


def _shown(ceiling: Ceiling) -> CeilingFacts:
    row = ceiling.row
    return CeilingFacts(
        amount=ceiling.at_most,
        source=row.source,
        effective_from=row.effective_from,
        confidence=row.confidence,
        note=row.note,
    )

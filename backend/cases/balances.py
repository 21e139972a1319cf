"""The balance of a stored case."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.kinds import InterestBasis
from backend.cases.models import Case, LedgerEntry
from backend.cases.repository import ledger_of
from backend.clients import Client
from backend.plans import (
    Balance,
    Entry,
    InterestClock,
    RateUnknown,
    agreed_interest,
    balance_on,
    no_interest,
    statutory_interest,
)
from backend.problems import Problem


class SumNotKnown(Problem):
    """The interest to the day that was asked for cannot be reckoned; to `known_until` it can."""

    def __init__(self, since: date) -> None:
        self.known_until = since - timedelta(days=1)
        sentence = (
            f"What is owed after {self.known_until} cannot be stated: the interest rate from {since} "
            "on is not known yet. Please let a person look at it."
        )
        known_until = self.known_until.isoformat()
        super().__init__(409, "sum-not-known", sentence, known_until=known_until)


async def balance_of(session: AsyncSession, case: Case, client: Client, day: date) -> Balance:
    """What is owed on the case on `day`.

    Raises the problem sum-not-known where the interest to that day cannot be reckoned.
    """
    entries = [entry_of(line) for line in await ledger_of(session, case.reference)]
    return reckon(case, client, entries, day)


def reckon(case: Case, client: Client, entries: Sequence[Entry], day: date) -> Balance:
    """The balance on `day` of a case with these entries. Raises the problem sum-not-known."""
    try:
        return balance_on(day, entries, clock_of(case, client), client.allocation_order)
    except RateUnknown as unknown:
        raise SumNotKnown(unknown.since) from unknown


def clock_of(case: Case, client: Client) -> InterestClock:
    """The interest that runs on the case, from its due date."""
    if not case.interest_running or case.interest_basis is InterestBasis.NONE:
        return no_interest(case.due_date)
    country = client.jurisdiction
    if case.interest_basis is InterestBasis.STATUTORY:
        return statutory_interest(country, case.debtor.kind, case.due_date)
    rate = Decimal(str(case.interest_rate or 0))
    return agreed_interest(rate, case.due_date, country.interest.day_count.used)


def entry_of(line: LedgerEntry) -> Entry:
    """A stored line as the entry that sums are made of."""
    return Entry(line.booked_on, line.kind, line.amount, line.id, line.fee, line.reverses)

"""Cases of made-up debtors, as small as the tables allow."""

from datetime import date
from itertools import count

from backend.cases.kinds import CaseStatus, EntryKind
from backend.cases.models import Case, Debtor, LedgerEntry
from backend.database import Database
from backend.plans import Debtor as DebtorKind

_numbers = count(1)


async def a_case(
    database: Database, reference: str, *, client: str = "lind", first_name: str = "Alva"
) -> None:
    """An open case of a person, with a principal of 4 860,00."""
    number = next(_numbers)
    currency = {"lind": "SEK", "pyy": "EUR"}[client]
    async with database.transaction() as session:
        session.add(
            Debtor(
                id=f"d{number}",
                client=client,
                name=f"{first_name} Sparv",
                first_name=first_name,
                kind=DebtorKind.CONSUMER,
                language="sv",
            )
        )
        await session.flush()
        session.add(
            Case(
                reference=reference,
                client=client,
                debtor_id=f"d{number}",
                status=CaseStatus.OPEN,
                currency=currency,
                creditor="Lind Energi",
                origin="El",
                invoice_number="F-1",
                incurred_on=date(2026, 8, 1),
                due_date=date(2026, 9, 1),
                payment_number=f"10{number}",
                interest_rate=None,
                interest_running=False,
                stops=[],
            )
        )
        await session.flush()
        session.add(
            LedgerEntry(
                case_reference=reference,
                booked_on=date(2026, 9, 2),
                kind=EntryKind.PRINCIPAL,
                amount=486_000,
                text="El i augusti",
            )
        )

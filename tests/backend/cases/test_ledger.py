"""What the database refuses to book."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from backend.cases.kinds import EntryKind
from backend.cases.models import LedgerEntry
from backend.services import Services


@pytest.mark.parametrize(
    ("kind", "amount"), [(EntryKind.PAYMENT, 100), (EntryKind.PAYMENT, 0), (EntryKind.FEE, -100)]
)
async def test_the_database_refuses_a_payment_above_and_a_fee_below_zero(
    seeded: Services, kind: EntryKind, amount: int
):
    entry = LedgerEntry(
        case_reference="SE-1001", booked_on=date(2026, 11, 21), kind=kind, amount=amount, text="x"
    )
    with pytest.raises(IntegrityError):
        async with seeded.database.transaction() as session:
            session.add(entry)

"""Cases of before the ledger's new words keep their interest, their entries and their checks."""

import asyncio

import pytest
from alembic import command
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from backend.database.migrating import configuration
from tests.backend.database.stepping import stepped

BEFORE = """
INSERT INTO debtors VALUES ('d', 'c', 'A', 'A', 'consumer', 'sv');
INSERT INTO cases (reference, client, debtor_id, status, currency, creditor, origin, invoice_number,
  incurred_on, due_date, payment_number, interest_rate, interest_running, stops) VALUES
  ('K', 'c', 'd', 'open', 'SEK', 'c', 'o', 'i', '2026-01-01', '2026-01-31', '1', '10', true, '[]'),
  ('L', 'c', 'd', 'open', 'SEK', 'c', 'o', 'i', '2026-01-01', '2026-01-31', '2', '8', false, '[]'),
  ('M', 'c', 'd', 'open', 'SEK', 'c', 'o', 'i', '2026-01-01', '2026-01-31', '3', null, false, '[]');
INSERT INTO ledger_entries (id, case_reference, booked_on, kind, amount, text, payment_id, created_at)
  VALUES
  (1, 'K', '2026-01-01', 'principal', 1000, 'x', null, '2026-01-01'),
  (2, 'K', '2026-02-01', 'payment', -100, 'x', 'bank-1', '2026-02-01');
"""
ENTRY = """INSERT INTO ledger_entries (case_reference, booked_on, kind, amount, text, created_at, reverses)
  VALUES ('K', '2026-03-01', {values})"""


@pytest.fixture
async def engine(empty: Engine) -> Engine:
    return await stepped(empty, "0008", BEFORE, "0009")


async def test_a_rate_was_agreed_and_no_rate_is_no_interest(engine: Engine):
    with engine.begin() as connection:
        rows = connection.execute(
            text("SELECT reference, interest_basis, claim_kind, directly_enforceable FROM cases")
        )
        found = {row[0]: tuple(row[1:]) for row in rows}
    assert found == {
        "K": ("agreed", "consumer", 0),
        "L": ("agreed", "consumer", 0),
        "M": ("none", "consumer", 0),
    }


async def test_what_was_booked_is_still_there(engine: Engine):
    with engine.begin() as connection:
        rows = connection.execute(
            text("SELECT id, amount, payment_id, fee, vat FROM ledger_entries")
        )
        assert [tuple(row) for row in rows] == [
            (1, 1000, None, None, 0),
            (2, -100, "bank-1", None, 0),
        ]


@pytest.mark.parametrize(
    ("values", "is_taken"),
    [
        ("'write_off', -100, 'x', '2026-03-01', null", True),
        ("'payment', 100, 'x', '2026-03-01', 2", True),
        ("'payment', 100, 'x', '2026-03-01', null", False),
        ("'write_off', 100, 'x', '2026-03-01', null", False),
        ("'fee', -100, 'x', '2026-03-01', null", False),
        ("'rent', 100, 'x', '2026-03-01', null", False),
    ],
)
async def test_the_checks_hold_after_the_step(engine: Engine, values: str, is_taken: bool):
    statement = text(ENTRY.format(values=values))
    if is_taken:
        with engine.begin() as connection:
            assert connection.execute(statement).rowcount == 1
        return
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(statement)


async def test_the_step_can_be_taken_back(engine: Engine):
    with engine.begin() as connection:
        connection.execute(text(ENTRY.format(values="'payment', 100, 'x', '2026-03-01', 2")))
    url = str(engine.url)
    await asyncio.to_thread(command.downgrade, configuration(url), "0008")
    with engine.begin() as connection:
        ids = connection.execute(text("SELECT id FROM ledger_entries")).scalars()
        assert list(ids) == [1, 2]
    await asyncio.to_thread(command.upgrade, configuration(url), "0009")

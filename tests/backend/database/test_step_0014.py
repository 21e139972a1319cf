"""What a claim rests on is called a purchase, whoever bought; a promise of more time has evidence."""

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
  incurred_on, due_date, payment_number, interest_running, stops, claim_kind) VALUES
  ('K', 'c', 'd', 'open', 'SEK', 'c', 'o', 'i', '2026-01-01', '2026-01-31', '1', false, '[]', 'consumer'),
  ('L', 'c', 'd', 'open', 'SEK', 'c', 'o', 'i', '2026-01-01', '2026-01-31', '2', false, '[]', 'loan');
INSERT INTO deferrals (id, case_reference, granted_on, until, created_at)
  VALUES ('p', 'K', '2026-02-01', '2026-02-10', '2026-02-01');
"""


@pytest.fixture
async def engine(empty: Engine) -> Engine:
    return await stepped(empty, "0013", BEFORE, "0014")


def kinds(engine: Engine) -> dict[str, str]:
    with engine.begin() as connection:
        rows = connection.execute(text("SELECT reference, claim_kind FROM cases"))
        return {row.reference: row.claim_kind for row in rows}


async def test_a_purchase_is_called_one_and_a_loan_stays_one(engine: Engine):
    assert kinds(engine) == {"K": "purchase", "L": "loan"}


async def test_a_promise_of_before_has_no_evidence(engine: Engine):
    with engine.begin() as connection:
        assert connection.execute(text("SELECT evidence FROM deferrals")).scalars().all() == ["{}"]


async def test_the_check_holds_after_the_step(engine: Engine):
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text("UPDATE cases SET claim_kind = 'consumer'"))


async def test_the_step_can_be_taken_back(engine: Engine):
    url = str(engine.url)
    await asyncio.to_thread(command.downgrade, configuration(url), "0013")
    assert kinds(engine) == {"K": "consumer", "L": "loan"}
    await asyncio.to_thread(command.upgrade, configuration(url), "0014")

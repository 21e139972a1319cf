"""Plans of before follow-up keep what was paid of them."""

import asyncio

from alembic import command
from sqlalchemy import Engine, text

from backend.database.migrating import configuration
from tests.backend.database.stepping import stepped

BEFORE = """
INSERT INTO debtors VALUES ('d', 'c', 'A', 'A', 'consumer', 'sv');
INSERT INTO cases (reference, client, debtor_id, status, currency, creditor, origin, invoice_number,
  incurred_on, due_date, payment_number, interest_running, stops)
  VALUES ('K', 'c', 'd', 'plan', 'SEK', 'c', 'o', 'i', '2026-01-01', '2026-01-31', '1', false, '[]');
INSERT INTO ledger_entries (id, case_reference, booked_on, kind, amount, text, created_at) VALUES
  (1, 'K', '2026-01-01', 'principal', 1000, 'x', '2026-01-01'),
  (2, 'K', '2026-02-01', 'payment', -100, 'x', '2026-02-01'),
  (3, 'K', '2026-03-01', 'interest', 10, 'x', '2026-03-01'),
  (4, 'K', '2026-03-10', 'payment', -300, 'x', '2026-03-10'),
  (5, 'K', '2026-04-10', 'fee', 60, 'x', '2026-04-10');
INSERT INTO plan_requests (id, case_reference, terms, outcome, reasons, rules_version, created_at)
  VALUES ('r', 'K', '{}', 'offer', '[]', '1', '2026-03-01');
INSERT INTO plan_offers (id, request_id, case_reference, instalment, total, currency, schedule, expires_at)
  VALUES ('o', 'r', 'K', 300, 910, 'SEK', '[]', '2026-03-02');
INSERT INTO agreed_plans (id, offer_id, case_reference, status, instalment, total, currency,
  agreed_on, agreed_at)
  VALUES ('p', 'o', 'K', 'agreed', 300, 910, 'SEK', '2026-03-01', '2026-03-01');
"""


async def test_a_plan_is_paid_by_what_came_after_it(empty: Engine):
    engine = await stepped(empty, "0004", BEFORE, "0005")
    with engine.begin() as connection:
        after = connection.execute(text("SELECT agreed_after_entry FROM agreed_plans")).scalar_one()
    assert after == 3


async def test_the_step_can_be_taken_back(empty: Engine):
    url = str(empty.url)
    await asyncio.to_thread(command.upgrade, configuration(url), "0005")
    await asyncio.to_thread(command.downgrade, configuration(url), "0004")
    await asyncio.to_thread(command.upgrade, configuration(url), "0005")

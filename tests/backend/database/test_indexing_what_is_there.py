"""Conversations of before the index are found after it."""

import asyncio

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Engine, text

from backend.database.migrating import configuration
from backend.searching.index.building import mend_index
from tests.backend.database.stepping import stepped

BEFORE = """
INSERT INTO debtors (id, client, name, first_name, kind, language)
  VALUES ('d', 'c', 'Åsa Ström', 'Åsa', 'consumer', 'sv');
INSERT INTO conversations (id, client, channel, access_hash, language, mode, handed_over, last_seq,
  heard_at, created_at, updated_at, case_reference) VALUES
  ('k', 'c', 'web', 'x', 'sv', 'closed', true, 1, '2026-01-01', '2026-01-01', '2026-01-01', 'K-1'),
  ('b', 'c', 'web', 'x', 'sv', 'bot', false, 1, '2026-01-01', '2026-01-01', '2026-01-01', 'K-2');
INSERT INTO messages (conversation_id, id, seq, sender, text, buttons, at) VALUES
  ('k', 'm', 1, 'debtor', 'Sjøen er blå', '[]', '2026-01-01'),
  ('b', 'm', 1, 'debtor', 'Sjøen er grå', '[]', '2026-01-01');
"""
FOUND = text(
    "SELECT place, owner FROM search_entries WHERE number IN"
    " (SELECT rowid FROM search_index WHERE search_index MATCH :words)"
)


async def test_what_was_said_before_is_found_where_staff_may_see_it(empty: Engine) -> None:
    engine = await stepped(empty, "0025", BEFORE, "0026")
    with engine.begin() as connection:
        found = {
            words: [tuple(row) for row in connection.execute(FOUND, {"words": words})]
            for words in ("sjoen", "asa", "k")
        }
    assert found == {"sjoen": [("message", "k")], "asa": [("debtor", "d")], "k": [("case", "k")]}


@pytest.mark.parametrize("table", ["messages", "notes", "handoffs", "conversations", "debtors"])
async def test_a_step_that_copies_a_table_leaves_the_index_whole(empty: Engine, table: str) -> None:
    engine = await stepped(empty, "0025", BEFORE, "0026")
    with engine.begin() as connection:
        connection.execute(text("PRAGMA legacy_alter_table=ON"))
        steps = Operations(MigrationContext.configure(connection))
        with steps.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("more", sa.Integer()))
        connection.execute(text("UPDATE debtors SET name = 'Ida'"))
        mend_index(connection)
        connection.execute(text("DELETE FROM messages WHERE conversation_id = 'b'"))
        connection.execute(text("UPDATE messages SET text = 'Blåst'"))
        found = {
            words: len(connection.execute(FOUND, {"words": words}).all())
            for words in ("sjoen", "blast", "asa", "ida")
        }
    assert found == {"sjoen": 0, "blast": 1, "asa": 0, "ida": 1}


async def test_the_step_can_be_taken_back(empty: Engine) -> None:
    engine = await stepped(empty, "0025", BEFORE, "0026")
    url = str(engine.url)
    await asyncio.to_thread(command.downgrade, configuration(url), "0025")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM messages"))
        left = connection.execute(
            text("SELECT count(*) FROM sqlite_master WHERE name LIKE 'search%'")
        ).scalar_one()
    assert left == 0

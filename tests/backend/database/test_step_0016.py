"""A conversation of before was last heard when it last changed, and no question waits in it."""

import pytest
from sqlalchemy import Engine, text

from tests.backend.database.stepping import stepped

BEFORE = """
INSERT INTO conversations (id, client, channel, access_hash, language, mode, handed_over, last_seq,
  created_at, updated_at) VALUES
  ('k', 'c', 'web', 'h', 'sv', 'bot', false, 2, '2026-02-01 10:00:00', '2026-02-02 11:00:00');
"""


@pytest.fixture
async def engine(empty: Engine) -> Engine:
    return await stepped(empty, "0015", BEFORE, "0016")


async def test_it_was_heard_when_it_last_changed(engine: Engine) -> None:
    with engine.begin() as connection:
        row = connection.execute(
            text("SELECT heard_at = updated_at AS same, asks_since FROM conversations")
        ).one()
    assert row.same
    assert row.asks_since is None

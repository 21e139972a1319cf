"""Of what was done before, it is known which clock was missed."""

import pytest
from sqlalchemy import Engine, text

from tests.backend.database.stepping import stepped

AT = "2026-02-02 {}:00:00"
COLUMNS = """(id, reference, conversation_id, kind, reason, priority, keeps_assistant, state, wish, facts,
  created_at, answer_due_at, answered_at, resolution_due_at, ended_at)"""
MADE = "'k', 'chat', 'requested', 0, false, 'closed', '', '{}', '2026-02-02 10:00:00'"
BEFORE = f"""
INSERT INTO conversations (id, client, channel, access_hash, language, mode, handed_over, last_seq,
  heard_at, created_at, updated_at) VALUES ('k', 'c', 'web', 'h', 'sv', 'bot', true, 2,
  '2026-02-01 10:00:00', '2026-02-01 10:00:00', '2026-02-02 11:00:00');
INSERT INTO handoffs {COLUMNS} VALUES
  ('in_time', 'H-1', {MADE}, '{AT.format(12)}', '{AT.format(11)}', NULL, '{AT.format(13)}'),
  ('answered_late', 'H-2', {MADE}, '{AT.format(11)}', '{AT.format(12)}', NULL, '{AT.format(13)}'),
  ('ended_late', 'H-3', {MADE}, '{AT.format(12)}', '{AT.format(11)}', '{AT.format(12)}', '{AT.format(13)}');
"""


@pytest.fixture
async def engine(empty: Engine) -> Engine:
    return await stepped(empty, "0024", BEFORE, "0025")


async def test_what_came_after_its_time_was_missed(engine: Engine) -> None:
    with engine.begin() as connection:
        missed = connection.scalars(text("SELECT id FROM handoffs WHERE missed ORDER BY id")).all()
    assert missed == ["answered_late", "ended_late"]

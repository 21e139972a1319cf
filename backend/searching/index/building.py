"""Builds the index: what the database runs at each write, and the entries of what is there already.

All of it is derived from other tables, so it can be built anew at any time.
"""

import re
from pathlib import Path

from sqlalchemy import Connection, inspect

from backend.searching.index.folding import BETWEEN, COMBINING, SPELT

_TRIGGER = re.compile(r"CREATE TRIGGER (\w+)")
_HERE = Path(__file__).parent
_TABLES = ("messages", "notes", "handoffs", "conversations", "debtors")
_FUNCTIONS = (
    *("search_text()", "search_handoff()", "search_conversation()", "search_debtor()"),
    "search_words(text)",
)
_FILL = """
INSERT INTO search_entries (place, owner, id, words)
SELECT 'message', m.conversation_id, m.id, WORDS(m.text) FROM messages m
  JOIN conversations c ON c.id = m.conversation_id WHERE c.handed_over
UNION ALL SELECT 'note', n.conversation_id, n.id, WORDS(n.text) FROM notes n
  JOIN conversations c ON c.id = n.conversation_id WHERE c.handed_over
UNION ALL SELECT 'handoff', h.conversation_id, h.id, WORDS(h.reference) FROM handoffs h
  JOIN conversations c ON c.id = h.conversation_id WHERE c.handed_over
UNION ALL SELECT 'case', c.id, '', WORDS(c.case_reference) FROM conversations c
  WHERE c.handed_over AND c.case_reference IS NOT NULL
UNION ALL SELECT 'debtor', d.id, '', WORDS(d.name) FROM debtors d
"""


def build_index(connection: Connection) -> None:
    """Whatever was there of it before is replaced; the table search_entries has to be there."""
    drop_index(connection)
    dialect = connection.dialect.name
    for statement in _statements(_HERE / f"{dialect}.sql"):
        connection.exec_driver_sql(_written_out(statement, dialect))
    fill = _FILL.replace("WORDS(", "search_words(") if dialect == "postgresql" else _FILL
    connection.exec_driver_sql(_written_out(fill, dialect))


def mend_index(connection: Connection) -> None:
    """Builds it anew when a trigger is gone: a migration for which SQLite copies a table loses them.

    Does nothing before search_entries is there, nor on PostgreSQL, which changes tables in place.
    """
    if connection.dialect.name != "sqlite" or not inspect(connection).has_table("search_entries"):
        return
    made = set(_TRIGGER.findall((_HERE / "sqlite.sql").read_text(encoding="utf-8")))
    if made - set(_triggers(connection)):
        build_index(connection)


def drop_index(connection: Connection) -> None:
    """Takes it away; search_entries is then empty and stays so."""
    if connection.dialect.name == "postgresql":
        for table in _TABLES:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS search_{table} ON {table}")
        connection.exec_driver_sql("DROP INDEX IF EXISTS ix_search_entries_words")
        for function in _FUNCTIONS:
            connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS {function}")
    else:
        for name in _triggers(connection):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")
    connection.exec_driver_sql("DELETE FROM search_entries")


def _triggers(connection: Connection) -> list[str]:
    named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search_%'"
    return list(connection.exec_driver_sql(named).scalars())


def _statements(file: Path) -> list[str]:
    """Each ends where an empty line follows it."""
    return [part for part in file.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def _written_out(statement: str, dialect: str) -> str:
    """The SQL with the letters of folding.py in it."""
    whole = re.sub(r"WORDS\(([\w.]+)\)", lambda found: _folded(found[1], dialect), statement)
    return whole.replace("'BETWEEN'", f"'{BETWEEN}'")


def _folded(column: str, dialect: str) -> str:
    for letters, spelt in SPELT:
        for letter in letters:
            column = f"replace({column}, '{letter}', '{spelt}')"
    if dialect != "postgresql":
        return column
    # A table of all letters for `translate` took ten times as long: it is read for each letter.
    apart = f"normalize({column}, NFD)"
    plain = f"regexp_replace({apart}, '([a-zA-Z])[{COMBINING}]+', '\\1', 'g')"
    return f"lower(normalize({plain}, NFC))"

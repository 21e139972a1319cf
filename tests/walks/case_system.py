"""The case API and the database behind it: what really stands, whatever the chat has said."""

import asyncio
import sqlite3
from contextlib import closing
from typing import Any

import asyncpg
import httpx

from tests.stack import Stack

Json = dict[str, Any]


class CaseSystem:
    """Asks the case API as the actions do, and counts rows."""

    def __init__(self, stack: Stack, http: httpx.Client) -> None:
        self._database = stack.database_url
        self._http = http
        self._key = {"Authorization": "Bearer demo"}

    def case(self, reference: str) -> Json:
        """What the case API tells of a case."""
        return self._get(f"/api/cases/{reference}")

    def ledger(self, reference: str) -> list[Json]:
        """All that was booked."""
        entries: list[Json] = self._get(f"/api/cases/{reference}/ledger")["entries"]
        return entries

    def count_plans(self, reference: str) -> int:
        """How many plans the database holds for a case."""
        return self._count("SELECT count(*) FROM agreed_plans WHERE case_reference = ?", reference)

    def count_handoffs(self, conversation: str) -> int:
        """How many handoffs a conversation has had."""
        return self._count("SELECT count(*) FROM handoffs WHERE conversation_id = ?", conversation)

    def _get(self, path: str) -> Json:
        answer: Json = self._http.get(path, headers=self._key).raise_for_status().json()
        return answer

    def _count(self, query: str, key: str) -> int:
        if self._database.startswith("postgresql"):
            return asyncio.run(_count_in_postgres(self._database, query.replace("?", "$1"), key))
        file = self._database.removeprefix("sqlite:///")
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            return int(database.execute(query, [key]).fetchone()[0])


async def _count_in_postgres(url: str, query: str, key: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(query, key))
    finally:
        await connection.close()

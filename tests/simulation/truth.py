"""What is true of a case, whatever the assistant has said: the case API and the database."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import httpx

Json = dict[str, Any]
_KEY = {"Authorization": "Bearer demo"}
#: What the database tells, by name; each asks with the case or the conversation.
_OF_A_CASE = {
    "offers": "SELECT * FROM plan_offers WHERE case_reference = ?",
    "plans": "SELECT * FROM agreed_plans WHERE case_reference = ?",
    "deferrals": "SELECT * FROM deferrals WHERE case_reference = ?",
    "holds": "SELECT * FROM holds WHERE case_reference = ?",
    "disputes": "SELECT * FROM disputes WHERE case_reference = ?",
}
_HANDOFFS = "SELECT * FROM handoffs WHERE conversation_id = ?"


class Truth:
    """Asks for one case at a time; `database` is the file behind the backend."""

    def __init__(self, http: httpx.Client, database: str) -> None:
        self._http = http
        self._database = database

    def of(self, case: str) -> Json:
        """The case, what the rules make possible in it, and all that was written about it."""
        told = {
            "case": self._get(f"/api/cases/{case}"),
            "ledger": self._get(f"/api/cases/{case}/ledger"),
            "options": self._get(f"/api/cases/{case}/plan-options"),
        }
        return told | {name: self._rows(query, case) for name, query in _OF_A_CASE.items()}

    def owed_while_it_waits(self, case: str, told: Json) -> list[Json]:
        """What is owed on each day to which the rules let the case wait; `told` is what `of` told."""
        waits = (told["options"].get("deferral") or {}).get("at_most_days", 0)
        today = date.fromisoformat(told["case"]["balance"]["on"])
        days = [today + timedelta(days=count) for count in range(1, waits + 1)]
        return [self._get(f"/api/cases/{case}/balance?on={day}") for day in days]

    def handoffs(self, conversation: str) -> list[Json]:
        """How a conversation was handed over."""
        return self._rows(_HANDOFFS, conversation)

    def _get(self, path: str) -> Json:
        answer: Json = self._http.get(path, headers=_KEY).raise_for_status().json()
        return answer

    def _rows(self, query: str, key: str) -> list[Json]:
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            return [_read(dict(row)) for row in database.execute(query, [key])]


def _read(row: Json) -> Json:
    for name in ("schedule", "detail", "evidence"):
        if isinstance(row.get(name), str):
            row[name] = json.loads(row[name])
    return row

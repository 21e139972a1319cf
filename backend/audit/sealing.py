"""Seals the rows of the audit, so that a row that was changed or taken out later is seen.

A seal is a digest over the row and the seal before it. It is put on shortly after the row was
written, by one process at a time, and not in the transaction of the act: there each act would have
to wait for the act before it. What happens to a row in these seconds is not seen; the last seal in
the logs, which live elsewhere, shows a row of seals that was made anew as a whole.
"""

import asyncio
import hashlib
import json
from dataclasses import dataclass

import structlog

from backend.audit.models import AuditRow
from backend.audit.repository import last_sealed, sealed_rows, unsealed_rows
from backend.database import Database
from backend.live import Locks

log = structlog.get_logger(__name__)

LOCK = "audit-seals"
SECONDS_BETWEEN = 10.0
_AT_ONCE = 500


class Sealing:
    """A task that runs beside the application."""

    def __init__(self, database: Database, locks: Locks) -> None:
        self._database = database
        self._locks = locks

    async def run(self) -> None:
        """Seals until it is cancelled."""
        while True:
            try:
                while await self.seal():
                    pass
            except Exception:  # the task must outlive whatever fails, the database too
                log.exception("audit not sealed")
            await asyncio.sleep(SECONDS_BETWEEN)

    async def seal(self) -> int:
        """Seals some rows; how many. Of two processes at once the place's uniqueness lets one."""
        async with self._locks.hold(LOCK), self._database.transaction() as session:
            rows = await unsealed_rows(session, _AT_ONCE)
            last = await last_sealed(session) if rows else None
            place, seal = (last.sealed_as or 0, last.seal or "") if last else (0, "")
            for row in rows:
                place, seal = place + 1, seal_of(row, seal)
                row.sealed_as, row.seal = place, seal
        if rows:
            log.info("audit sealed", rows=len(rows), place=place, seal=seal)
        return len(rows)


@dataclass(frozen=True)
class Broken:
    """Where the seals do not fit: at row `seq`, in place `place`."""

    seq: int
    place: int


async def check_seals(database: Database) -> tuple[int, Broken | None]:
    """How many seals fit from the oldest on, and the first that does not.

    The oldest row that is kept is taken as it is: retention has removed the ones before it.
    """
    fits, place, seal = 0, 0, ""
    while True:
        async with database.transaction() as session:
            rows = await sealed_rows(session, place, _AT_ONCE)
        for row in rows:
            at = row.sealed_as or 0
            is_first = fits == 0 and at > 1
            if not is_first and (at != place + 1 or row.seal != seal_of(row, seal)):
                return fits, Broken(row.seq, at)
            fits, place, seal = fits + 1, at, row.seal or ""
        if not rows:
            return fits, None


def seal_of(row: AuditRow, before: str) -> str:
    """The seal of a row after the one `before`."""
    said = [
        before,
        row.seq,
        row.at.isoformat(),
        row.actor_kind,
        row.actor_id,
        row.act,
        row.client,
        row.subject_kind,
        row.subject_id,
        row.case_reference,
        row.result,
        row.facts,
        row.request,
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

"""Asks a connection that has rested whether it is still there.

A firewall, or the database that was started again, may have cut it off meanwhile. Asking before each
use would be one more way to the database and back for every look; in use a moment ago, it is there.
"""

import time
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError, InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

RESTED_SECONDS = 5.0
_SINCE = "rests_since"


def ask_after_rest(engine: Engine, rested_seconds: float = RESTED_SECONDS) -> None:
    """One that does not answer is replaced, and with it all that have rested as long."""

    def came_back(_connection: Any, entry: ConnectionPoolEntry) -> None:
        entry.info[_SINCE] = time.monotonic()

    def goes_out(connection: Any, entry: ConnectionPoolEntry, _: Any) -> None:
        since = entry.info.get(_SINCE)
        rested = since is not None and time.monotonic() - since > rested_seconds
        if rested and not _answers(engine.dialect, connection):
            raise InvalidatePoolError

    event.listen(engine, "checkin", came_back)
    event.listen(engine, "checkout", goes_out)


def _answers(dialect: Dialect, connection: Any) -> bool:
    errors = (DBAPIError, dialect.loaded_dbapi.Error)
    try:
        return bool(dialect.do_ping(connection))
    except errors:
        return False

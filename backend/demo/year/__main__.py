"""Fills a database with a generated year: `python -m backend.demo.year`, or `make demo-year`.

The database is DATABASE_URL, or var/demo-year.sqlite3. Never one that is in use: it must be empty.
"""

import asyncio
import os
from datetime import timedelta
from zoneinfo import ZoneInfo

from backend.clients import ClientBook
from backend.clock import utc_now
from backend.database import Database
from backend.database.migrating import upgrade
from backend.demo.year.filling import NotEmpty, fill
from backend.settings import ROOT, get_settings

_DEFAULT = f"sqlite:///{ROOT}/var/demo-year.sqlite3"
_HOW_TO_OPEN = """
  DATABASE_URL={url} make run

then the console's figures at /console/figures: analyst@demo, or analyst.se@demo for one client
alone; the password is demo."""


async def _main(url: str) -> str:
    clients = ClientBook.read(get_settings().clients_folder)
    zone = ZoneInfo(next(iter(clients)).jurisdiction.time_zone)
    yesterday = utc_now().astimezone(zone).date() - timedelta(days=1)
    database = Database(url)
    try:
        number, events = await fill(database, clients, yesterday)
    except NotEmpty:
        return "There is a year in it already. Remove the file to have it made anew. To look at it:"
    finally:
        await database.close()
    return f"{number} conversations, {events} events, to {yesterday}. To look at them:"


def main() -> None:
    """Brings the database up to date, fills it, and says how it is opened."""
    url = os.environ.get("DATABASE_URL") or _DEFAULT
    upgrade(url)
    print(asyncio.run(_main(url)) + "\n" + _HOW_TO_OPEN.format(url=url))


if __name__ == "__main__":
    main()

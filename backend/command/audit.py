"""Checks that no row of the audit was changed or taken out: each has a seal over the one before.

It prints the last seal. Whoever keeps it elsewhere (the logs have it too) sees later whether the
whole row of seals was made anew.
"""

import argparse
import asyncio

from backend.audit.repository import last_sealed
from backend.audit.sealing import check_seals
from backend.database import Database
from backend.settings import get_settings


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to do."""
    parser.add_argument("does", choices=["check"], help="reads all rows and their seals")


def run(options: argparse.Namespace) -> int:
    """Checks and prints; 1 when a seal does not fit."""
    return asyncio.run(_run())


async def _run() -> int:
    database = Database(get_settings().database_url)
    try:
        fits, broken = await check_seals(database)
        async with database.transaction() as session:
            last = await last_sealed(session)
    finally:
        await database.close()
    print(f"{fits} seals fit.")
    if broken is not None:
        print(
            f"At row {broken.seq} (place {broken.place}) the seals break: a row was changed there,"
        )
        print("or one before it was taken out.")
        return 1
    if last is not None:
        print(f"The last seal is number {last.sealed_as}: {last.seal}")
    return 0

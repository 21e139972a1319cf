"""`./sovinto rules try` over as many stored wishes as a large client has in a year."""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from backend.agreements.models import OfferKind, PlanRequest, RequestOutcome
from backend.database import Database
from backend.database.migrating import upgrade
from backend.demo.seed import seeding
from backend.services_alone import services_alone
from backend.settings import ROOT, Settings
from tests.bench.machine import cores
from tests.bench.table import Row, times
from tests.bench.wishes import FIRST_DAY, wishes

CLIENT = "se-energi"
CASE = "SE-1001"
FEW, MANY = 10_000, 100_000
#: A higher floor, and interest that goes on: nearly every answer is reckoned twice.
CHANGES = [("at_least: 300", "at_least: 350"), ("deferral: {at_most_days: 30}", "interest: runs")]
_AT_ONCE = 5_000
_A_MEGABYTE = 1024 * (1024 if sys.platform == "darwin" else 1)


@dataclass(frozen=True)
class Use:
    """What a run took: seconds, and the memory of its largest process in MB."""

    seconds: float
    memory: float


def measure_rules_try() -> list[Row]:
    """Rows of the table: how long it takes in one process and in all cores, and in what memory."""
    with tempfile.TemporaryDirectory(prefix="sovinto-rules-") as folder:
        place = Path(folder)
        few = _try(place, _database(place, FEW), processes=1)
        url = _database(place, MANY)
        one = _try(place, url, processes=1)
        all_ = _try(place, url, processes=cores())
    what = f"rules try over {MANY:,} stored wishes".replace(",", " ")
    return [
        Row(f"{what}, one process", f"{one.seconds:.1f} s, {MANY / one.seconds:.0f} a second"),
        Row(f"… {cores()} processes", f"{all_.seconds:.1f} s", times(all_.seconds, one.seconds)),
        Row(
            "… memory of its largest process",
            f"{few.memory:.0f} MB for a tenth of them, {one.memory:.0f} MB for all",
            times(one.memory, few.memory),
        ),
    ]


def _try(place: Path, url: str, processes: int) -> Use:
    text = (ROOT / "backend" / "clients" / "demo" / f"{CLIENT}.yaml").read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    file = place / f"{CLIENT}.yaml"
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "backend.command", "rules", "try", str(file)]
    command += ["--since", FIRST_DAY.isoformat(), "--processes", str(processes)]
    began = time.perf_counter()
    started = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "DATABASE_URL": url}, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(started.pid, 0)
    seconds = time.perf_counter() - began
    assert status == 0, "rules try has failed"
    return Use(seconds, used.ru_maxrss / _A_MEGABYTE)


def _database(place: Path, count: int) -> str:
    url = f"sqlite:///{place}/{count}.sqlite3"
    upgrade(url)
    asyncio.run(_fill(Settings(database_url=url), count))
    return url


async def _fill(settings: Settings, count: int) -> None:
    async with services_alone(settings) as house:
        await seeding(house.database, house.clients, FIRST_DAY)
        country = house.clients.get(CLIENT).jurisdiction
        await _store(house.database, _rows(wishes(count, country)))


async def _store(database: Database, rows: Iterator[dict[str, Any]]) -> None:
    while some := list(islice(rows, _AT_ONCE)):
        async with database.transaction() as session:
            await session.execute(insert(PlanRequest), some)


def _rows(made: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    now = datetime.now(UTC)
    for number, wish in enumerate(made):
        yield {
            **wish,
            "id": f"{number:032x}",
            "kind": OfferKind(wish["kind"]),
            "case_reference": CASE,
            "outcome": RequestOutcome.OFFER,
            "reasons": [],
            "rules_version": "",
            "created_at": now,
        }

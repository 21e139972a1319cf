"""The desk's figures: how soon what happens is heard, and whether each thing comes once."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.bench.desk.acting import Acting
from tests.bench.desk.browser import measure_in_browser
from tests.bench.desk.console import Console
from tests.bench.desk.heard import rows_of
from tests.bench.desk.numbers import Numbers, read_numbers
from tests.bench.desk.own_database import own_database
from tests.bench.desk.pacing import put_under_load
from tests.bench.desk.seeding import Seeded, seed
from tests.bench.desk.served import Served, backend_alone
from tests.bench.latencies import Latencies
from tests.bench.load import patient_client
from tests.bench.processes import cpu_of_this_process, use_of
from tests.bench.table import Row
from tests.neighbours import postgres

QUIET_SECONDS = 5.0
_AT_ONCE = 20
_CLIENTS = 20


@dataclass(frozen=True)
class Desk:
    """A desk at which everybody sits: the backend, what is in it, and the consoles."""

    served: Served
    numbers: Numbers
    seeded: Seeded
    consoles: Sequence[Console]
    acting: Acting


def measure_desk() -> list[Row]:
    """Over PostgreSQL where there is one, which is what a desk of this size has; else over SQLite."""
    numbers = read_numbers()
    harder = numbers.model_copy(update={"pace": numbers.pace.times(numbers.harder)})

    async def usual(desk: Desk) -> list[Row]:
        rows = await _under_load(desk)
        return rows + await _cards(desk) + await _in_browser(desk)

    async def twice(desk: Desk) -> list[Row]:
        return await _under_load(desk, f"{numbers.harder:g} × the pace: ")

    async def closing(desk: Desk) -> list[Row]:
        return await _under_load(desk, "while all who wait are told that it is closed: ")

    with postgres() as server:
        return [
            Row("database", "PostgreSQL" if server else "SQLite"),
            *_at_a_desk(server, numbers, numbers.open_at, usual),
            *_at_a_desk(server, harder, numbers.open_at, twice),
            *_at_a_desk(server, numbers, numbers.closed_at, closing),
        ]


def _at_a_desk(
    server: str | None,
    numbers: Numbers,
    moment: datetime,
    measure: Callable[[Desk], Awaitable[list[Row]]],
) -> list[Row]:
    """Each has a backend and a database of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="sovinto-desk-") as folder,
        own_database(server) as database,
        backend_alone(Path(folder), database, moment) as served,
    ):
        return asyncio.run(_measured(served, numbers, measure))


async def _measured(
    served: Served, numbers: Numbers, measure: Callable[[Desk], Awaitable[list[Row]]]
) -> list[Row]:
    seeded = await seed(served.database_url, numbers)
    consoles = [Console(served.address, agent) for agent in seeded.agents]
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as group:
        https = [await stack.enter_async_context(patient_client()) for _ in range(_CLIENTS)]
        listening = await _open_all(group, consoles)
        print(f"· {len(consoles)} consoles are open", flush=True)
        acting = Acting(https, served.address, seeded)
        rows = await measure(Desk(served, numbers, seeded, consoles, acting))
        for task in listening:
            task.cancel()
    return rows


async def _open_all(
    group: asyncio.TaskGroup, consoles: Sequence[Console]
) -> list[asyncio.Task[None]]:
    """Some at a time, as people come to work."""
    tasks = []
    for first in range(0, len(consoles), _AT_ONCE):
        ready = [asyncio.Event() for _ in consoles[first : first + _AT_ONCE]]
        for console, event in zip(consoles[first : first + _AT_ONCE], ready, strict=True):
            tasks.append(group.create_task(console.run(event)))
        await asyncio.gather(*[event.wait() for event in ready])
    return tasks


async def _under_load(desk: Desk, when: str = "") -> list[Row]:
    before, own, began = _cpu(desk.served), cpu_of_this_process(), time.perf_counter()
    await put_under_load(desk.acting, desk.consoles, desk.seeded, desk.numbers)
    took = time.perf_counter() - began
    used, own = _cpu(desk.served) - before, cpu_of_this_process() - own
    await asyncio.sleep(QUIET_SECONDS)
    print(f"· {when}load done", flush=True)
    return [
        *rows_of(desk.acting, desk.consoles, desk.numbers, when),
        Row(
            f"{when}CPU of the backend and of the bench",
            f"{used / took:.0%}, {own / took:.0%} of a core",
            f"{used * 1000 / desk.acting.acts.asked:.1f} ms of the backend for a request",
        ),
    ]


async def _cards(desk: Desk) -> list[Row]:
    """From handing over to having the whole card in hand, over HTTP."""
    took = []
    for number in range(desk.numbers.cards):
        console = desk.consoles[number % len(desk.consoles)]
        conversation, place = desk.seeded.fresh.pop(), len(console.frames)
        heard = asyncio.create_task(console.wait_for(conversation, "handoffs", place))
        began = await desk.acting.hands_over(conversation)
        await heard
        await desk.acting.opens(console.agent, conversation)
        took.append((time.perf_counter() - began) * 1000)
    return [
        Row(
            "from handing over to having the card, over HTTP, p50 / p95 / p99",
            str(Latencies.of(took)),
            "aim p95 < 500 ms",
        )
    ]


async def _in_browser(desk: Desk) -> list[Row]:
    served = desk.served
    rows = await measure_in_browser(desk.acting, desk.seeded, served.address, desk.numbers)
    memory = use_of({"backend": served.pid})["backend"].memory
    return [*rows, Row("memory of the backend at the end", f"{memory:.0f} MB")]


def _cpu(served: Served) -> float:
    return use_of({"backend": served.pid})["backend"].cpu

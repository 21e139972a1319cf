"""The desk's figures: how soon what happens is heard, and whether each thing comes once."""

import asyncio
import random
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from tests.bench.desk.acting import Acting
from tests.bench.desk.browser import measure_in_browser
from tests.bench.desk.console import Console
from tests.bench.desk.numbers import Numbers, read_numbers
from tests.bench.desk.seeding import Seeded, seed
from tests.bench.desk.served import Served, backend_alone
from tests.bench.latencies import Latencies
from tests.bench.load import patient_client
from tests.bench.processes import cpu_of_this_process, use_of
from tests.bench.table import Row
from tests.neighbours import postgres

QUIET_SECONDS = 5.0
_AT_ONCE = 20
_CHANCE = random.Random(7)


def measure_desk() -> list[Row]:
    """Over PostgreSQL where there is one, which is what a desk of this size has; else over SQLite."""
    numbers = read_numbers()
    with (
        tempfile.TemporaryDirectory(prefix="sovinto-desk-") as folder,
        postgres() as database,
        backend_alone(Path(folder), database) as served,
    ):
        kind = "PostgreSQL" if database else "SQLite"
        return [Row("database", kind), *asyncio.run(_measured(served, numbers))]


async def _measured(served: Served, numbers: Numbers) -> list[Row]:
    seeded = await seed(served.database_url, numbers)
    consoles = [Console(served.address, agent) for agent in seeded.agents]
    async with patient_client() as http, asyncio.TaskGroup() as group:
        listening = await _open_all(group, consoles)
        print(f"· {len(consoles)} consoles are open", flush=True)
        acting = Acting(http, served.address, seeded)
        before, own, began = _cpu(served), cpu_of_this_process(), time.perf_counter()
        await _put_under_load(acting, consoles, seeded, numbers)
        took = time.perf_counter() - began
        used, own = _cpu(served) - before, cpu_of_this_process() - own
        await asyncio.sleep(QUIET_SECONDS)
        rows = _of_load(acting, consoles, numbers)
        rows.append(
            Row(
                "CPU of the backend and of the bench",
                f"{used / took:.0%}, {own / took:.0%} of a core",
            )
        )
        print("· load done", flush=True)
        rows += await _cards(acting, consoles, seeded, numbers)
        rows += await measure_in_browser(acting, seeded, served.address, numbers)
        for task in listening:
            task.cancel()
    memory = use_of({"backend": served.pid})["backend"].memory
    return [*rows, Row("memory of the backend at the end", f"{memory:.0f} MB")]


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


async def _put_under_load(
    acting: Acting, consoles: Sequence[Console], seeded: Seeded, numbers: Numbers
) -> None:
    agents = seeded.agents

    # What is written is written in the first that each has, and what is closed is another.
    async def debtor_writes() -> None:
        agent = _CHANCE.choice(agents)
        await acting.debtor_writes(agent, agent.holds[0])

    async def agent_writes() -> None:
        agent = _CHANCE.choice(agents)
        await acting.agent_writes(agent, agent.holds[0])

    async def hands_over() -> None:
        await acting.hands_over(seeded.fresh.pop())

    async def takes() -> None:
        await acting.takes(_CHANCE.choice(agents))

    async def closes() -> None:
        agent = _CHANCE.choice([one for one in agents if len(one.holds) > 1])
        await acting.closes(agent, agent.holds.pop())

    async def cut_off() -> None:
        for console in _CHANCE.sample(consoles, numbers.cut_off):
            await asyncio.sleep(numbers.seconds / 2 / numbers.cut_off)
            await console.is_cut_off()

    await asyncio.gather(
        _each_second(numbers.messages_of_debtors, numbers.seconds, debtor_writes),
        _each_second(numbers.messages_of_agents, numbers.seconds, agent_writes),
        _each_second(numbers.hand_overs, numbers.seconds, hands_over),
        _each_second(numbers.takes, numbers.seconds, takes),
        _each_second(numbers.closings, numbers.seconds, closes),
        cut_off(),
    )


async def _each_second(often: float, seconds: int, work: Callable[[], Awaitable[None]]) -> None:
    """Begins the work at its times, whether what was begun before is done or not."""
    begun = []
    start = time.perf_counter()
    for number in range(round(often * seconds)):
        await asyncio.sleep(max(0.0, start + number / often - time.perf_counter()))
        begun.append(asyncio.create_task(work()))  # type: ignore[arg-type]
    await asyncio.gather(*begun)


def _of_load(acting: Acting, consoles: Sequence[Console], numbers: Numbers) -> list[Row]:
    messages, lost, twice = _messages(acting, consoles)
    changes, missed = _changes(acting, consoles)
    repeats = sum(console.repeats for console in consoles)
    wanted = len(acting.acts.messages)
    numbered = [[frame["n"] for _, frame in console.frames] for console in consoles]
    doubled = sum(len(of) - len(set(of)) for of in numbered)
    frames = sum(map(len, numbered))
    return [
        Row(
            "a message, from sending it to the console of who has the conversation, p50 / p95 / p99",
            str(Latencies.of(messages)),
            f"{numbers.consoles} consoles, {numbers.waiting} waiting, aim p95 < 300 ms",
        ),
        Row(
            "a change of the lists, from its beginning to each console, p50 / p95 / p99",
            str(Latencies.of(changes)),
            f"{len(changes)} times heard, aim p95 < 300 ms",
        ),
        Row("messages lost, messages twice", f"{lost}, {twice} of {wanted}"),
        Row(
            "changes that a console did not hear, numbers twice",
            f"{missed}, {doubled + repeats} of {frames}",
            f"{numbers.cut_off} consoles were cut off and came back",
        ),
        Row("requests that failed", f"{len(acting.acts.errors)}", ", ".join(_kinds(acting))),
    ]


def _kinds(acting: Acting) -> list[str]:
    return [f"{count} × {kind}" for kind, count in Counter(acting.acts.errors).items()]


def _messages(acting: Acting, consoles: Sequence[Console]) -> tuple[list[float], int, int]:
    heard: dict[str, list[float]] = {id: [] for id in acting.acts.messages}
    for console in consoles:
        for came, frame in console.frames:
            if frame["type"] == "message" and frame["message"]["id"] in heard:
                heard[frame["message"]["id"]].append(came)
    took = [
        (heard[id][0] - began) * 1000
        for id, (began, _) in acting.acts.messages.items()
        if heard[id]
    ]
    lost = sum(not times for times in heard.values())
    return took, lost, sum(len(times) > 1 for times in heard.values())


def _changes(acting: Acting, consoles: Sequence[Console]) -> tuple[list[float], int]:
    took, missed = [], 0
    for console in consoles:
        seen: dict[tuple[str, str], float] = {}
        for came, frame in console.frames:
            if frame["type"] == "handoffs":
                for row in frame["items"]:
                    seen.setdefault((frame["conversation"], row["state"]), came)
        for began, conversation, state in acting.acts.changes:
            came_at = seen.get((conversation, state))
            if came_at is None:
                missed += 1
            else:
                took.append((came_at - began) * 1000)
    return took, missed


async def _cards(
    acting: Acting, consoles: Sequence[Console], seeded: Seeded, numbers: Numbers
) -> list[Row]:
    """From handing over to having the whole card in hand, over HTTP."""
    took = []
    for number in range(numbers.cards):
        console, conversation = consoles[number % len(consoles)], seeded.fresh.pop()
        place = len(console.frames)
        heard = asyncio.create_task(console.wait_for(conversation, "handoffs", place))
        began = await acting.hands_over(conversation)
        await heard
        await acting.opens(console.agent, conversation)
        took.append((time.perf_counter() - began) * 1000)
    return [
        Row(
            "from handing over to having the card, over HTTP, p50 / p95 / p99",
            str(Latencies.of(took)),
            "aim p95 < 500 ms",
        )
    ]


def _cpu(served: Served) -> float:
    return use_of({"backend": served.pid})["backend"].cpu

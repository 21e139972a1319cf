"""Puts the desk under load: each thing as often as load.yml says, whether the one before is done or not."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence

from tests.bench.desk.acting import Acting
from tests.bench.desk.console import Console
from tests.bench.desk.numbers import Numbers
from tests.bench.desk.seeding import Seeded

_CHANCE = random.Random(7)


async def put_under_load(
    acting: Acting, consoles: Sequence[Console], seeded: Seeded, numbers: Numbers
) -> None:
    """Returns when all that was begun is done."""
    agents, pace = seeded.agents, numbers.pace

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

    async def types() -> None:
        console = _CHANCE.choice(consoles)
        await console.says({"type": "typing", "conversation": console.agent.holds[0]})

    async def asks_for_deadlines() -> None:
        await acting.asks_for_deadlines(_CHANCE.choice(agents))

    async def cut_off() -> None:
        for console in _CHANCE.sample(consoles, numbers.cut_off):
            await asyncio.sleep(numbers.seconds / 2 / numbers.cut_off)
            await console.is_cut_off()

    each = [
        (pace.messages_of_debtors, debtor_writes),
        (pace.messages_of_agents, agent_writes),
        (pace.hand_overs, hands_over),
        (pace.takes, takes),
        (pace.closings, closes),
        (pace.typing, types),
        (pace.deadlines, asks_for_deadlines),
    ]
    going_on = [_each_second(often, numbers.seconds, work) for often, work in each]
    await asyncio.gather(*going_on, cut_off())


async def _each_second(often: float, seconds: int, work: Callable[[], Awaitable[None]]) -> None:
    """Begins the work at its times."""
    begun: list[asyncio.Task[None]] = []
    start = time.perf_counter()
    for number in range(round(often * seconds)):
        await asyncio.sleep(max(0.0, start + number / often - time.perf_counter()))
        begun.append(asyncio.create_task(work()))  # type: ignore[arg-type]
    await asyncio.gather(*begun)

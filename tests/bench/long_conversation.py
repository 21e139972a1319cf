"""Conversations that do not end: a late turn is to cost what an early one does."""

from itertools import cycle, islice

from tests.bench.conversations import Script
from tests.bench.latencies import Latencies
from tests.bench.load import Load, patient_client, say
from tests.bench.target import Running

#: Half a script before a turn and half after it, so that each window has the same lines.
HALF = 5


async def talk_for_long(running: Running, scripts: list[Script], turns: int) -> list[Load]:
    """The turns of one conversation after another, each said `turns` times."""
    talks = []
    async with patient_client() as http:
        for script in scripts:
            talk = Load(1)
            debtor = await running.begin(http, script)
            for line in islice(cycle(script.lines), turns):
                await say(talk, debtor, line)
            talks.append(talk)
    return talks


def around(talks: list[Load], turn: int) -> Latencies:
    """The turns next to the given one, of all conversations."""
    return Latencies.of(
        took for talk in talks for took in talk.milliseconds[turn - HALF : turn + HALF]
    )

"""Several conversations at once: each debtor writes again as soon as the answer is there."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx

from tests.bench.conversations import Line, Script
from tests.bench.latencies import Latencies
from tests.bench.processes import cpu_of_this_process, use_of
from tests.bench.target import Conversation, Failed, Running

PATIENCE_SECONDS = 60


@dataclass
class Load:
    """What was measured with `at_once` conversations at once."""

    at_once: int
    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0
    errors: list[str] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)
    cpu: dict[str, float] = field(default_factory=dict)

    @property
    def latencies(self) -> Latencies:
        """Of the turns that were answered."""
        return Latencies.of(self.milliseconds)

    @property
    def turns_per_second(self) -> float:
        """Answered turns."""
        return len(self.milliseconds) / self.seconds

    def cpu_per_turn(self, name: str) -> float:
        """Milliseconds of CPU that a process takes for a turn."""
        return self.cpu[name] * 1000 / len(self.milliseconds)


def patient_client() -> httpx.AsyncClient:
    """A client that keeps a connection for each debtor."""
    return httpx.AsyncClient(
        timeout=PATIENCE_SECONDS,
        trust_env=False,
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=None),
    )


async def put_under_load(
    running: Running, scripts: Iterator[Script], at_once: int, rounds: int
) -> Load:
    """In each round `at_once` debtors, who are there already, talk through their scripts."""
    load = Load(at_once)
    async with patient_client() as http:
        for _ in range(rounds):
            theirs = [next(scripts) for _ in range(at_once)]
            debtors = await asyncio.gather(*[running.begin(http, script) for script in theirs])
            before, own = use_of(running.processes), cpu_of_this_process()
            began = time.perf_counter()
            talks = [_talk(load, one, script) for one, script in zip(debtors, theirs, strict=True)]
            await asyncio.gather(*talks)
            load.seconds += time.perf_counter() - began
            _add_cpu(load, "load client", cpu_of_this_process() - own)
            for name, use in use_of(running.processes).items():
                _add_cpu(load, name, use.cpu - before[name].cpu)
    return load


async def say(load: Load, debtor: Conversation, line: Line) -> None:
    """One turn, measured from the message to its answer."""
    began = time.perf_counter()
    try:
        answer = await debtor.say(line.text)
    except Failed as failed:
        load.errors.append(f"{line.text}: {failed}")
        return
    load.milliseconds.append((time.perf_counter() - began) * 1000)
    if line.card is not None and line.card not in answer.cards:
        load.unexpected.append(f"{line.text}: {' '.join(answer.texts)}")


async def _talk(load: Load, debtor: Conversation, script: Script) -> None:
    for line in script.lines:
        await say(load, debtor, line)


def _add_cpu(load: Load, name: str, seconds: float) -> None:
    load.cpu[name] = load.cpu.get(name, 0.0) + seconds

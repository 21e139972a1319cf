"""All measurements of one stack, in the order in which they disturb each other least."""

import asyncio
import tempfile
import time
from itertools import cycle
from pathlib import Path

from tests.bench.conversations import asking_share, for_ever, to_a_plan
from tests.bench.latencies import Latencies
from tests.bench.load import Load, patient_client, put_under_load
from tests.bench.long_conversation import around, talk_for_long
from tests.bench.offers import negotiate_often
from tests.bench.processes import Use, use_of
from tests.bench.rules_try import measure_rules_try
from tests.bench.sovinto import Sovinto
from tests.bench.table import Row, times
from tests.bench.target import Running, Target
from tests.bench.understanding import parse

#: Conversations at once, and how often so many talk: 200, 400 and 960 turns.
LEVELS = {1: 20, 8: 5, 32: 3}
LONG_TURNS = 200
OWN_CASES = 120


def measure() -> list[Row]:
    """Starts our stack twice and measures the second."""
    with tempfile.TemporaryDirectory(prefix="sovinto-bytecode-") as bytecode:
        target = Sovinto(Path(bytecode), OWN_CASES)
        first = _started(target)
        print(f"· first start: {first:.1f} s", flush=True)
        began = time.perf_counter()
        with target.running() as running:
            asyncio.run(_first_answer(running))
            warm = time.perf_counter() - began
            print(f"· warm start: {warm:.1f} s", flush=True)
            rows = [
                Row("first start, nothing compiled, to the first answer", f"{first:.1f} s"),
                Row("warm start, to the first answer", f"{warm:.1f} s", times(warm, first)),
            ]
            rows += asyncio.run(_of_a_running_stack(running))
    return rows + _of_the_core() + measure_rules_try()


def _started(target: Target) -> float:
    began = time.perf_counter()
    with target.running() as running:
        asyncio.run(_first_answer(running))
        return time.perf_counter() - began


async def _first_answer(running: Running) -> None:
    script = to_a_plan()[0]
    async with patient_client() as http:
        debtor = await running.begin(http, script)
        await debtor.say(script.lines[0].text)


async def _of_a_running_stack(running: Running) -> list[Row]:
    started = use_of(running.processes)
    scripts = cycle(to_a_plan())
    await put_under_load(running, scripts, at_once=1, rounds=len(to_a_plan()))  # warms up
    loads = []
    for at_once, rounds in LEVELS.items():
        loads.append(await put_under_load(running, scripts, at_once, rounds))
        print(f"· {at_once} at once: {loads[-1].latencies}", flush=True)
        if at_once == 1:
            after = use_of(running.processes)
    talks = await talk_for_long(running, for_ever(), LONG_TURNS)
    print("· long conversations", flush=True)
    return [
        *_memory(started, after, use_of(running.processes)),
        *_turns(loads),
        *_cpu(loads[0]),
        *_long(talks),
        *await _understanding(running),
        *_failures([*loads, *talks]),
    ]


def _memory(started: dict[str, Use], after: dict[str, Use], last: dict[str, Use]) -> list[Row]:
    rows = [
        Row(
            f"memory of {name} ({use.count} processes)" if use.count > 1 else f"memory of {name}",
            f"{use.memory:.0f} MB after start, {after[name].memory:.0f} after 200 turns, "
            f"{last[name].memory:.0f} at the end",
            times(last[name].memory, use.memory),
        )
        for name, use in started.items()
    ]
    total = sum(use.memory for use in after.values())
    return [*rows, Row("memory of all", f"{total:.0f} MB after 200 turns")]


def _turns(loads: list[Load]) -> list[Row]:
    one = loads[0]
    share = f"{asking_share():.0%} of the turns ask the case API"
    rows = [
        Row(
            f"turn with {load.at_once} at once, p50 / p95 / p99",
            f"{load.latencies}",
            share if load is one else times(load.latencies.p50, one.latencies.p50),
        )
        for load in loads
    ]
    rows += [
        Row(
            f"turns a second with {load.at_once} at once",
            f"{load.turns_per_second:.1f}",
            "" if load is one else times(load.turns_per_second, one.turns_per_second),
        )
        for load in loads
    ]
    return rows


def _cpu(load: Load) -> list[Row]:
    each = {name: load.cpu_per_turn(name) for name in load.cpu}
    stack = sum(value for name, value in each.items() if name != "load client")
    return [
        Row(f"CPU of {name} for a turn", f"{value:.1f} ms", f"{value / stack:.0%} of the stack's")
        for name, value in each.items()
    ]


def _long(talks: list[Load]) -> list[Row]:
    early = around(talks, 10)
    return [
        Row(
            f"turn {turn} of one conversation, p50 / p95 / p99",
            f"{around(talks, turn)}",
            times(around(talks, turn).p50, early.p50),
        )
        for turn in (10, 100, LONG_TURNS - 5)
    ]


async def _understanding(running: Running) -> list[Row]:
    loads = [await parse(running.parse_url, at_once, 600) for at_once in (1, 8)]
    return [
        Row(
            f"understanding alone with {load.at_once} at once, p50 / p95 / p99",
            f"{load.latencies}, {load.turns_per_second:.0f} a second",
            "" if load is loads[0] else times(load.turns_per_second, loads[0].turns_per_second),
        )
        for load in loads
    ]


def _failures(loads: list[Load]) -> list[Row]:
    errors = [error for load in loads for error in load.errors]
    unexpected = [answer for load in loads for answer in load.unexpected]
    for line in [*errors[:5], *sorted(set(unexpected))[:10]]:
        print(f"! {line}", flush=True)
    said = sum(len(load.milliseconds) for load in loads)
    return [
        Row("turns without an answer", f"{len(errors)} of {said + len(errors)}"),
        Row("answers without the expected card", f"{len(unexpected)} of {said}"),
    ]


def _of_the_core() -> list[Row]:
    without, running = (negotiate_often(4000, daily_interest=daily) for daily in (False, True))
    return [
        Row(f"a proposal in the pure core {how}, p50 / p95 / p99", _core(took), compared)
        for how, took, compared in (
            ("without interest", without, ""),
            ("with daily interest", running, times(running.p50, without.p50)),
        )
    ]


def _core(took: Latencies) -> str:
    a_second = 1000 * len(took.milliseconds) / sum(took.milliseconds)
    fine = " / ".join(f"{took.percentile(percent):.2f}" for percent in (50, 95, 99))
    return f"{fine} ms, {a_second:.0f} a second"

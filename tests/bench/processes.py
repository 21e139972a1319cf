"""What processes take of the machine, as the operating system counts it."""

from collections.abc import Mapping
from dataclasses import dataclass

import psutil

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Use:
    """Memory in MB now and CPU seconds since the start, of a process and what it has started."""

    memory: float
    cpu: float
    count: int


def use_of(processes: Mapping[str, int]) -> dict[str, Use]:
    """The use of each process by name."""
    return {name: _use(psutil.Process(pid)) for name, pid in processes.items()}


def cpu_of_this_process() -> float:
    """CPU seconds of the bench itself, which plays the debtors."""
    times = psutil.Process().cpu_times()
    return float(times.user + times.system)


def _use(process: psutil.Process) -> Use:
    family = [process, *process.children(recursive=True)]
    times = [member.cpu_times() for member in family]
    return Use(
        memory=sum(member.memory_info().rss for member in family) / MEGABYTE,
        cpu=sum(time.user + time.system for time in times),
        count=len(family),
    )

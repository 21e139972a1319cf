"""From a fresh clone to the first answer, as a newcomer has it: `python -m tests.bench clone`."""

import argparse
import asyncio
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.conversations import to_a_plan
from tests.bench.load import patient_client
from tests.bench.machine import ROOT, circumstances, cores
from tests.bench.package_caches import empty_caches, say_what_is_cached
from tests.bench.sovinto import begin_about
from tests.bench.table import Row
from tests.bench.target import Failed
from tests.neighbours import free_port

CORES = 2
DEMO_CASE = "SE-1001"
LONGEST_SECONDS = 1800


def measure_clone(options: argparse.Namespace) -> tuple[str, list[Row]]:
    """Clones what is committed, runs it, and says something in the chat."""
    _keep_to_two_cores()
    repository = options.repository or ROOT
    cold = " --cold" if options.cold else ""
    about = circumstances(f"python -m tests.bench clone{cold}", repository)
    with tempfile.TemporaryDirectory(prefix="sovinto-clone-") as folder:
        place = Path(folder)
        caches = empty_caches(place / "caches") if options.cold else {}
        about += f" {say_what_is_cached(caches)}"
        began = time.time()
        subprocess.run(["git", "clone", "--quiet", repository, place / "sovinto"], check=True)
        rows = [Row("git clone, from this disk", _since(began))]
        rows += _run(place / "sovinto", caches, began)
    return about, rows


def _run(clone: Path, caches: dict[str, str], began: float) -> list[Row]:
    ports = {name: str(free_port()) for name in ("PORT", "RASA_PORT", "ACTIONS_PORT")}
    steps = Steps()
    with _make_run(clone, {**os.environ, **caches, **ports}, steps):
        address = f"http://127.0.0.1:{ports['PORT']}"
        asyncio.run(_first_answer(address, steps, time.monotonic() + LONGEST_SECONDS))
        steps.begin("the processes, until the first answer", _trained(clone))
        steps.begin("stopping", time.time())
        whole = _since(began)
    return [*steps.rows(), Row(f"from clone to the first answer on {cores()} cores", whole)]


class Steps:
    """What `make run` says that it does, and when it said so."""

    def __init__(self) -> None:
        self.ended: int | None = None
        self._begun: list[tuple[str, float]] = []

    def follow(self, process: subprocess.Popen[str]) -> None:
        """Reads the output to its end."""
        for line in process.stdout or ():
            plain = line.replace("\033[2m", "").replace("\033[0m", "").rstrip()
            print(plain, flush=True)
            if plain.startswith("·"):
                self.begin(plain.strip("· "), time.time())
        self.ended = process.wait()

    def begin(self, name: str, at: float) -> None:
        """A step that began, which ends the one before it."""
        self._begun.append((name, at))

    def rows(self) -> list[Row]:
        """How long each step took, up to the next."""
        return [
            Row(f"· {name}", f"{after - began:.1f} s")
            for (name, began), (_, after) in zip(self._begun, self._begun[1:], strict=False)
        ]


@contextmanager
def _make_run(clone: Path, environment: dict[str, str], steps: Steps) -> Iterator[None]:
    process = subprocess.Popen(
        ["make", "run"],
        cwd=clone,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    following = threading.Thread(target=steps.follow, args=[process])
    following.start()
    try:
        yield
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        following.join(30)


async def _first_answer(address: str, steps: Steps, deadline: float) -> None:
    script = to_a_plan()[0]
    async with patient_client() as http:
        while time.monotonic() < deadline:
            if steps.ended is not None:
                raise SystemExit("make run has ended by itself; its output is above")
            try:
                debtor = await begin_about(http, address, DEMO_CASE, script)
                await debtor.say(script.lines[0].text)
                return
            except Failed:
                await asyncio.sleep(0.2)
    raise SystemExit(f"no answer within {LONGEST_SECONDS} seconds")


def _since(began: float) -> str:
    return f"{time.time() - began:.1f} s"


def _trained(clone: Path) -> float:
    """When the model was there: `make run` says nothing between training and starting."""
    return (clone / "models" / "sovinto.tar.gz").stat().st_mtime


def _keep_to_two_cores() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])

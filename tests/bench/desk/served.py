"""The backend alone, as `python -m backend` starts it, with demo data and no assistant behind it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx

from tests.bench.sovinto import LIMITS
from tests.neighbours import free_port

ROOT = Path(__file__).resolve().parents[3]
START_SECONDS = 120


@dataclass(frozen=True)
class Served:
    """A backend that answers."""

    address: str
    database_url: str
    pid: int


@contextmanager
def backend_alone(folder: Path, database_url: str | None, moment: datetime) -> Iterator[Served]:
    """Runs it on a free port, over SQLite in the folder unless a URL is given.

    `moment` is what each client's clock shows all the time, which decides who is open.
    """
    port = free_port()
    url = database_url or f"sqlite:///{folder}/desk.sqlite3"
    own = {
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "DATABASE_URL": url,
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "DEMO": "true",
        "ASSISTANT_TODAY": moment.date().isoformat(),
        "ASSISTANT_TIME": moment.time().isoformat("minutes"),
        "LIMITS_FILE": str(LIMITS),
    }
    log = (folder / "backend.log").open("wb")
    command = [sys.executable, "-m", "backend"]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **own}, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        _wait(own["PUBLIC_URL"], process)
        yield Served(own["PUBLIC_URL"], url, process.pid)
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{address}/healthz", timeout=2, trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise RuntimeError("the backend did not start")

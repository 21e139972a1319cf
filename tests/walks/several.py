"""Two backends and two Rasas over one PostgreSQL and one Redis, behind the nginx of deploy/several."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import asyncpg

from tests.neighbours import free_port, wait_for_port
from tests.stack import Stack, running_stack

ROOT = Path(__file__).resolve().parents[2]
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
POSTGRES = os.environ.get("TEST_POSTGRES_URL")
REDIS = os.environ.get("TEST_REDIS_URL")
MISSING = [
    name
    for name, there in (("nginx", NGINX), ("PostgreSQL", POSTGRES), ("Redis", REDIS))
    if not there
]


@dataclass(frozen=True)
class Several:
    """The running product: `outside` is for people, `inside` for services on the host."""

    stack: Stack
    outside: str
    inside: str
    backends: tuple[str, str]


@contextmanager
def several_processes(folder: Path, **settings: str) -> Iterator[Several]:
    """Starts all of it with an empty database of its own."""
    outside, inside = free_port(), free_port()
    backend, rasa = two_free_ports(), two_free_ports()
    product, trackers = asyncio.run(_new_databases(str(POSTGRES)))
    with _nginx(folder, {8080: outside, 8090: inside, 8000: backend, 8001: backend + 1}):
        own = {
            "PORT": str(backend),
            "RASA_PORT": str(rasa),
            "BACKENDS": "2",
            "RASAS": "2",
            "DATABASE_URL": product,
            "TRACKER_URL": trackers,
            "REDIS_URL": str(REDIS),
            "PUBLIC_URL": f"http://127.0.0.1:{outside}",
            "CASE_API_URL": f"http://127.0.0.1:{inside}",
        }
        with running_stack(folder, **own, **settings) as stack:
            addresses = (f"http://127.0.0.1:{backend}", f"http://127.0.0.1:{backend + 1}")
            yield Several(stack, stack.address, own["CASE_API_URL"], addresses)


def two_free_ports() -> int:
    """The first of two ports in a row on which nobody listens."""
    while True:
        first = free_port()
        if free_port_is(first + 1):
            return first


def free_port_is(port: int) -> bool:
    """Whether nobody listens there."""
    try:
        wait_for_port(port, seconds=0.01)
    except TimeoutError:
        return True
    return False


async def _new_databases(url: str) -> tuple[str, str]:
    names = [f"sovinto_{uuid4().hex[:8]}" for _ in range(2)]
    connection = await asyncpg.connect(url)
    for name in names:
        await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    product, trackers = (f"{url.rpartition('/')[0]}/{name}" for name in names)
    return product, trackers


@contextmanager
def _nginx(folder: Path, ports: dict[int, int]) -> Iterator[None]:
    """The example as it stands, on other ports."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (ROOT / "deploy" / "several" / "nginx.conf").read_text(encoding="utf-8")
    for usual, ours in ports.items():
        assert str(usual) in text
        text = text.replace(str(usual), str(ours))
    text = "daemon off;\n" + text
    if os.geteuid() == 0:
        text = "user root;\n" + text  # its workers write into the test's own folder
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = [str(NGINX), "-p", str(folder), "-c", "nginx.conf", "-e", "nginx.log"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for_port(ports[8080])
        yield
    finally:
        server.terminate()
        server.wait(20)

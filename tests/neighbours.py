"""PostgreSQL and Redis of the tests' own: started for a run, on free ports, and thrown away."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POSTGRES_FOLDERS = ["/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin"]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, seconds: float = 20) -> None:
    """Returns when somebody listens on the port. Raises TimeoutError."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nobody listens on port {port}")


@contextmanager
def postgres() -> Iterator[str | None]:
    """The URL of an empty PostgreSQL; TEST_POSTGRES_URL if given; None where there is none."""
    binaries = _postgres_binaries()
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given
    elif binaries is None:
        print("· no PostgreSQL on this machine: tests run on SQLite only")
        yield None
    else:
        with tempfile.TemporaryDirectory(prefix="sovinto-postgres-") as folder:
            port = free_port()
            os.chmod(
                folder, 0o777
            )  # PostgreSQL refuses to run as root, so another user writes here
            data = f"{folder}/data"
            _as_postgres([f"{binaries}/initdb", "-D", data, "-U", "sovinto", "-A", "trust"])
            server = subprocess.Popen(
                _demoted(
                    [f"{binaries}/postgres", "-D", data, "-p", str(port), "-k", folder]
                    + ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1"]
                ),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                wait_for_port(port)
                _wait_for([f"{binaries}/pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)])
                yield f"postgresql://sovinto@127.0.0.1:{port}/postgres"
            finally:
                server.terminate()
                server.wait(20)


@contextmanager
def redis() -> Iterator[str | None]:
    """The URL of an empty Redis; TEST_REDIS_URL if given; None where there is none."""
    binary = shutil.which("redis-server")
    if given := os.environ.get("TEST_REDIS_URL"):
        yield given
    elif binary is None:
        print("· no Redis on this machine: tests run with the hub in memory only")
        yield None
    else:
        port = free_port()
        server = subprocess.Popen(
            [binary, "--port", str(port), "--bind", "127.0.0.1", "--save", ""],
            stdout=subprocess.DEVNULL,
        )
        try:
            wait_for_port(port)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(20)


def _postgres_binaries() -> Path | None:
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = [path for pattern in POSTGRES_FOLDERS for path in Path("/").glob(pattern[1:])]
    return max(found) if found else None


def _wait_for(command: list[str], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while subprocess.run(command).returncode != 0:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{command[0]} never succeeded")
        time.sleep(0.1)


def _demoted(command: list[str]) -> list[str]:
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


def _as_postgres(command: list[str]) -> None:
    subprocess.run(_demoted(command), check=True, stdout=subprocess.DEVNULL, cwd="/")

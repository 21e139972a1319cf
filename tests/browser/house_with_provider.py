"""A house whose staff sign in with their own identity provider: both run for a browser."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import httpx

from backend.identity.access import fingerprint
from deploy.local.run import ROOT
from tests.backend.staff.provider.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    IdentityProvider,
    identity_provider,
)
from tests.neighbours import free_port
from tests.stack import TIME, TODAY

NAME = "Norrsken ID"
START_SECONDS = 120
ACCESS = """
role:
  claim: groups
  values: {debt-leaders: supervisor, debt-agents: agent}
clients:
  claim: groups
  values: {debt-all: ["*"], debt-energy: [se-energi]}
"""


@dataclass(frozen=True)
class House:
    """Where the console is, and who is known at the identity provider."""

    address: str
    provider: IdentityProvider

    def knows(self, name: str, *groups: str) -> None:
        """Somebody of this name, in these groups, is who signs in there now."""
        mail = f"{fingerprint(name)[:12]}@house.example"
        self.provider.person.update(sub=name, name=name, email=mail, groups=list(groups))


@contextmanager
def house_with_provider(folder: Path) -> Iterator[House]:
    """The backend alone, with the demonstration's data, and the provider that it trusts."""
    with _serving() as provider:
        port, access = free_port(), folder / "access.yaml"
        access.write_text(ACCESS, encoding="utf-8")
        house = House(f"http://127.0.0.1:{port}", provider)
        own = {
            "PORT": str(port),
            "HOST": "127.0.0.1",
            "DATABASE_URL": f"sqlite:///{folder}/house.sqlite3",
            "PUBLIC_URL": house.address,
            "DEMO": "true",
            "ASSISTANT_TODAY": TODAY,
            "ASSISTANT_TIME": TIME,
            "OIDC_ISSUER": provider.issuer,
            "OIDC_CLIENT_ID": CLIENT_ID,
            "OIDC_CLIENT_SECRET": CLIENT_SECRET,
            "OIDC_ACCESS_FILE": str(access),
            "OIDC_NAME": NAME,
        }
        with (folder / "house.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "backend"],
                cwd=ROOT,
                env={**os.environ, **own},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            try:
                _wait(house, process)
                yield house
            finally:
                process.terminate()
                process.wait(20)


@contextmanager
def _serving() -> Iterator[IdentityProvider]:
    """In a thread of its own: Playwright's calls leave no loop to serve in."""
    found: Queue[IdentityProvider] = Queue()
    over = Event()

    async def serve() -> None:
        async with identity_provider() as provider:
            found.put(provider)
            await asyncio.to_thread(over.wait)

    thread = Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    try:
        yield found.get(timeout=START_SECONDS)
    finally:
        over.set()
        thread.join(20)


def _wait(house: House, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{house.address}/healthz", timeout=2, trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise RuntimeError("the backend did not start")

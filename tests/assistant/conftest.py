"""The trained model and the real action server, as the product runs them."""

import asyncio
import os
import subprocess
from pathlib import Path
from typing import Iterator

import pytest

from assistant import rasa_patches

rasa_patches.leave_tensorflow_out()
rasa_patches.apply()

from rasa.core.agent import Agent  # noqa: E402  the patches must be in place before it is read
from rasa.utils.endpoints import EndpointConfig  # noqa: E402

from assistant.generator import CatalogueGenerator  # noqa: E402
from assistant.tracker_store import RecentTurnsStore  # noqa: E402
from tests.neighbours import free_port, wait_for_port  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "models" / "sovinto.tar.gz"


@pytest.fixture(scope="session")
def event_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """One loop for all tests: the agent keeps connections in it."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def action_server() -> Iterator[str]:
    """The real action server, with nobody behind it: the case system is away."""
    port = free_port()
    environment = {**os.environ, "CASE_API_URL": f"http://127.0.0.1:{free_port()}"}
    server = subprocess.Popen(
        [str(ROOT / ".venv" / "bin" / "python"), "-m", "actions", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for_port(port, seconds=60)
    yield f"http://127.0.0.1:{port}/webhook"
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="session")
def loaded_agent(action_server: str) -> Agent:
    """Rasa with the trained model."""
    return Agent.load(
        str(MODEL),
        generator=CatalogueGenerator(),
        tracker_store=RecentTurnsStore(host="sqlite://"),
        action_endpoint=EndpointConfig(action_server),
    )


@pytest.fixture
def agent(loaded_agent: Agent, tmp_path: Path, action_server: str) -> Agent:
    """The same, remembering nothing of other tests."""
    store = RecentTurnsStore(loaded_agent.domain, host=f"sqlite:///{tmp_path}/trackers.sqlite3")
    loaded_agent.tracker_store = store
    loaded_agent.processor.tracker_store = store
    loaded_agent.processor.action_endpoint = EndpointConfig(action_server)
    return loaded_agent

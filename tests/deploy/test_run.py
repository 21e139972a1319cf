"""Starting, watching and stopping the processes of a machine."""

import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deploy.local.run import (
    Machine,
    Managed,
    environment,
    refuse_what_cannot_work,
    refuse_what_is_not_set,
    where_things_are,
)
from tests.neighbours import free_port


@pytest.fixture
def served(tmp_path: Path) -> Managed:
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    return Managed("server", command, f"http://127.0.0.1:{port}/", {"LOGS": str(tmp_path)})


def comes_true(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_a_process_is_ready_when_it_answers(served: Managed) -> None:
    assert not served.is_ready()
    served.start()
    try:
        assert comes_true(served.is_ready)
    finally:
        served.stop(signal.SIGKILL)


def test_what_a_process_prints_is_in_its_log(served: Managed, tmp_path: Path) -> None:
    served.command = [sys.executable, "-c", "print('hello')"]
    served.start()
    assert comes_true(served.has_died)
    assert (tmp_path / "server.log").read_text() == "hello\n"


def test_a_process_that_dies_is_started_again(served: Managed) -> None:
    machine = Machine(environment())
    machine.all = [served]
    served.start()
    stopped = threading.Event()
    watching = threading.Thread(target=machine.watch, args=[stopped], daemon=True)
    watching.start()
    try:
        assert comes_true(served.is_ready)
        served.stop(signal.SIGKILL)
        assert comes_true(lambda: not served.is_ready())
        assert comes_true(served.is_ready)
    finally:
        stopped.set()
        watching.join(5)
        machine.stop()


def test_a_process_that_cannot_start_names_its_log(served: Managed) -> None:
    machine = Machine(environment())
    served.command = [sys.executable, "-c", "raise SystemExit(1)"]
    machine.all = [served]
    with pytest.raises(SystemExit, match=r"server did not start: see .*server\.log"):
        machine.start()


def test_what_follows_from_a_port_follows_from_it() -> None:
    settings = environment({"PORT": "1234", "RASA_PORT": "2345"})
    assert settings["PUBLIC_URL"] == "http://127.0.0.1:1234"
    assert settings["RASA_URLS"] == '["http://127.0.0.1:2345"]'


def test_the_environment_counts_more_than_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTIONS_PORT", "4321")
    assert environment()["ACTIONS_URL"] == "http://127.0.0.1:4321/webhook"


def test_copies_have_ports_of_their_own() -> None:
    settings = environment({"BACKENDS": "2", "RASAS": "2", "PORT": "8100", "RASA_PORT": "5100"})
    machine = Machine(settings)
    named = {managed.name: managed for managed in machine.all}
    assert set(named) == {"actions", "rasa-1", "rasa-2", "backend-1", "backend-2"}
    assert named["backend-2"].settings["PORT"] == "8101"
    assert "--port 5101" in " ".join(named["rasa-2"].command)
    assert settings["RASA_URLS"] == '["http://127.0.0.1:5100", "http://127.0.0.1:5101"]'


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"BACKENDS": "2"}, "REDIS_URL"),
        (
            {"BACKENDS": "2", "REDIS_URL": "redis://r", "DATABASE_URL": "sqlite:///x"},
            "DATABASE_URL",
        ),
        ({"RASAS": "2", "DATABASE_URL": "postgresql://p"}, "TRACKER_URL"),
    ],
)
def test_several_processes_that_share_nothing_are_refused_with_what_to_set(
    given: dict[str, str], missing: str
) -> None:
    with pytest.raises(SystemExit, match=missing):
        refuse_what_cannot_work(environment(given))


def test_what_is_not_set_is_told_before_anything_starts() -> None:
    with pytest.raises(SystemExit) as refused:
        refuse_what_is_not_set(environment({"DEMO": "false"}))
    told = str(refused.value)
    for name in (
        "RASA_SECRET",
        "RASA_TOKEN",
        "SERVICE_TOKEN",
        "PAYMENT_PAGE_SECRET",
        "SECOND_STEP_KEY",
    ):
        assert f"\n  {name}: " in told
    assert "Traceback" not in told


def test_a_demonstration_starts_with_what_it_has() -> None:
    refuse_what_is_not_set(environment({"DEMO": "true"}))


def test_a_demonstration_tells_each_sign_in() -> None:
    told = "\n".join(where_things_are(environment({"DEMO": "true"})))
    for email in ("agent@demo", "supervisor@demo", "designer@demo", "analyst@demo", "admin@demo"):
        assert email in told


def test_production_tells_only_addresses_that_it_has() -> None:
    told = "\n".join(where_things_are(environment({"DEMO": "false", "PORT": "1234"})))
    assert "http://127.0.0.1:1234/console/" in told
    assert "/docs" not in told
    assert "demo" not in told

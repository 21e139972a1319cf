"""The whole product as `make run` starts it, on free ports and with a database of its own."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.local.run import Machine, Managed, environment
from tests.neighbours import free_port

#: A Saturday: offices with usual hours are closed, and those that never close are open.
TODAY = "2026-11-21"
TIME = "10:00"


class Stack:
    """Running processes, and how to reach and to disturb them."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.settings = machine.settings
        self.address = machine.settings["PUBLIC_URL"]

    @property
    def database_url(self) -> str:
        """The backend's database."""
        return self.settings["DATABASE_URL"]

    def pid(self, name: str) -> int:
        """The number of a process that runs now."""
        process = self._process(name).process
        assert process is not None
        return process.pid

    def log(self, name: str) -> str:
        """All that a process has printed."""
        return (Path(self.settings["LOGS"]) / f"{name}.log").read_text(encoding="utf-8")

    def kill(self, name: str) -> None:
        """Ends a process at once, as a crash would; it is started again by itself."""
        managed = self._process(name)
        managed.stop(signal.SIGKILL)

    def stop(self, name: str) -> None:
        """Holds a process still: it accepts connections and does nothing."""
        self._process(name).stop(signal.SIGSTOP)

    def go_on(self, name: str) -> None:
        """Lets a process that was held go on."""
        self._process(name).stop(signal.SIGCONT)

    def _process(self, name: str) -> Managed:
        return next(managed for managed in self._machine.all if managed.name == name)


@contextmanager
def running_stack(folder: Path, **settings: str) -> Iterator[Stack]:
    """Starts everything with its data in `folder`, watches over it, and stops it."""
    ports = {name: str(free_port()) for name in ("PORT", "RASA_PORT", "ACTIONS_PORT")}
    own = {
        **ports,
        "DEMO": "true",
        "LOGS": str(folder / "logs"),
        "DATABASE_URL": f"sqlite:///{folder}/sovinto.sqlite3",
        "TRACKER_URL": f"sqlite:///{folder}/trackers.sqlite3",
        "ASSISTANT_TODAY": TODAY,
        "ASSISTANT_TIME": TIME,
        **settings,
    }
    for name in ("ACTIONS_URL", "CASE_API_URL", "RASA_URLS", "PUBLIC_URL"):
        os.environ.pop(name, None)
    machine = Machine(environment(own))
    stopped = threading.Event()
    watching = threading.Thread(target=machine.watch, args=[stopped], daemon=True)
    try:
        machine.start()
        watching.start()
        yield Stack(machine)
    finally:
        stopped.set()
        if watching.is_alive():
            watching.join(5)
        machine.stop()

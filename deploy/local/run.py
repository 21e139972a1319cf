"""Runs all processes of the product on this machine until Ctrl-C: `python deploy/local/run.py`.

A process that dies is started again, because a debtor is in the middle of a sentence. Written here
rather than taken from honcho or supervisord: the one does not restart, the other needs a
configuration and a service of its own for three processes.
"""

import argparse
import json
import os
import shlex
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

import yaml

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = {
    "PYTHON": str(ROOT / ".venv" / "bin" / "python"),
    "RASA_PYTHON": str(ROOT / ".venv-rasa" / "bin" / "python"),
    "MODEL": str(ROOT / "models"),
    "LOGS": str(ROOT / "var" / "logs"),
    "PORT": "8000",
    "RASA_PORT": "5005",
    "ACTIONS_PORT": "5055",
    "RASA_TOKEN": "demo",
    "RASA_SECRET": "demo",
    "TRACKER_URL": f"sqlite:///{ROOT}/var/trackers.sqlite3",
    "RASA_TELEMETRY_ENABLED": "false",
    "PYTHONUNBUFFERED": "1",
    "DEMO": "true",
    "BACKENDS": "1",
    "RASAS": "1",
    "FORCE_JSON_LOGGING": "true",  # Rasa's, so that its lines have the shape of all others
}
DEMO_USERS = ROOT / "backend" / "staff" / "demo_users.yaml"
START_SECONDS = 120
SHORTEST_LIFE_SECONDS = 5


def environment(own: dict[str, str] | None = None) -> dict[str, str]:
    """Defaults, then .env, then the environment, then `own`, and what follows from them."""
    settings = {**DEFAULTS, **_read_env_file(ROOT / ".env"), **os.environ, **(own or {})}
    settings.setdefault("ACTIONS_URL", f"http://127.0.0.1:{settings['ACTIONS_PORT']}/webhook")
    settings.setdefault("CASE_API_URL", f"http://127.0.0.1:{settings['PORT']}")
    first = int(settings["RASA_PORT"])
    rasas = [f"http://127.0.0.1:{first + copy}" for copy in range(int(settings["RASAS"]))]
    settings.setdefault("RASA_URLS", json.dumps(rasas))
    settings.setdefault("PUBLIC_URL", f"http://127.0.0.1:{settings['PORT']}")
    return settings


def _read_env_file(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.split(" #")[0].strip() for name, value in pairs}


@dataclass
class Managed:
    """One process that is kept running."""

    name: str
    command: list[str]
    ready: str
    settings: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    started: float = field(default=0.0)

    def start(self) -> None:
        """Starts it; what it prints goes to <name>.log in the folder LOGS."""
        logs = Path(self.settings["LOGS"])
        logs.mkdir(parents=True, exist_ok=True)
        log = (logs / f"{self.name}.log").open("ab")
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.settings,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def is_ready(self) -> bool:
        """True when it answers."""
        try:
            with urllib.request.urlopen(self.ready, timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def has_died(self) -> bool:
        """True when it has ended by itself."""
        return self.process is not None and self.process.poll() is not None

    def stop(self, how: signal.Signals) -> None:
        """Signals it and what it has started."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, how)


class Machine:
    """All processes together."""

    def __init__(self, settings: dict[str, str]) -> None:
        entries = yaml.safe_load((Path(__file__).parent / "processes.yml").read_text("utf-8"))
        self.settings = settings
        self.all = [managed for entry in entries for managed in _copies_of(entry, settings)]

    def start(self) -> None:
        """Starts all and waits until each answers. Raises SystemExit with the log's place if not."""
        for managed in self.all:
            managed.start()
        deadline = time.monotonic() + START_SECONDS
        for managed in self.all:
            while not managed.is_ready():
                if managed.has_died() or time.monotonic() > deadline:
                    self.stop()
                    raise SystemExit(
                        f"{managed.name} did not start: see {self.settings['LOGS']}/{managed.name}.log"
                    )
                time.sleep(0.2)

    def watch(self, stopped: threading.Event) -> None:
        """Starts again what dies, until it is told to stop."""
        while not stopped.wait(0.3):
            for managed in self.all:
                if managed.has_died():
                    print(f"· {managed.name} ended and is started again", flush=True)
                    if time.monotonic() - managed.started < SHORTEST_LIFE_SECONDS:
                        time.sleep(1)  # it dies at once: do not spin
                    managed.start()

    def stop(self) -> None:
        """Asks all to end, and ends what does not."""
        for managed in reversed(self.all):
            managed.stop(signal.SIGTERM)
        deadline = time.monotonic() + 10
        for managed in self.all:
            if managed.process is not None:
                try:
                    managed.process.wait(max(0.1, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    managed.stop(signal.SIGKILL)


def _copies_of(entry: dict[str, str], settings: dict[str, str]) -> list[Managed]:
    """As many as the setting `copies` says, each on a port of its own, counted from the first."""
    number = int(settings[entry["copies"]]) if "copies" in entry else 1
    copies = []
    for copy in range(number):
        own = {**settings, entry["port"]: str(int(settings[entry["port"]]) + copy)}
        copies.append(
            Managed(
                entry["name"] if number == 1 else f"{entry['name']}-{copy + 1}",
                shlex.split(Template(entry["command"]).substitute(own)),
                Template(entry["ready"]).substitute(own),
                own,
            )
        )
    return copies


def refuse_what_cannot_work(settings: dict[str, str]) -> None:
    """Several backends share what one keeps in memory. Raises SystemExit with what to set."""
    if int(settings["BACKENDS"]) > 1 and not settings.get("REDIS_URL"):
        raise SystemExit("several backends (BACKENDS) need Redis between them: set REDIS_URL")
    several = max(int(settings["BACKENDS"]), int(settings["RASAS"])) > 1
    for name in ("DATABASE_URL", "TRACKER_URL"):
        if several and settings.get(name, "sqlite").startswith("sqlite"):
            raise SystemExit(f"several processes need one PostgreSQL: set {name}")


def refuse_what_is_not_set(settings: dict[str, str]) -> None:
    """Asks the backend before anything is started. Raises SystemExit with a line for each thing."""
    asked = subprocess.run(
        [settings["PYTHON"], "-m", "backend.before_start"],
        cwd=ROOT,
        env=settings,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if asked.returncode:
        raise SystemExit(asked.stderr.strip())


def where_things_are(settings: dict[str, str]) -> list[str]:
    """The lines that tell the addresses; production has no demo pages and no map of its routes."""
    address = settings["PUBLIC_URL"]
    console, logs = f"  console      {address}/console/", f"  logs         {settings['LOGS']}"
    if settings["DEMO"] != "true":
        return [console, f"  ready?       {address}/readyz", logs]
    demo = yaml.safe_load(DEMO_USERS.read_text(encoding="utf-8"))
    everywhere = [user["email"] for user in demo["users"] if user["clients"] == ["*"]]
    return [
        f"  demo pages   {address}/",
        console,
        f"    sign in as {', '.join(everywhere)}; password {demo['password']}",
        f"  API          {address}/docs",
        logs,
    ]


def main() -> None:
    """Starts, tells where things are, and stays."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    settings = environment()
    refuse_what_cannot_work(settings)
    refuse_what_is_not_set(settings)
    machine = Machine(settings)
    try:
        machine.start()
        print("\nSovinto is running. Ctrl-C stops it.\n")
        print(*where_things_are(settings), "", sep="\n", flush=True)
        machine.watch(threading.Event())
    except KeyboardInterrupt:
        pass
    finally:
        machine.stop()


if __name__ == "__main__":
    main()

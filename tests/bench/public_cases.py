"""How well messages are understood, by what runs in Rasa's environment."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.bench.machine import ROOT
from tests.bench.table import Row, columns

RASA_PYTHON = ROOT / ".venv-rasa" / "bin" / "python"


def measure_reading(data: Path) -> list[Row]:
    """Rows of what `tests.bench.reading` finds. Raises CalledProcessError with its output shown."""
    return [Row(**row) for row in _printed("reading", str(data.resolve()))]


def measure_beside_rasa(trial: str, data: Path, lines: int, without: str) -> str:
    """A table of `tests.bench.beside_rasa`; some ten minutes to an hour, for Rasa's training."""
    found = _printed("beside_rasa", trial, str(data.resolve()), str(lines), without)
    return columns(found["header"], found["rows"])


def measure_served() -> str:
    """A table of `tests.bench.served`: the trained model on our own unseen messages."""
    found = _printed("served")
    return columns(found["header"], found["rows"])


def _printed(module: str, *arguments: str) -> Any:
    command = [RASA_PYTHON, "-m", f"tests.bench.{module}", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)

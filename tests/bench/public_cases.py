"""How well shared messages are read: languages, dates and amounts, by Rasa's environment."""

import json
import subprocess
from pathlib import Path

from tests.bench.machine import ROOT
from tests.bench.table import Row

RASA_PYTHON = ROOT / ".venv-rasa" / "bin" / "python"


def measure_reading(data: Path) -> list[Row]:
    """Rows of what `tests.bench.reading` finds. Raises CalledProcessError with its output shown."""
    done = subprocess.run(
        [RASA_PYTHON, "-m", "tests.bench.reading", str(data.resolve())],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [Row(**row) for row in json.loads(done.stdout)]

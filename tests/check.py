"""Checks that need no running product: `python -m tests.check`, which is what `make check` does.

Formatting, lint, types, which package may know which, Rasa's own validation, and what designers
write: texts, examples, buttons, rules and stories (`./sovinto check` alone tells that).
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
RASA = str(ROOT / ".venv-rasa" / "bin" / "python")
DATA = ["--data", "nlu_data", "stories/rules", "stories/flows"]


@dataclass(frozen=True)
class Check:
    """One command; it fails when the command does."""

    name: str
    command: list[str]
    folder: Path = ROOT


CHECKS = [
    Check("formatting", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    Check("lint", [PYTHON, "-m", "ruff", "check", "."]),
    Check("types", [PYTHON, "-m", "mypy", "backend", "actions"]),
    Check("who may know whom", [str(Path(PYTHON).parent / "lint-imports"), "--no-cache"]),
    Check("texts", [PYTHON, "-m", "pytest", "-q", "tests/texts"]),
    Check("designers' files", [PYTHON, "-m", "backend.command", "check", "--errors"]),
    Check("widgets", ["npm", "run", "--silent", "check"], ROOT / "widgets"),
    Check(
        "stories",
        [RASA, "-m", "assistant", "data", "validate", "--config", "config.yml"]
        + ["--domain", "assistant/domain", *DATA],
    ),
]


def main() -> int:
    """Runs all checks and names those that failed."""
    failed = []
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore"}
    for check in CHECKS:
        done = subprocess.run(
            check.command, cwd=check.folder, env=environment, capture_output=True, text=True
        )
        print(f"{'ok    ' if done.returncode == 0 else 'FAILED'}  {check.name}", flush=True)
        if done.returncode != 0:
            failed.append(check.name)
            print((done.stdout + done.stderr)[-4000:])
    return int(bool(failed))


if __name__ == "__main__":
    raise SystemExit(main())
